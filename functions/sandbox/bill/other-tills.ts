import type { Fen } from '../../../shared/kernel/money.ts'
import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Movement } from './movement.ts'

const at = (dayStart: Millis, nth: number): Millis => dayStart + 13 * HOUR + nth

const till = (dayStart: Millis, nth: number, more: Partial<Movement> = {}): Movement => ({
  kind: 'payment',
  outTradeNo: `till-2-${nth}`,
  transactionId: `4200${String(nth).padStart(24, '7')}`,
  outRefundNo: '',
  refundId: '',
  refundState: '',
  fen: 2550,
  feeFen: 15,
  at: at(dayStart, nth),
  orderedAt: at(dayStart, nth),
  payer: 'somebody',
  way: 'MICROPAY',
  subject: '茶',
  attach: '',
  ...more,
})

/** Payments and refunds at other tills on the same merchant account: every kind of row a reader may stumble over. */
export const paidAtOtherTills = (dayStart: Millis): Movement[] => [
  till(dayStart, 1),
  till(dayStart, 2, { subject: '苹果, 梨\n"桃",`杏' }),
  till(dayStart, 3, { kind: 'refund', outRefundNo: 'till-2-back', refundId: '50307777777777', refundState: 'SUCCESS' }),
  till(dayStart, 4, { word: 'REVOKED' }),
  till(dayStart, 5, { outTradeNo: '' }),
]

/** What else other tills move on the account, by the channel's word for it; the last kind has none. */
export const movedByOtherTills = (dayStart: Millis): { at: Millis; no: string; type: string; fen: Fen }[] =>
  (
    [
      ['商家转账', -700],
      ['分账', -300],
      ['保证金', 10_000],
      ['', -1],
    ] as const
  ).map(([type, fen], nth) => ({ at: at(dayStart, nth), no: `6000777700${nth}`, type, fen }))
