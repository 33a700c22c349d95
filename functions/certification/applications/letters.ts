import type { Language } from '../../../shared/kernel/language.ts'
import type { Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../../shared/kernel/time.ts'
import type { Application } from './application.ts'
import type { Expiry } from './clock.ts'

type Of = Pick<Application, 'appId' | 'names' | 'language'>
type Text = Readonly<Record<Language, (of: Of) => string>>

const pageOf = ({ appId }: Of, publicUrl: string): string => `${publicUrl}/developer/apps/${appId}`

const titles: Text = {
  zh: ({ names }) => `应用认证：${names.from}`,
  en: ({ names }) => `Certification of ${names.from}`,
}

const expiries: Readonly<Record<Expiry, Text>> = {
  abandoned: {
    zh: () => '认证申请长时间没有提交，已经取消，上传的材料会删除。需要时可以重新申请。',
    en: () =>
      'Your application was not sent in for a long time and is cancelled; its pictures are deleted. You can apply anew.',
  },
  not_confirmed: {
    zh: () => '认证申请没有在期限内由管理员确认，已经结束，没有产生费用。可以重新申请。',
    en: () => 'Your application was not confirmed in time and is over. Nothing was charged, and you can apply anew.',
  },
  not_paid: {
    zh: () => '认证申请没有在期限内缴纳审核服务费，已经结束。之后到账的付款会全额退回。可以重新申请。',
    en: () =>
      'The fee of your application was not paid in time, and it is over. What still arrives goes back whole. You can apply anew.',
  },
  not_corrected: {
    zh: () => '认证申请没有在期限内补正后重新提交，已经结束。可以重新申请。',
    en: () => 'Your application was not corrected and sent again in time, and is over. You can apply anew.',
  },
}

const late: Text = {
  zh: () => '我们没有在承诺的时间内完成审核，审核服务费全额退回。审核继续进行，不再收费；结果出来后会通知您。',
  en: () =>
    'We did not decide in the time that we promised: the fee goes back whole. People go on looking at it, at no charge, and you will be told.',
}

const inReview: Readonly<Record<Language, (until: Millis) => string>> = {
  zh: (until) => `认证申请已进入人工审核，最迟 ${beijingMinute(until)}（北京时间）前有结果；逾期审核服务费全额退回。`,
  en: (until) =>
    `People look at your application now, and decide before ${beijingMinute(until)} (Beijing time); if they do not, the fee goes back whole.`,
}

const reversed: Text = {
  zh: () => '支付渠道已经退回审核服务费，认证申请因此结束，不再审核。可以重新申请。',
  en: () =>
    'The payment channel gave the fee back, so that your application is over and nobody looks any further. You can apply anew.',
}

const vain: Text = {
  zh: () => '收到一笔认证审核服务费，但申请已经缴费或已经结束，这笔付款全额退回。',
  en: () => 'A payment for your application arrived when there was nothing to pay any more: it goes back whole.',
}

const letter = (of: Of, text: string, publicUrl: string): Letter => ({
  title: titles[of.language](of),
  content: `${text}\n\n${pageOf(of, publicUrl)}`,
})

/** The clock has ended it. */
export const expiredLetter = (of: Of, on: Expiry, publicUrl: string): Letter =>
  letter(of, expiries[on][of.language](of), publicUrl)

/** It was not decided in time, and its fee goes back. */
export const lateLetter = (of: Of, publicUrl: string): Letter => letter(of, late[of.language](of), publicUrl)

/** Its fee was given back by the channel itself. */
export const reversedLetter = (of: Of, publicUrl: string): Letter => letter(of, reversed[of.language](of), publicUrl)

/** People look at it. */
export const inReviewLetter = (of: Of & { decideBy?: Millis }, publicUrl: string): Letter =>
  letter(of, inReview[of.language](of.decideBy ?? 0), publicUrl)

/** It was paid for when there was nothing to pay. */
export const vainLetter = (of: Of, publicUrl: string): Letter => letter(of, vain[of.language](of), publicUrl)
