import { verificationKeys } from '../../functions/verification/keys.ts'
import { addBeijingMonths, MINUTE } from '../../shared/kernel/time.ts'
import type { Item } from '../../shared/table/write.ts'
import { banFaults, rememberPayments } from './bans/ban-rules.ts'
import { auditFaults } from './books/audit-rules.ts'
import { ledgerFaults } from './books/ledger-book.ts'
import { isOpen } from './channel/channel.ts'
import { proposalFaults } from './clerks/proposal-rules.ts'
import { complaintFaults } from './complaints/complaint-rules.ts'
import { eventFaults } from './events/event-rules.ts'
import { openOrderFaults } from './orders/open-order-rules.ts'
import { isHeardOf, outTradeNoIn, PRICE_FEN } from './orders/owed.ts'
import { openAttemptFaults } from './orders/payers.ts'
import { claimFaults, personFaults } from './persons/person-rules.ts'
import { forcedFaults, isForced, payableFaults } from './refunds/forced-rules.ts'
import { refundFaults } from './refunds/refund-rules.ts'
import { toldFaults } from './refunds/told-rules.ts'
import { countsOf } from './runs/coverage.ts'
import { disclosureFaults } from './vendor/disclosure-rules.ts'
import { lookFaults } from './vendor/look-rules.ts'
import { vendorCounts, vendorRuleFaults } from './vendor/vendor-rules.ts'
import type { Change } from './world/record.ts'
import { itemAt, type World } from './world/world.ts'

/** Which states may follow which; an item always begins with the first one of ''. */
const moves: Record<string, Record<string, readonly string[]>> = {
  ORDER: {
    '': ['created'],
    created: ['paid', 'settled', 'refunded', 'closed'],
    paid: ['settled', 'refunded'],
    closed: ['refunded'],
  },
  VERIFICATION: {
    '': ['awaiting_payment'],
    awaiting_payment: ['queued', 'cancelled', 'expired'],
    queued: ['checking', 'identity_in_use', 'undetermined'],
    checking: ['queued', 'verified', 'mismatch', 'no_record', 'identity_in_use', 'undetermined'],
  },
  CHECK: { '': ['ready'], ready: ['calling', 'unknown'], calling: ['ready', 'done', 'unknown'] },
  BREAKER: { '': ['open'], open: ['half_open'], half_open: ['open', 'closed'], closed: ['open'] },
  REFUND: {
    '': ['due'],
    due: ['submitted', 'superseded'],
    submitted: ['due', 'succeeded', 'operator', 'superseded'],
    operator: ['succeeded', 'due', 'superseded'],
  },
  PAYMENT: { '': ['open'], open: ['left', 'closed'], left: ['closed'] },
  PROPOSAL: { '': ['open'], open: ['approved', 'refused'] },
  COMPLAINT: {
    '': ['open'],
    open: ['replied', 'completed', 'withdrawn', 'forced'],
    replied: ['open', 'completed', 'withdrawn', 'forced'],
    completed: ['open', 'replied', 'forced'],
    withdrawn: ['open', 'replied', 'forced'],
    forced: ['open', 'replied'],
  },
  RECONCILIATION: { '': ['due'], due: ['done'], done: ['due'] },
}

const stateFaults = ({ key, kind, before, after }: Change): string[] => {
  const table = moves[kind]
  if (!table) return []
  const [from, to] = [String(before?.status ?? ''), String(after?.status ?? '')]
  return from === to || table[from]?.includes(to) ? [] : [`${key.sk} goes from ${from} to ${to}`]
}

const turned = ({ before, after }: Change, to: string): boolean => before?.status !== to && after?.status === to

/** Money buys only what the channel really took, in full, for an order that was open. */
const orderFaults = (world: World, change: Change): string[] => {
  const { after: order } = change
  if (!order) return ['an order is gone']
  const faults: string[] = []
  if (change.before?.transactionId !== order.transactionId) {
    const payment = world.channel.orders.get(String(order.outTradeNo))?.payment
    if (change.before?.status !== 'created') faults.push('an order that was not open was bought')
    if (payment?.transactionId !== order.transactionId) faults.push('an order was bought that nobody paid')
    if (payment?.paidFen !== order.amountFen) faults.push('an order was bought for another amount')
  }
  const price = order.kind === 'points' ? order.points : (PRICE_FEN[String(order.offer ?? 'membership')] ?? -1)
  if (order.amountFen !== price) faults.push('an order has another price than its offer')
  return faults
}

/**
 * What is said to be closed here, and was offered to a payer, must be closed there, and not paid while it could be. Only a code
 * that nobody scanned may be left to itself, as long as its order is looked at again.
 */
const closingFaults = (world: World, change: Change): string[] => {
  if (!turned(change, 'closed')) return []
  const attempts = change.kind === 'PAYMENT' ? [change.after] : paymentsOf(world, change.key.pk)
  return attempts.flatMap((attempt) => {
    const order = world.channel.orders.get(outTradeNoIn(attempt?.request))
    if (!order || attempt?.action === undefined) return []
    if (attempt.status === 'left' && change.after?.dueAt !== undefined) return []
    const where = `${change.key.sk} is closed here`
    if (isOpen(world.channel, order)) return [`${where} while ${order.request.outTradeNo} can be paid`]
    const isMissed = order.payment && !order.payment.late && !isHeardOf(world, order)
    return isMissed ? [`${where} although ${order.request.outTradeNo} was paid`] : []
  })
}

const paymentsOf = (world: World, pk: string): Item[] =>
  [...world.items.values()].filter((item) => item.pk === pk && item.sk.startsWith('PAYMENT#'))

const OPEN = ['awaiting_payment', 'queued', 'checking']

/** One open verification at a time, and the account says which. */
const attemptFaults = (world: World, pk: string): string[] => {
  const account = pk.slice('ACCOUNT#'.length)
  const open = [...world.items.values()].filter(
    (item) => item.pk === pk && item.sk.startsWith('VERIFICATION#') && OPEN.includes(String(item.status)),
  )
  const said = itemAt(world, verificationKeys.tries(account))?.open
  if (open.length > 1) return ['an account has two open verifications']
  return said === open[0]?.id ? [] : [`ATTEMPTS.open is ${said} while ${open[0]?.id ?? 'nothing'} is open`]
}

/** A month more, or what an order had bought less. */
const membershipFaults = (world: World, { before, after }: Change, takenBack: Item | undefined): string[] => {
  const runs = Number(before?.until ?? 0)
  const until = Number(after?.until)
  if (takenBack)
    return until === runs - Number(takenBack.grantedMs) ? [] : ['another membership was taken back than was bought']
  // The operation read the clock before it wrote, and lives half a minute at most; five minutes with the bill in hand.
  const earliest = addBeijingMonths(Math.max(runs, world.time.now - 5 * MINUTE), 1)
  const latest = addBeijingMonths(Math.max(runs, world.time.now), 1)
  return until >= earliest && until <= latest ? [] : ['a membership is not a month longer']
}

/** Another version of the key knows the same person of the same account: it is no other identity. */
const isReindexed = ({ before, after }: Change): boolean => {
  if (!before || !after || before.personIndex === after.personIndex) return false
  const known = ({ personIndex: _personIndex, op: _op, ...rest }: Item): string => JSON.stringify(rest)
  return known(before) === known(after)
}

/** An identity, a place in the person index and a month of membership come with what earns them, in the same commit. */
const rewardFaults = (world: World, changes: readonly Change[]): string[] => {
  const faults: string[] = []
  const verified = changes.find((one) => one.kind === 'VERIFICATION' && turned(one, 'verified'))?.after
  const identity = changes.find((one) => one.kind === 'IDENTITY' && !isReindexed(one))
  // What a look of the platform finds out changes what is proven of an identity, and not whose it is.
  const isLook = changes.some(({ kind, after }) => kind === 'CHECK' && after?.look !== undefined)
  if (!isLook && (verified === undefined) !== (identity === undefined))
    faults.push('verified and identity do not come together')
  const isSame = isLook && identity?.before?.personIndex === identity?.after?.personIndex
  if (identity?.before && !isSame) faults.push('an identity was replaced')
  for (const { key, after } of changes.filter((one) => one.kind === 'PERSON')) {
    const size = after?.accounts instanceof Set ? after.accounts.size : 0
    if (size > world.settings.checks.accountsPerPerson) faults.push(`${key.pk} is held by ${size} accounts`)
  }
  const sold = changes.some(
    ({ after, before }) => after?.kind === 'membership' && after.status === 'settled' && before?.status === 'created',
  )
  const membership = changes.find((one) => one.kind === 'MEMBERSHIP')
  const takenBack = changes.find(({ after, before }) => after?.takenBackAt !== before?.takenBackAt)?.after
  if ((membership !== undefined) !== (sold || verified?.offer === 'membership' || takenBack?.grantedMs !== undefined))
    faults.push('a membership and what earns or loses it do not come together')
  if (membership) faults.push(...membershipFaults(world, membership, takenBack))
  return faults
}

const changeFaults = (world: World, change: Change, changes: readonly Change[]): string[] => {
  const { kind } = change
  return [
    ...stateFaults(change),
    ...(kind === 'ORDER' ? orderFaults(world, change) : []),
    ...(kind === 'ORDER' || kind === 'PAYMENT' ? closingFaults(world, change) : []),
    ...(kind === 'REFUND' ? refundFaults(world, change, changes.some(isForced)) : []),
    ...(kind === 'LEDGER' ? ledgerFaults(world, change) : []),
    ...(kind === 'FACT' && change.before ? ['a payment was recorded twice'] : []),
  ]
}

/** Whose elements stand behind a new order. */
const remember = (world: World, changes: readonly Change[]): void => {
  const person = world.acting && world.submitting.get(world.acting)
  const order = changes.find((one) => one.kind === 'ORDER' && !one.before)?.after
  if (person && order) world.submitted.set(String(order.id), person)
}

/** Looks at every commit, at the moment it takes effect. */
export const watch =
  (world: World) =>
  (changes: readonly Change[]): void => {
    rememberPayments(world, changes)
    const accounts = new Set(
      changes.filter((one) => ['VERIFICATION', 'ATTEMPTS'].includes(one.kind)).map(({ key }) => key.pk),
    )
    world.violations.push(
      ...changes.flatMap((change) => changeFaults(world, change, changes)),
      ...[...accounts].flatMap((pk) => attemptFaults(world, pk)),
      ...rewardFaults(world, changes),
      ...forcedFaults(world, changes),
      ...payableFaults(world, changes),
      ...toldFaults(world, changes),
      ...vendorRuleFaults(world, changes),
      ...banFaults(world, changes),
      ...openAttemptFaults(world, changes),
      ...openOrderFaults(world, changes),
      ...claimFaults(world, changes),
      ...personFaults(world, changes),
      ...disclosureFaults(world, changes),
      ...lookFaults(world, changes),
      ...auditFaults(world, changes),
      ...proposalFaults(world, changes),
      ...complaintFaults(world, changes),
      ...eventFaults(changes, world.time.now),
    )
    countsOf(world, changes)
    vendorCounts(world, changes)
    remember(world, changes)
  }
