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

/** Somebody new as far as the code to scan. */
export const begunWay = async ({ platform, person }: Instance, outcome: string, offer: Offer) => {
  const { phone, ...rest } = await person(outcome)
  const user = await signIn(platform, phone)
  const { id, order } = await submit(platform, user, { phone, ...rest }, offer)
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
  return { user, id, codeUrl, outTradeNo }
}

/** How far it has come: in the eyes of the user, of the vendor, of the channel. */
export const endOfWay = async (
  { platform }: Instance,
  { user, id, outTradeNo }: Awaited<ReturnType<typeof begunWay>>,
) => {
  const { status, refund } = await verificationNow(platform, user, id)
  const { billed, unbilled } = await vendorCalls(platform, user.phone)
  const { refundedFen } = await moneyAtChannel(platform, outTradeNo)
  return { status, refund: refund?.status, calls: billed + unbilled, refundedFen }
}

/** The whole way of somebody new, through WeChat Pay. */
export const travelled = async (instance: Instance, outcome: string, offer: Offer, faults: PaymentFaults = {}) => {
  const way = await begunWay(instance, outcome, offer)
  await scan(instance.platform, way.codeUrl, faults)
  await settle(instance.engine)
  return endOfWay(instance, way)
}
