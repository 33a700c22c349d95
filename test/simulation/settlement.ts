import { gateKeys } from '../../functions/gate/keys.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { walletKeys } from '../../functions/wallet/keys.ts'
import type { Fen } from '../../shared/kernel/money.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { outboxWork } from '../../shared/outbox/announced.ts'
import type { Item } from '../../shared/table/write.ts'
import { finalAuditFaults } from './books/audit-rules.ts'
import { finalLedgerFaults } from './books/ledger-end.ts'
import { differencesIn } from './channel/billing.ts'
import { askedBackFen, type ChannelOrder, forcedFen } from './channel/channel.ts'
import { handFen, isPaidTwice, numberOf, paidByHand, twiceFen } from './clerks/by-hand.ts'
import { finalComplaintFaults } from './complaints/complaint-rules.ts'
import { bought, isHeardOf, orderItemOf, owedFen, verificationOfOrder } from './orders/owed.ts'
import { handOverFaults, isWithOperator } from './refunds/refund-rules.ts'
import { finalToldFaults } from './refunds/told-rules.ts'
import { finalDisclosureFaults } from './vendor/disclosure-rules.ts'
import { possiblyExecuted } from './vendor/vendor.ts'
import { triesFaults } from './vendor/vendor-rules.ts'
import { itemAt, type World } from './world/world.ts'

const itemsOf = (world: World, prefix: string): Item[] =>
  [...world.items.values()].filter((item) => item.sk.startsWith(prefix))

const refundsOf = (world: World, outTradeNo: string): Item[] =>
  itemsOf(world, 'REFUND#').filter((item) => item.outTradeNo === outTradeNo)

const sumOf = (refunds: readonly Item[]): Fen => refunds.reduce((sum, { refundFen }) => sum + Number(refundFen), 0)

/**
 * What is owed has gone back or stands with the operator, and nothing more: but for what the channel gave back by itself, which
 * counts towards what is owed as far as we had not asked for that already.
 */
const backFaults = (world: World, order: ChannelOrder): string[] => {
  const { outTradeNo } = order.request
  const withOperator = refundsOf(world, outTradeNo).filter((refund) => isWithOperator(world, refund))
  const [asked, forced, owed] = [askedBackFen(order), forcedFen(order), owedFen(world, order)]
  // Once by us, by whichever way: what the channel paid under the number of one that was paid by hand stands in suspense.
  const back = asked - twiceFen(world, order) + handFen(world, order)
  const left = sumOf(withOperator)
  const isEnough = back + forced + left >= owed
  const paid = order.payment?.paidFen ?? 0
  const isTooMuch = back > owed || (forced === 0 && back + left > owed) || asked + forced + left > paid
  const item = orderItemOf(world, outTradeNo)
  const isAllForced = bought(world, order) && asked === 0 && forced === paid
  const took = item?.grantedMs !== undefined && bought(world, order) && item.takenBackAt !== undefined
  return [
    ...(isEnough && !isTooMuch ? [] : [`${outTradeNo}: ${back} and ${forced} fen went back, and ${owed} are owed`]),
    ...(sumOf(refundsOf(world, outTradeNo).filter(({ status }) => status !== 'superseded')) === back + left
      ? []
      : [`${outTradeNo}: the refunds written down are not those that were given`]),
    ...(item?.grantedMs === undefined || !bought(world, order) || took === isAllForced
      ? []
      : [`${outTradeNo}: membership and money did not go back together`]),
  ]
}

/** Every payment is known, its order has ended, and what is owed back has gone back or stands with the operator. */
const paymentFaults = (world: World, order: ChannelOrder): string[] => {
  const { outTradeNo } = order.request
  if (!order.payment) return order.refunds.size ? [`${outTradeNo} was refunded unpaid`] : []
  if (!isHeardOf(world, order)) return [`the payment of ${outTradeNo} is lost`]
  const status = String(orderItemOf(world, outTradeNo)?.status)
  const ended = bought(world, order) ? ['settled', 'refunded'] : ['settled', 'refunded', 'closed']
  return [
    ...(ended.includes(status) ? [] : [`${outTradeNo} was paid and its order is ${status}`]),
    ...backFaults(world, order),
  ]
}

/** A recorded verdict is the vendor's; one order never has two calls that may have been executed. P6. */
const vendorFaults = (world: World): string[] => {
  const faults: string[] = []
  for (const order of itemsOf(world, 'ORDER')) {
    const calls = world.vendors.calls.filter((call) => call.orderId === order.id).filter(possiblyExecuted)
    const status = String(verificationOfOrder(world, order)?.status ?? '')
    const said = calls[0]?.result.kind === 'verdict' ? calls[0].result.verdict : undefined
    const fits: Record<string, boolean> = {
      verified: said === 'match',
      // Known before the call, there is none.
      identity_in_use: said === 'match' || calls.length === 0,
      mismatch: said === 'mismatch',
      no_record: said === 'no_record',
    }
    if (fits[status] === false) faults.push(`verification ${status} where the vendor said ${said ?? 'nothing'}`)
    if (['awaiting_payment', 'queued', 'checking'].includes(status)) faults.push(`a verification stays ${status}`)
  }
  return faults
}

/** What an account has is what it bought or proved. */
const accountFaults = (world: World, accountId: string): string[] => {
  const orders = itemsOf(world, 'ORDER').filter((item) => item.accountId === accountId)
  const verified = itemsOf(world, 'VERIFICATION#').filter(
    (item) => item.accountId === accountId && item.status === 'verified',
  )
  const identity = itemAt(world, gateKeys.identity(accountId))
  const holders = identity && itemAt(world, verificationKeys.person(String(identity.personIndex)))?.accounts
  const points = orders
    .filter((item) => item.kind === 'points' && item.status === 'settled' && item.takenBackAt === undefined)
    .reduce((sum, item) => sum + Number(item.points), 0)
  return [
    ...(verified.length === (identity ? 1 : 0) ? [] : ['verified and identity differ']),
    ...(identity && !(holders instanceof Set && holders.has(accountId)) ? ['an identity is not in the index'] : []),
    ...(Number(itemAt(world, walletKeys.points(accountId))?.balance ?? 0) === points
      ? []
      : ['points differ from those bought']),
    ...(itemAt(world, verificationKeys.tries(accountId))?.open === undefined ? [] : ['ATTEMPTS.open is left behind']),
  ]
}

/** A person has to see to what was paid by hand and by the channel too, and no bill explains it away. */
const twiceFaults = (world: World): string[] => {
  const told = differencesIn(world, 'open').filter(({ outcome }) => outcome === 'paid_twice')
  const numbers = told.map(({ outRefundNo }) => String(outRefundNo)).sort()
  const twice = paidByHand(world)
    .filter((refund) => isPaidTwice(world, refund))
    .map(numberOf)
    .sort()
  return numbers.join() === twice.join() ? [] : [`paid twice is ${twice}, and told is ${numbers}`]
}

/** The channel tells the truth here: its bills leave nothing open but what was paid twice, and nobody's order is suspect. */
const billFaults = (world: World): string[] => [
  ...(['open', 'waiting'] as const).flatMap((status) =>
    differencesIn(world, status)
      .filter(({ outcome }) => outcome !== 'paid_twice')
      .map(({ kind, outcome }) => `a difference stays ${status}: ${kind}, ${outcome}`),
  ),
  ...twiceFaults(world),
  ...itemsOf(world, 'ORDER').flatMap(({ frozenAt }) => (frozenAt === undefined ? [] : ['an order is frozen'])),
]

/** What must hold when nothing is left to do. */
export const finalFaults = (world: World): string[] => [
  ...[...world.channel.orders.values()].flatMap((order) => paymentFaults(world, order)),
  ...vendorFaults(world),
  ...finalLedgerFaults(world),
  ...world.accounts.flatMap(({ id }) => [...accountFaults(world, id), ...triesFaults(world, id)]),
  ...[...world.items.values()].flatMap((item) =>
    item.dueAt === undefined || outboxWork.isOf(item) || isWithOperator(world, item)
      ? []
      : [`${item.sk} still owes work`],
  ),
  ...billFaults(world),
  ...handOverFaults(world),
  ...finalToldFaults(world),
  ...finalDisclosureFaults(world),
  ...finalAuditFaults(world),
  ...finalComplaintFaults(world),
  ...itemsOf(world, 'ORDER').flatMap((item) =>
    ['created', 'paid'].includes(String(item.status)) ? ['an order is left open'] : [],
  ),
]

const PROMISE = 24 * HOUR

/** P7: money is asked back at once, at the latest within 24 hours. Holds while the sweep runs at all. */
export const promptnessFaults = (world: World): string[] =>
  itemsOf(world, 'REFUND#').flatMap((refund) => {
    const first = [...world.channel.orders.values()]
      .flatMap((order) => [...order.refunds])
      .find(([number]) => number === `${refund.sk.slice('REFUND#'.length)}1`)
    return first && first[1].askedAt - Number(refund.dueSince) > PROMISE
      ? ['a refund was asked for after 24 hours']
      : []
  })
