import { channelOf } from '../../../functions/payment/paying/methods.ts'
import type { Item } from '../../../shared/table/write.ts'
import { type ChannelOrder, givenBackFen } from '../channel/channel.ts'
import { settledOn } from '../channel/channel-bill.ts'
import { handFen, twiceFen } from '../clerks/by-hand.ts'
import { orderItemOf, verificationOfOrder } from '../orders/owed.ts'
import { isWithOperator } from '../refunds/refund-rules.ts'
import type { World } from '../world/world.ts'
import { balances } from './ledger-book.ts'

/** A balance that must be: which account, and how much of its unit. */
type Expected = readonly [account: string, amount: number]

const itemsOf = (world: World, prefix: string): Item[] =>
  [...world.items.values()].filter((item) => item.sk.startsWith(prefix))

/** What a payment was for, once it is decided: what is kept of it is earned by that. */
const earnedBy = (world: World, order: Item | undefined): string => {
  if (order?.kind !== 'verification') return String(order?.kind)
  const verification = verificationOfOrder(world, order)
  return verification?.status === 'verified' && verification.offer === 'membership' ? 'membership' : 'fee'
}

/**
 * The channel holds what was paid less what went back; what stands with the operator is payable; what was paid by hand left the bank,
 * and where the channel paid it too that is in suspense; the rest is earned. What went out beyond all that was paid, the payer has twice.
 */
const ofPayment = (world: World, order: ChannelOrder): Expected[] => {
  if (!order.payment) return []
  const { outTradeNo, method } = order.request
  const keptFen = order.payment.paidFen - givenBackFen(order)
  const payableFen = itemsOf(world, 'REFUND#')
    .filter((refund) => refund.outTradeNo === outTradeNo && isWithOperator(world, refund))
    .reduce((sum, { refundFen }) => sum + Number(refundFen), 0)
  const [byHandFen, doubleFen] = [handFen(world, order), twiceFen(world, order)]
  const beyondFen = payableFen + byHandFen - doubleFen - keptFen
  return [
    [`clearing:${channelOf(method)}`, keptFen],
    [`refund-payable:${outTradeNo}`, -payableFen],
    ['bank', -byHandFen],
    [`suspense:${channelOf(method)}`, doubleFen],
    [`revenue:${earnedBy(world, orderItemOf(world, outTradeNo))}`, Math.min(0, beyondFen)],
    [`paid-twice:${outTradeNo}`, Math.max(0, beyondFen)],
  ]
}

/** What the channel paid out for a day has left its hands. */
const ofDay = (world: World, { channel, day, status }: Item): Expected[] => {
  const name = world.settings.reconciliation.channels.find((one) => one === channel)
  const settled = name && status === 'done' ? settledOn(world.channel, name, String(day)) : undefined
  if (!settled) return []
  return [
    ['bank', settled.settledFen],
    ['expense:channel', settled.feeFen],
    [`clearing:${channel}`, -settled.settledFen - settled.feeFen],
  ]
}

const ofVendor = (world: World, { billed, vendor }: Item): Expected[] => {
  const cost = billed === 'yes' ? (world.settings.vendorCost[String(vendor)] ?? 0) : 0
  return [
    [`expense:vendor:${vendor}`, cost],
    [`payable:vendor:${vendor}`, -cost],
  ]
}

const ofPoints = ({ kind, status, points, accountId, takenBackAt }: Item): Expected[] => {
  const issued = kind === 'points' && status === 'settled' && takenBackAt === undefined ? Number(points) : 0
  return [
    ['points-issued', issued],
    [`points:${accountId}`, -issued],
  ]
}

/** The whole ledger is what channel, vendor and orders say, to the fen; every deposit is at zero. */
export const finalLedgerFaults = (world: World): string[] => {
  const expected = new Map<string, number>()
  const all = [
    ...[...world.channel.orders.values()].flatMap((order) => ofPayment(world, order)),
    ...itemsOf(world, 'CHECK#').flatMap((item) => ofVendor(world, item)),
    ...itemsOf(world, 'ORDER').flatMap(ofPoints),
    ...itemsOf(world, 'RECONCILIATION').flatMap((item) => ofDay(world, item)),
  ]
  for (const [account, amount] of all) expected.set(account, (expected.get(account) ?? 0) + amount)
  const book = balances(world)
  const accounts = new Set([...book.keys(), ...expected.keys()])
  return [...accounts].flatMap((account) => {
    const [is, should] = [book.get(account) ?? 0, expected.get(account) ?? 0]
    return is === should ? [] : [`ledger: ${account} is ${is} and should be ${should}`]
  })
}
