import type { Language } from '../../../shared/kernel/language.ts'
import type { ReasonEnds } from '../../review/case/case.ts'
import type { Bilingual, ReviewWords } from '../../review/words.ts'
import type { Step, StepKind } from './step.ts'

/** Why it was not taken for who the account is verified as, as they read it. */
export const stepReasons = {
  not_same_person: {
    ends: 'correct',
    zh: '照片中的人或证件与本账号实名的人不一致。',
    en: 'The person or the document on the picture is not whom the account is verified as.',
  },
  picture_unclear: {
    ends: 'correct',
    zh: '照片看不清人脸或证件，请重新拍摄。',
    en: 'Face or document cannot be made out on the picture; take it again.',
  },
  forged: {
    ends: 'final',
    zh: '照片经过修改、翻拍或不是真实的。',
    en: 'The picture was changed, is of a screen or is not genuine.',
  },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

const checklist = {
  same_person: {
    zh: '照片中手持证件的人，就是证件上的人',
    en: 'Who holds the document on the picture is who the document is of',
  },
  account_person: {
    zh: '证件上的姓名和号码，与在账号页查看的实名信息一致',
    en: 'Name and number of the document are those the account is verified with, as its page shows them',
  },
  genuine: { zh: '照片清楚，没有修改，不是翻拍屏幕', en: 'The picture is clear, unchanged, and not one of a screen' },
} as const satisfies Record<string, Bilingual>

/** How a step about an app is spoken of, to operators and to whoever asked for it. */
export const stepWords = {
  name: { zh: '应用变更确认', en: 'Confirming a change of an app' },
  checklist,
  reasons: stepReasons,
  asks: {},
  verdicts: {
    approved: { zh: '已核对是您本人。', en: 'We have found that it is you.' },
    refused: {
      zh: '没有确认是您本人，应用没有变更，一切照旧。',
      en: 'We did not find that it is you: nothing was changed, and all is as it was.',
    },
  },
} as const satisfies ReviewWords

type Of = Pick<Step, 'from' | 'to'>

const said: Readonly<Record<StepKind, Readonly<Record<Language, (of: Of) => string>>>> = {
  rename: {
    zh: ({ from, to = '' }) => `申请把应用“${from}”改名为“${to}”`,
    en: ({ from, to = '' }) => `Asks to rename the app “${from}” to “${to}”`,
  },
  handover: {
    zh: ({ from }) => `申请把应用“${from}”移交给拿到链接的账号`,
    en: ({ from }) => `Asks to hand the app “${from}” over to whoever gets its link`,
  },
  takeover: {
    zh: ({ from }) => `申请接管应用“${from}”`,
    en: ({ from }) => `Asks to take the app “${from}” on`,
  },
}

/** What a step is, in words. */
export const saidOf = (of: Of & Pick<Step, 'kind' | 'language'>): string => said[of.kind][of.language](of)
