import { channelOf } from '../../functions/payment/providers/methods.ts'
import type { Item } from '../../shared/table/write.ts'
import { type ChannelOrder, givenBackFen } from './channel.ts'
import { balances } from './ledger-book.ts'
import { orderItemOf, owedFen, verificationOfOrder } from './owed.ts'
import type { World } from './world.ts'

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

/** The channel holds what was paid less what went back; what is owed and did not go back is payable; the rest is earned. */
const ofPayment = (world: World, order: ChannelOrder): Expected[] => {
  if (!order.payment) return []
  const { outTradeNo, method } = order.request
  const [back, owed] = [givenBackFen(order), owedFen(world, order)]
  return [
    [`clearing:${channelOf(method)}`, order.payment.paidFen - back],
    [`refund-payable:${outTradeNo}`, back - owed],
    [`revenue:${earnedBy(world, orderItemOf(world, outTradeNo))}`, owed - order.payment.paidFen],
  ]
}

const ofVendor = (world: World, { billed, vendor }: Item): Expected[] => {
  const cost = billed === 'yes' ? (world.settings.vendorCost[String(vendor)] ?? 0) : 0
  return [
    [`expense:vendor:${vendor}`, cost],
    [`payable:vendor:${vendor}`, -cost],
  ]
}

const ofPoints = ({ kind, status, points, accountId }: Item): Expected[] => {
  const issued = kind === 'points' && status === 'settled' ? Number(points) : 0
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
  ]
  for (const [account, amount] of all) expected.set(account, (expected.get(account) ?? 0) + amount)
  const book = balances(world)
  const accounts = new Set([...book.keys(), ...expected.keys()])
  return [...accounts].flatMap((account) => {
    const [is, should] = [book.get(account) ?? 0, expected.get(account) ?? 0]
    return is === should ? [] : [`ledger: ${account} is ${is} and should be ${should}`]
  })
}
