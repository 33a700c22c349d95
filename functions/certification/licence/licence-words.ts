import type { Language } from '../../../shared/kernel/language.ts'
import type { LicenceUnreadable } from '../company/licence-reader.ts'

/** What is wrong with the photo of a licence, and what to do, for people who hold a phone. */
export const licenceWords: Record<LicenceUnreadable, Record<Language, string>> = {
  not_a_licence: {
    zh: '照片里没有找到营业执照。请拍摄营业执照原件，让执照占满画面、四边都在画面内。',
    en: 'No business licence was found in the photo. Photograph the original, filling the picture, with all four edges inside.',
  },
  blurred: {
    zh: '照片模糊，看不清文字。请擦净镜头、拿稳手机后重新拍摄。',
    en: 'The photo is blurred. Wipe the lens, hold the phone still, and take it again.',
  },
  too_small: {
    zh: '执照在照片中太小。请靠近一些重新拍摄，上传原图，不要用缩略图。',
    en: 'The licence is too small in the photo. Go closer, and upload the original, no thumbnail.',
  },
  too_big: {
    zh: '照片文件太大。请用手机相机的普通模式重新拍一张。',
    en: 'The file is too big. Take the photo again in the ordinary mode of your camera.',
  },
  decode_failed: {
    zh: '照片打不开，文件可能不完整。请重新拍一张。',
    en: 'The photo cannot be opened; the file may be incomplete. Take a new one.',
  },
}
