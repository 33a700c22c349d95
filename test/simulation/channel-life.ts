import { orderIdOf } from '../../functions/payment/orders/order.ts'
import type { Fen } from '../../shared/kernel/money.ts'
import { type Channel, type ChannelOrder, type ChannelRefund, factOf, isOpen, refundStateOf } from './channel.ts'

const announce = (channel: Channel, about: string, notice: unknown): void => {
  const body = Buffer.from(JSON.stringify(notice))
  const lost = channel.moods.losesNotice()
  channel.notices.push({ about, body, at: channel.now() - channel.moods.skewMs, tries: 0, isTaken: false, lost })
}

/**
 * Nobody asks about an order that is bought, nor about a payment after the channel itself said "closed": of these only the
 * notification tells, or the daily bill. They arrive. A payment that is the only one of its order is to be found without.
 */
const noticesArrive = (channel: Channel, outTradeNo: string): void => {
  const orderId = orderIdOf(outTradeNo)
  const paid = [...channel.orders].filter(([number, { payment }]) => payment && orderIdOf(number) === orderId)
  if (paid.length < 2 && !paid.some(([, { payment }]) => payment?.late)) return
  for (const notice of channel.notices) if (orderIdOf(notice.about) === orderId) notice.lost = false
}

/** The payer pays; `late`: although the order is over, as when they had begun before. Answers whether money moved. */
export const payerPays = (
  channel: Channel,
  outTradeNo: string,
  oddly: { amountFen?: Fen; late?: boolean } = {},
): boolean => {
  const order = channel.orders.get(outTradeNo)
  if (!order || order.payment) return false
  const late = !isOpen(channel, order)
  if (late && !oddly.late) return false
  order.isScanned = true
  const transactionId = `t${outTradeNo}`
  order.payment = { transactionId, paidFen: oddly.amountFen ?? order.request.amountFen, paidAt: channel.now(), late }
  announce(channel, outTradeNo, { kind: 'payment', fact: factOf(order) })
  noticesArrive(channel, outTradeNo)
  return true
}

const told = (channel: Channel, order: ChannelOrder, outRefundNo: string, refund: ChannelRefund): void => {
  const { outTradeNo } = order.request
  announce(channel, outTradeNo, { kind: 'refund', outTradeNo, outRefundNo, state: refundStateOf(refund) })
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
