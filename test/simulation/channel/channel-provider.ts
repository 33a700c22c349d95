import type {
  Notification,
  PaymentChannel,
  PaymentProvider,
  RefundRequest,
} from '../../../functions/payment/paying/provider.ts'
import { isNobody } from '../orders/payers.ts'
import {
  type Channel,
  type ChannelOrder,
  type ChannelRefund,
  factOf,
  goingBackFen,
  isKnown,
  isOpen,
  refundStateOf,
} from './channel.ts'

const terms = (of: object): string => JSON.stringify(Object.entries(of).sort())
const same = (a: object, b: object): boolean => terms(a) === terms(b)

const refundFault = (order: ChannelOrder, request: RefundRequest): string | undefined => {
  if (order.payment?.paidFen !== request.totalFen) return 'total_differs'
  return goingBackFen(order) + request.refundFen > request.totalFen ? 'more_than_was_paid' : undefined
}

const refund = (channel: Channel, request: RefundRequest) => {
  const order = channel.orders.get(request.outTradeNo)
  if (order?.payment?.transactionId !== request.transactionId) {
    return { kind: 'unavailable' as const, code: 'RESOURCE_NOT_EXISTS', needsRepair: true as const }
  }
  const known = order.refunds.get(request.outRefundNo)
  if (known) {
    if (!known.looked) channel.breach('a refund was asked for again without a look at its state')
    if (!same(known.request, request)) channel.breach('a refund was asked for again with other terms')
    known.looked = false
    return refundStateOf(known)
  }
  const fault = refundFault(order, request)
  if (fault) {
    // What the channel gave back by itself, the merchant may not know of yet.
    if (order.forced.size === 0) channel.breach(`a refund is refused: ${fault}`)
    channel.refused.add(request.outRefundNo)
    return { kind: 'rejected' as const, code: fault }
  }
  if (channel.moods.isShort()) return { kind: 'unavailable' as const, code: 'NOT_ENOUGH', needsRepair: true as const }
  const { ends, afterMs, repairMs } = channel.moods.refund()
  if (ends === 'refused') {
    channel.refused.add(request.outRefundNo)
    return { kind: 'rejected' as const, code: 'USER_ACCOUNT_ABNORMAL' }
  }
  const askedAt = channel.now()
  const isEndless = ends === 'PROCESSING' || ends === 'HELD'
  const endsAt = isEndless ? Number.POSITIVE_INFINITY : askedAt + afterMs
  const repairedAt = repairMs === undefined ? undefined : endsAt + repairMs
  const state = isEndless ? ends : 'PROCESSING'
  const accepted: ChannelRefund = { request, state, ends, endsAt, repairedAt, askedAt, looked: false }
  order.refunds.set(request.outRefundNo, accepted)
  return refundStateOf(accepted)
}

const queryRefund = (channel: Channel, outTradeNo: string, outRefundNo: string) => {
  const found = channel.orders.get(outTradeNo)?.refunds.get(outRefundNo)
  if (!found) return { kind: 'absent' as const }
  found.looked = true
  return refundStateOf(found)
}

/** The channel as the service sees it: the answers of its API. Network trouble is laid over it where it is called. */
export const channelProvider = (channel: Channel, name: PaymentChannel): PaymentProvider => ({
  channel: name,
  methods: name === 'wechat_pay' ? ['wechat_native', 'wechat_h5', 'wechat_jsapi'] : ['alipay_qr'],
  async create(request) {
    const order = channel.orders.get(request.outTradeNo)
    if (isNobody(request)) {
      channel.breach('an order was made for nobody')
      return { kind: 'rejected', code: 'PARAM_ERROR' }
    }
    if (!order) {
      if (channel.now() >= request.expiresAt) return { kind: 'rejected', code: 'PARAM_ERROR' }
      channel.orders.set(request.outTradeNo, { request, isScanned: false, refunds: new Map(), forced: new Map() })
    } else if (!same(order.request, request)) {
      channel.breach('an order was created again with other terms')
      return { kind: 'rejected', code: 'INVALID_REQUEST' }
    } else if (order.payment) return { kind: 'already_paid' }
    else if (!isOpen(channel, order)) return { kind: 'rejected', code: 'ORDER_CLOSED' }
    return { kind: 'created', action: { codeUrl: `code:${request.outTradeNo}` } }
  },
  async query(outTradeNo) {
    const order = channel.orders.get(outTradeNo)
    if (!order || !isKnown(order)) return { kind: 'absent' }
    const fact = factOf(order)
    if (fact) return { kind: 'paid', fact }
    return { kind: isOpen(channel, order) ? 'unpaid' : 'closed' }
  },
  async close(outTradeNo) {
    const order = channel.orders.get(outTradeNo)
    if (!order || !isKnown(order)) return { kind: 'unavailable', code: 'ORDER_NOT_EXIST' }
    if (order.payment) return { kind: 'already_paid' }
    order.closedAt ??= channel.now()
    return { kind: 'closed' }
  },
  refund: async (request) => refund(channel, request),
  queryRefund: async ({ outTradeNo, outRefundNo }) => queryRefund(channel, outTradeNo, outRefundNo),
  readNotification: (_headers, rawBody): Notification => JSON.parse(rawBody.toString()),
})
