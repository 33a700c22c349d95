import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'

/** What somebody is texted of their application, or of the certificate that came of it: that it came to this, and neither whose it is nor of what. */
export const results = [
  'returned',
  'certified',
  'certified_old_name',
  'refused',
  'expired',
  'payment_reversed',
  'fee_returned',
  'certificate_ends',
  'certificate_expired',
  'certificate_suspended',
  'certificate_revoked',
  'certificate_reinstated',
] as const
export type Result = (typeof results)[number]

const sentences: Readonly<Record<Result, string>> = {
  returned: '请补正',
  certified: '已通过认证',
  certified_old_name: '已认证，名称未采用',
  refused: '未通过认证',
  expired: '已超时结束',
  payment_reversed: '付款被撤回，已结束',
  fee_returned: '审核服务费将退回',
  certificate_ends: '证书即将到期',
  certificate_expired: '证书已到期',
  certificate_suspended: '证书已暂停',
  certificate_revoked: '证书已撤销',
  certificate_reinstated: '证书已恢复',
}

const dayWords = (at: Millis): string => {
  const [month, day] = [beijingDay(at).slice(4, 6), beijingDay(at).slice(6, 8)].map(Number)
  return `${month}月${day}日`
}

const dated: Readonly<Partial<Record<Result, (day: string) => string>>> = {
  returned: (day) => `请于${day}前补正`,
  certificate_ends: (day) => `证书${day}到期`,
}

/**
 * The one variable of the template, of at most twelve characters, as vendors let through. Texts to mainland numbers are in Chinese, as their template is.
 * `until` (epoch ms): by when it must be corrected, or until when it counts, said as the day before which that is certain.
 */
export const newsOf = (result: Result, until?: Millis): string =>
  (until !== undefined && dated[result]?.(dayWords(until))) || sentences[result]
