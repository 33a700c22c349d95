import { refusalWords } from '../../../functions/material/picture/refusal-words.ts'
import { pictureNames } from '../../../functions/verification/papers/words.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { failureText } from '../../shared/state/failure.ts'
import { texts } from '../../shared/texts/texts.ts'
import { isBusy, type PictureKind, type PictureState, type Refusal } from './picture.ts'

export const pictureTexts = texts(
  {
    needed: '必需',
    optional: '没有可不传',
    about: (name: string, said: string) => `${name}：${said}`,
    take: '拍照',
    choose: '选择照片',
    takeAnew: '重新拍照',
    chooseAnew: '换一张照片',
    retry: '再传一次',
    remove: '删除',
    cancel: '取消',
    preview: (name: string) => `您选的照片：${name}`,
    hidden: '照片已上传。为保护您，刷新后不再显示。',
    wide: '拍摄时横过手机，让证件四边都在框内，占满画面',
    tall: '拍摄时竖拿手机，让整页四边都在框内，占满画面',
    rotate: '这张照片是竖的。如果字太小，请横过手机重新拍一张。',
    preparing: '正在准备照片……',
    sending: '正在上传……',
    share: (name: string) => `上传进度：${name}`,
    looking: '已上传，正在检查是否清晰……',
    stored: '已收下，可以使用。',
    notSent: '没有传完，照片还在。请检查网络后再传一次。',
    overwritten: '这次上传被另一次覆盖了，请再传一次。',
    late: '上传超过了时间，没有收下。请再传一次。',
    expired: '没有在规定时间内收到照片，请再传一次。',
    forgotten: '这张照片超过了保存时间，已经删除。请重新上传。',
    missing: (name: string) => `还缺少：${name}`,
    busy: (name: string) => `还没有处理完，请稍等：${name}`,
    unusable: (name: string) => `还不能使用，请再传一次、换一张或删除：${name}`,
    kept: '照片加密保存，只有审核人员可以查看，每次查看都有记录。没有提交的照片一天后自动删除。',
  },
  {
    needed: 'needed',
    optional: 'if you have it',
    about: (name: string, said: string) => `${name}: ${said}`,
    take: 'Take a photo',
    choose: 'Choose a photo',
    takeAnew: 'Take it again',
    chooseAnew: 'Choose another',
    retry: 'Upload again',
    remove: 'Delete',
    cancel: 'Cancel',
    preview: (name: string) => `The photo you chose: ${name}`,
    hidden: 'The photo is uploaded. To protect you it is not shown again after a reload.',
    wide: 'Hold the phone sideways; all four edges inside the frame, filling it',
    tall: 'Hold the phone upright; all four edges of the page inside the frame, filling it',
    rotate: 'This photo is upright. If the letters are small, turn the phone sideways and take it again.',
    preparing: 'Preparing the photo …',
    sending: 'Uploading …',
    share: (name: string) => `Uploaded so far: ${name}`,
    looking: 'Uploaded; looking whether it can be read …',
    stored: 'Taken; it can be used.',
    notSent: 'It did not get through; the photo is still here. Check the network and upload it again.',
    overwritten: 'Another upload came in its place. Upload it again.',
    late: 'It came too late and was not taken. Upload it again.',
    expired: 'Nothing came in time. Upload it again.',
    forgotten: 'This photo was kept for as long as it may be, and is deleted. Upload it anew.',
    missing: (name: string) => `Still missing: ${name}`,
    busy: (name: string) => `Not through yet, wait a moment: ${name}`,
    unusable: (name: string) => `Cannot be used yet; upload it again, choose another, or delete it: ${name}`,
    kept: 'Pictures are kept encrypted; only reviewers can look at them, and each look is on record. What is not handed in is deleted after a day.',
  },
)

const OWN = ['overwritten', 'late', 'expired', 'forgotten'] as const
const isOwn = (because: Refusal): because is (typeof OWN)[number] => OWN.some((one) => one === because)

/** Why a picture is not taken, and how to do better. */
export const refusalText = (because: Refusal, language: Language): string =>
  isOwn(because) ? pictureTexts[language][because] : refusalWords[because][language]

/** How far a picture is, in words; nothing where nothing was begun. */
export const stateText = (state: PictureState, language: Language): string => {
  const texts = pictureTexts[language]
  if (state.is === 'none') return ''
  if (state.is === 'refused') return refusalText(state.because, language)
  if (state.is === 'failed') return state.error === undefined ? texts.notSent : failureText(state.error, language)
  return texts[state.is]
}

/** What is wrong with a picture of that kind before it is handed in; undefined for nothing. */
export const pictureWrong = (
  kind: PictureKind,
  state: PictureState,
  { isNeeded, language }: { isNeeded: boolean; language: Language },
): string | undefined => {
  const texts = pictureTexts[language]
  const name = pictureNames[kind].name[language]
  if (isBusy(state)) return texts.busy(name)
  if (state.is === 'refused' || state.is === 'failed') return texts.unusable(name)
  return isNeeded && state.is === 'none' ? texts.missing(name) : undefined
}

/** What is said of a picture, where it is not to be seen of which. */
export const saidOf = (kind: PictureKind, said: string, language: Language): string =>
  pictureTexts[language].about(pictureNames[kind].name[language], said)
