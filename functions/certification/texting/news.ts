import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'

/** What somebody is texted of their application: that it came to this, and neither whose it is nor of what. */
export const results = [
  'returned',
  'certified',
  'certified_old_name',
  'refused',
  'expired',
  'payment_reversed',
  'fee_returned',
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
}

const dayWords = (at: Millis): string => {
  const [month, day] = [beijingDay(at).slice(4, 6), beijingDay(at).slice(6, 8)].map(Number)
  return `${month}月${day}日`
}

/**
 * The one variable of the template, of at most twelve characters, as vendors let through. Texts to mainland numbers are in Chinese, as their template is.
 * `until` (epoch ms): by when it must be corrected, said as the day before which that is certain.
 */
export const newsOf = (result: Result, until?: Millis): string =>
  result === 'returned' && until !== undefined ? `请于${dayWords(until)}前补正` : sentences[result]
