import { channelOf } from '../../functions/payment/paying/methods.ts'
import type { Fen } from '../../shared/kernel/money.ts'
import {
  type Channel,
  type ChannelOrder,
  type ChannelRefund,
  factOf,
  givenBackFen,
  goingBackFen,
  isOpen,
  refundStateOf,
} from './channel.ts'
import { mayPay, type Phone } from './payers.ts'

const announce = (channel: Channel, about: string, notice: unknown): void => {
  const body = Buffer.from(JSON.stringify(notice))
  const lost = channel.moods.losesNotice()
  channel.notices.push({ about, body, at: channel.now() - channel.moods.skewMs, tries: 0, isTaken: false, lost })
}

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

/** The payer has got their way; the notification says only that something happened. */
const complained = (channel: Channel, order: ChannelOrder): void => {
  const { request, payment } = order
  const complaintId = `complaint${channel.complaints.size + 1}`
  channel.complaints.set(complaintId, {
    channel: channelOf(request.method),
    complaintId,
    state: 'processed',
    openedAt: channel.now(),
    text: '要求退款',
    orders: [
      { outTradeNo: request.outTradeNo, transactionId: payment?.transactionId ?? '', amountFen: request.amountFen },
    ],
    fullyRefunded: givenBackFen(order) === payment?.paidFen,
    awaitsReply: false,
    followUps: 1,
    problem: 'REFUND',
  })
  announce(channel, request.outTradeNo, { kind: 'complaint', complaintId, action: 'REFUND_SUCCESS' })
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
  if (complains && channelOf(order.request.method) === 'wechat_pay') complained(channel, order)
  return true
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
}
