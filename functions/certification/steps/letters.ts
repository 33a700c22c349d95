import type { Language } from '../../../shared/kernel/language.ts'
import type { Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute } from '../../../shared/kernel/time.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import type { Step } from './step.ts'
import { saidOf } from './words.ts'

type Of = Pick<Step, 'accountId' | 'id' | 'kind' | 'from' | 'to' | 'language' | 'until'>

const titles: Readonly<Record<Language, { waits: string; ended: string; lapsed: string }>> = {
  zh: {
    waits: '应用变更等待人工核对',
    ended: '应用变更确认：有了结果',
    lapsed: '应用变更没有生效：期限内没有核对完',
  },
  en: {
    waits: 'A change of an app waits for a person',
    ended: 'Confirming a change of an app: the result',
    lapsed: 'A change of an app was not made: nobody has decided in time',
  },
}

const waits: Readonly<Record<Language, (until: string) => string>> = {
  zh: (until) =>
    `工作人员核对您的照片后才会生效，最迟 ${until}（北京时间）；在此之前没有核对完，就不再生效，一切照旧。不是您本人操作，请在下面的页面撤回，并退出其他设备的登录。`,
  en: (until) =>
    `It takes effect once a person has looked at your picture, before ${until} (Beijing time); if nobody has by then, nothing changes. If this was not you, take it back on the page below, and sign out on all other devices.`,
}

const ended: Readonly<Record<Language, Readonly<Record<'expired' | 'voided', string>>>> = {
  zh: {
    expired: '没有在期限内核对完，这次变更不再生效，一切照旧；可以重新提出。',
    voided: '应用或账号的情况在此期间有变化，这次变更不再生效，一切照旧。',
  },
  en: {
    expired: 'Nobody has decided in time, so that nothing was changed; you can ask anew.',
    voided: 'The app or an account is not what it was when this was asked for, so that nothing was changed.',
  },
}

const pageOf = (of: Of, publicUrl: string): string => `${publicUrl}/cases/${caseIdOf(of)}`

/** Somebody asked for a change of an app, which waits for people. */
export const stepWaitsLetter = (of: Of, publicUrl: string): Letter => ({
  title: titles[of.language].waits,
  content: [saidOf(of), waits[of.language](beijingMinute(of.until)), pageOf(of, publicUrl)].join('\n\n'),
})

/** Nothing came of it, although nobody refused it. */
export const stepEndedLetter = (of: Of, on: 'expired' | 'voided', publicUrl: string): Letter => ({
  title: titles[of.language].ended,
  content: [saidOf(of), ended[of.language][on], pageOf(of, publicUrl)].join('\n\n'),
})

/** The clock has ended it, and nobody has decided anything. */
export const stepLapsedLetter = (of: Of, publicUrl: string): Letter => ({
  ...stepEndedLetter(of, 'expired', publicUrl),
  title: titles[of.language].lapsed,
})
