import { channelOf } from '../../../functions/payment/paying/methods.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { mayPay, type Phone } from '../orders/payers.ts'
import {
  type Channel,
  type ChannelOrder,
  type ChannelRefund,
  factOf,
  goingBackFen,
  impatientAt,
  isOpen,
  refundStateOf,
} from './channel.ts'
import { complainedAndGotBack, gaveUpOn } from './channel-complaints.ts'
import { announce } from './channel-notices.ts'

/** The payer pays, `by` their phone; `late`: although the order is over, as when they had begun before. Answers whether money moved. */
export const payerPays = (
  channel: Channel,
  outTradeNo: string,
  oddly: { amountFen?: Fen; late?: boolean; by?: Phone } = {},
): boolean => {
  const order = channel.orders.get(outTradeNo)
  if (!order || order.payment) return false
  if (oddly.by && !mayPay(order, oddly.by)) return false
  const late = !isOpen(channel, order)
  if (late && !oddly.late) return false
  order.isScanned = true
  const transactionId = `42000000${outTradeNo}`
  order.payment = { transactionId, paidFen: oddly.amountFen ?? order.request.amountFen, paidAt: channel.now(), late }
  announce(channel, outTradeNo, { kind: 'payment', fact: factOf(order) })
  return true
}

const told = (channel: Channel, order: ChannelOrder, outRefundNo: string, refund: ChannelRefund): void => {
  const { outTradeNo } = order.request
  announce(channel, outTradeNo, { kind: 'refund', outTradeNo, outRefundNo, state: refundStateOf(refund) })
}

/** What the channel could still give back of a payment by itself. */
export const leftFen = (order: ChannelOrder): Fen => (order.payment?.paidFen ?? 0) - goingBackFen(order)

/**
 * The channel gives money back without being asked: at most what it holds. Its bill tells of it, and a notification if a
 * complaint led to it. Answers whether money moved.
 */
export const givesBackUnasked = (
  channel: Channel,
  outTradeNo: string,
  { fen, complains = false }: { fen?: Fen; complains?: boolean } = {},
): boolean => {
  const order = channel.orders.get(outTradeNo)
  const back = order && Math.min(fen ?? Number.POSITIVE_INFINITY, leftFen(order))
  if (!order || !back) return false
  order.forced.set(`f${order.forced.size + 1}-${outTradeNo}`, { fen: back, at: channel.now() })
  // Complaints of Alipay are not heard of here.
  if (complains && channelOf(order.request.method) === 'wechat_pay') complainedAndGotBack(channel, order)
  return true
}

/** The channel gives back all that is left of what a complaint is about, and that ends it, whatever there was. */
export const losesPatience = (channel: Channel, complaintId: string): void => {
  const complaint = channel.complaints.get(complaintId)
  if (!complaint) return
  givesBackUnasked(channel, complaint.outTradeNo)
  gaveUpOn(channel, complaint)
}

/** Whatever the channel does by itself, up to now. */
export const channelGoesOn = (channel: Channel): void => {
  const now = channel.now()
  for (const order of channel.orders.values()) {
    for (const [number, refund] of order.refunds) {
      if (refund.state === 'PROCESSING' && refund.endsAt <= now) {
        refund.state = refund.ends
        told(channel, order, number, refund)
      }
      if (refund.state === 'ABNORMAL' && refund.repairedAt !== undefined && refund.repairedAt <= now) {
        Object.assign(refund, { state: 'SUCCESS', endsAt: refund.repairedAt })
        told(channel, order, number, refund)
      }
    }
  }
  for (const complaint of channel.complaints.values())
    if (impatientAt(channel, complaint) <= now) losesPatience(channel, complaint.complaintId)
}
