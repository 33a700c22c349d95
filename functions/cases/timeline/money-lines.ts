import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { MoneyBack } from '../../payment/money-back/money-back.ts'
import type { Order } from '../../payment/orders/order.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { outRefundNo, type Refund } from '../../payment/refunds/refund.ts'
import type { Line, LineEvent } from './line.ts'

/** A payment as it was booked. */
export type Paid = { outTradeNo: string; channel: PaymentChannel; paidFen: Fen; at: Millis }

/** An order with what is known of its money: all that was booked and is to go back where some of it is, else what the order says itself. */
export type ToldOrder = {
  order: Order
  paid?: readonly Paid[]
  refunds?: readonly Refund[]
  back?: readonly MoneyBack[]
}

type Moment = { at: Millis | undefined; event: LineEvent }

/** A line for each moment that has come: of one moment, the later in the list is the newer. */
const linesAt = (of: Omit<Line, 'at' | 'id' | 'event'>, name: string, moments: readonly Moment[]): Line[] =>
  moments.flatMap(({ at, event }, nth) => (at === undefined ? [] : [{ ...of, at, id: `${name}.${nth}`, event }]))

/** An order was opened; and what it bought was taken back, or the channel's bills do not know its payment. */
export const orderLines = ({ order }: ToldOrder): Line[] => {
  const { id, kind, amountFen, createdAt, takenBackAt, frozenAt } = order
  return linesAt({ kind: 'order', subject: id, orderId: id, amountFen, reason: kind }, id, [
    { at: createdAt, event: 'opened' },
    { at: takenBackAt, event: 'taken_back' },
    { at: frozenAt, event: 'frozen' },
  ])
}

const paidOf = ({ order: { channel, outTradeNo, paidAt, amountFen }, paid }: ToldOrder): readonly Paid[] => {
  const isPaid = channel !== undefined && outTradeNo !== undefined && paidAt !== undefined
  return paid ?? (isPaid ? [{ channel, outTradeNo, paidFen: amountFen, at: paidAt }] : [])
}

/** Payments that came, also those that bought nothing. */
export const paymentLines = (of: ToldOrder): Line[] =>
  paidOf(of).flatMap(({ outTradeNo: number, channel, paidFen: amountFen, at }) =>
    linesAt({ kind: 'payment', subject: of.order.id, orderId: of.order.id, amountFen, channel, number }, number, [
      { at, event: 'paid' },
    ]),
  )

const ownRefundLines = (refund: Refund): Line[] => {
  const { orderId, channel, refundFen: amountFen, cause, channelCode } = refund
  const number = outRefundNo(refund)
  return linesAt(
    { kind: 'refund', subject: number, orderId, amountFen, channel, number, reason: channelCode ?? cause },
    number,
    [
      { at: refund.dueSince, event: 'owed' },
      { at: refund.acceptedAt, event: 'taken' },
      { at: refund.succeededAt, event: refund.paidByHand ? 'paid_by_hand' : 'back' },
    ],
  )
}

/** What the channel gave back by itself was never owed here. */
const givenLines = (orderId: string, back: readonly MoneyBack[]): Line[] =>
  back
    .filter(({ owedAt }) => owedAt === undefined)
    .flatMap(({ amountFen, channel, outTradeNo: number, backAt, cause: reason }, nth) =>
      linesAt({ kind: 'refund', subject: number, orderId, amountFen, channel, number, reason }, `${number}.${nth}`, [
        { at: backAt, event: 'given_by_channel' },
      ]),
    )

/** Money that was owed back, was taken by the channel, is back; and what the channel gave by itself. */
export const refundLines = ({ order, refunds = [], back = [] }: ToldOrder): Line[] => [
  ...refunds.flatMap(ownRefundLines),
  ...givenLines(order.id, back),
]
