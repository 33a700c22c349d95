import {
  codeToScan,
  moneyAtChannel,
  type Offer,
  type PaymentFaults,
  scan,
  signIn,
  submit,
  vendorCalls,
  verificationNow,
} from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'

/** Somebody new as far as the order. */
export const submitted = async (instance: Instance, outcome: string, offer: Offer) => {
  const person = await instance.person(outcome)
  const user = await signIn(instance.platform, person.phone)
  const { id, order } = await submit(instance.platform, user, person, offer)
  return { person, user, id, orderId: order.id }
}

/** Somebody new as far as the code to scan. */
export const begunWay = async (instance: Instance, outcome: string, offer: Offer) => {
  const { person, user, id, orderId } = await submitted(instance, outcome, offer)
  const { codeUrl, outTradeNo } = await codeToScan(instance.platform, user, orderId)
  return { person, user, id, codeUrl, outTradeNo }
}

/** Somebody new who paid and is verified. */
export const verifiedUser = async (instance: Instance, offer: Offer) => {
  const way = await begunWay(instance, 'match', offer)
  await scan(instance.platform, way.codeUrl)
  await instance.platform.pass('1m')
  return way
}

/** How far it has come: in the eyes of the user, of the vendor, of the channel. */
export const endOfWay = async (
  { platform }: Instance,
  { user, id, outTradeNo }: Awaited<ReturnType<typeof begunWay>>,
) => {
  const { status, refunds } = await verificationNow(platform, user, id)
  const { billed, unbilled } = await vendorCalls(platform, user.phone)
  const { refundedFen } = await moneyAtChannel(platform, outTradeNo)
  return { status, refund: refunds[0]?.status, calls: billed + unbilled, refundedFen }
}

/** The whole way of somebody new, through WeChat Pay. */
export const travelled = async (instance: Instance, outcome: string, offer: Offer, faults: PaymentFaults = {}) => {
  const way = await begunWay(instance, outcome, offer)
  await scan(instance.platform, way.codeUrl, faults)
  await settle(instance.engine)
  return endOfWay(instance, way)
}
