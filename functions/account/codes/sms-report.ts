import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { SmsReport, UndeliveredBecause } from './sms-sender.ts'

/** What is known of a text when it was given to a vendor: it took it, or may have taken it. */
export const smsCodeStatuses = ['sent', 'possibly_sent'] as const
export type SmsCodeStatus = (typeof smsCodeStatuses)[number]

/** What is known of a text that was given to a vendor. `waiting`: no carrier has said anything yet. */
export const smsReportStatuses = ['waiting', 'delivered', 'not_delivered'] as const
export type SmsReportStatus = (typeof smsReportStatuses)[number]

/** What became of a text, as it is told to whoever asked for it. */
export type SmsReportTold = { status: SmsReportStatus; deliveredAt?: Millis; reason?: UndeliveredBecause }

/** What is told of a receipt; undefined where the vendor could not be asked. */
export const toldOf = (report: SmsReport): SmsReportTold | undefined => {
  if (report.kind === 'unavailable') return undefined
  if (report.kind === 'delivered') return { status: 'delivered', deliveredAt: report.at }
  return report.kind === 'undelivered' ? { status: 'not_delivered', reason: report.because } : { status: 'waiting' }
}

type Advice = Record<Language, string>

/** What to do about each reason. */
const onReason: Record<UndeliveredBecause, Advice> = {
  unreachable: {
    zh: '短信没有送到：手机可能关机、不在服务区、已停机，或号码有误。请核对手机号，确认手机能收短信后重新获取，或换一个手机号。',
    en: 'The text did not arrive: the phone may be off, out of reach or out of service, or the number wrong. Check the number and that the phone receives texts, then ask again, or use another number.',
  },
  blocked: {
    zh: '短信被拦截：该号码可能退订过短信，或被运营商屏蔽。请联系运营商解除屏蔽，或换一个手机号。',
    en: 'The text was blocked: the number may have unsubscribed from texts, or its carrier blocks them. Ask the carrier to let them through, or use another number.',
  },
  too_many: {
    zh: '该号码近期收到的短信过多，运营商暂不下发。请稍后或明天再试，或换一个手机号。',
    en: 'The number has had too many texts of late, and its carrier lets no more through. Try later or tomorrow, or use another number.',
  },
  handset: {
    zh: '手机没能收下短信，可能是短信存储已满。请清理短信或重启手机后重新获取。',
    en: 'The phone could not take the text, perhaps as its memory is full. Delete some texts or restart the phone, then ask again.',
  },
  refused_text: {
    zh: '短信没有被运营商放行，这是我们的问题，已通知处理。请稍后重新获取。',
    en: 'The carrier did not let the text through. This is ours to mend and somebody has been told; ask for another code later.',
  },
  carrier: {
    zh: '运营商没有送达短信，也没有说明原因。请核对手机号后重新获取，或换一个手机号。',
    en: 'The carrier did not deliver the text and does not say why. Check the number and ask again, or use another number.',
  },
}

const onStatus: Record<Exclude<SmsReportStatus, 'not_delivered'>, Advice> = {
  waiting: {
    zh: '运营商还没有回复是否送达。请稍候，并看看短信是否被拦截；仍没有收到请重新获取。',
    en: 'The carrier has not said yet whether it arrived. Wait a little and see whether your phone holds back such messages; if nothing comes, ask for another code.',
  },
  delivered: {
    zh: '短信已送达手机。请看看是否被归入拦截或通知短信；确实没有，请核对手机号。',
    en: 'The text has arrived on the phone. See whether it is among blocked or service messages; if it is not, check the number.',
  },
}

/** What to do, in words. */
export const adviceOn = ({ status, reason = 'carrier' }: SmsReportTold, language: Language): string =>
  (status === 'not_delivered' ? onReason[reason] : onStatus[status])[language]
