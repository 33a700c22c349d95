import { paymentKeys } from '../../../functions/payment/keys.ts'
import { orderIdOf } from '../../../functions/payment/orders/order.ts'
import { channelOf } from '../../../functions/payment/paying/methods.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { ChannelOrder } from '../channel/channel.ts'
import { itemAt, type World } from '../world/world.ts'

/** What goes back, in fen, written out from the rule and not from the code. */
const backFen: Record<string, Record<string, Fen>> = {
  fee: { verified: 0, mismatch: 0, no_record: 100, identity_in_use: 100, undetermined: 100 },
  membership: { verified: 0, mismatch: 900, no_record: 1000, identity_in_use: 1000, undetermined: 1000 },
}

export const PRICE_FEN: Record<string, Fen> = { fee: 100, membership: 1000 }

/** The number in a frozen payment request. */
export const outTradeNoIn = (request: unknown): string =>
  typeof request === 'object' && request !== null && 'outTradeNo' in request ? String(request.outTradeNo) : ''

export const orderItemOf = (world: World, outTradeNo: string): Item | undefined =>
  itemAt(world, paymentKeys.order(orderIdOf(outTradeNo) ?? ''))

export const verificationOfOrder = (world: World, order: Item | undefined): Item | undefined =>
  order?.verificationId === undefined
    ? undefined
    : itemAt(world, verificationKeys.verification(String(order.accountId), String(order.verificationId)))

/** True if this very payment bought its order. */
export const bought = (world: World, { request, payment }: ChannelOrder): boolean =>
  payment !== undefined && orderItemOf(world, request.outTradeNo)?.transactionId === payment.transactionId

/** The payment is written down here. */
export const isHeardOf = (world: World, { request, payment }: ChannelOrder): boolean =>
  payment !== undefined &&
  itemAt(world, paymentKeys.fact(channelOf(request.method), payment.transactionId)) !== undefined

/** What must go back of a payment by now: nothing while it is undecided or not heard of. P7, P12, P16. */
export const owedFen = (world: World, paid: ChannelOrder): Fen => {
  const { request, payment } = paid
  if (!payment) return 0
  if (world.paidWhileBanned.has(request.outTradeNo)) return payment.paidFen
  if (!bought(world, paid)) {
    return isHeardOf(world, paid) ? payment.paidFen : 0
  }
  const verification = verificationOfOrder(world, orderItemOf(world, request.outTradeNo))
  return backFen[String(verification?.offer)]?.[String(verification?.status)] ?? 0
}
