import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { sources } from '../../../shared/kernel/states.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { forcedAnnounced } from '../announced-store.ts'
import type { Goods } from '../good.ts'
import { refundForced } from '../ledger/ledger.ts'
import { booked, bookingsAmong } from '../ledger/ledger-store.ts'
import { madeUpNumber, type Position, positionOf, unnumberedFen } from '../ledger/position.ts'
import { moneyBackNoted } from '../money-back/money-back-store.ts'
import { findOrder } from '../orders/find-order.ts'
import { type Order, orderIdOf } from '../orders/order.ts'
import { orderForcedBack } from '../orders/order-store.ts'
import type { PaymentChannel } from '../paying/provider.ts'
import { type Refund, refundTransitions } from './refund.ts'
import { refundReduced, refundSuperseded, refundsAmong } from './refund-store.ts'

export type ForcedRefundDeps = {
  table: Table
  clock: Clock
  goods: Goods
  /** Somebody must look: rings the alarm of the function. */
  alarm: Alarm
}

/** A payment the channel is said to have given back from, and how that payment stands. */
type Found = { order: Order; refunds: readonly Refund[]; position: Position }

const find = async (table: Table, channel: PaymentChannel, outTradeNo: string): Promise<Found | undefined> => {
  const orderId = orderIdOf(outTradeNo)
  const found = orderId === undefined ? undefined : await findOrder(table, orderId)
  const position = found && positionOf(bookingsAmong(found.items), channel, outTradeNo)
  if (!position) return undefined
  const refunds = refundsAmong(found.items).filter((refund) => refund.outTradeNo === outTradeNo)
  return { order: found.order, refunds, position }
}

export type ForcedRefund = {
  channel: PaymentChannel
  outTradeNo: string
  /** The channel's own number of it: it counts once under that. */
  channelRefundId: string
  fen: Fen
  at: Millis
}

/**
 * `already_absorbed`: also when a complaint told of it before under a number made up here. `undecided`: the check still runs;
 * ask again when the verdict is there. `more_than_paid`: the channel says it gave back what it did not have; a person must look.
 */
export type Absorbed = 'absorbed' | 'already_absorbed' | 'undecided' | 'unknown_order' | 'more_than_paid'

const refusal = (
  { position }: Found,
  { channelRefundId, fen }: ForcedRefund,
): Exclude<Absorbed, 'absorbed'> | undefined => {
  if (position.forced.has(channelRefundId)) return 'already_absorbed'
  if (position.undecidedFen > 0) return 'undecided'
  if (fen <= position.leftFen) return undefined
  return fen <= unnumberedFen(position) ? 'already_absorbed' : 'more_than_paid'
}

/**
 * What becomes of our own refunds of that payment. The forced one pays them first. One that is on its way to the channel can no
 * longer be changed: if the channel has not enough left for both, ours cannot go through any more; otherwise both do.
 */
const spared = ({ refunds, position }: Found, fen: Fen, now: Millis): { owedFen: Fen; writes: Write[] } => {
  const spare = { owedFen: 0, writes: [] as Write[] }
  for (const refund of refunds.filter(({ status }) => sources(refundTransitions, 'superseded').includes(status))) {
    const covered = Math.min(refund.refundFen, fen - spare.owedFen, position.owedFen - spare.owedFen)
    const bothGoThrough = refund.status !== 'due' && fen + refund.refundFen <= position.leftFen
    if (covered <= 0 || bothGoThrough) continue
    const owed = refund.refundFen - covered
    spare.writes.push(owed === 0 ? refundSuperseded(refund) : refundReduced(refund, owed, now))
    spare.owedFen += covered
  }
  return spare
}

const absorb = async (deps: ForcedRefundDeps, found: Found, forced: ForcedRefund): Promise<boolean> => {
  const { order, position } = found
  const now = deps.clock.now()
  const { owedFen, writes } = spared(found, forced.fen, now)
  // What was bought goes back once its whole price did.
  const takes = order.takenBackAt === undefined && position.kept !== undefined && forced.fen === position.leftFen
  const back = takes ? await deps.goods[order.kind].planTakingBack(deps.table, order, now) : []
  // Before the commit: an alarm that rings twice does less harm than one that was lost.
  const { channel, outTradeNo, fen } = forced
  deps.alarm('refund_forced', { channel, outTradeNo, fen, owedFen, takenBack: back.length > 0 ? 1 : 0 })
  const booking = refundForced({ ...forced, owedFen, kept: position.kept })
  const committed = await deps.table.commit([
    booked(order.id, booking),
    orderForcedBack(order, fen, back.length > 0 ? now : undefined),
    moneyBackNoted({ accountId: order.accountId, orderId: order.id }, now),
    forcedAnnounced(order, { refundFen: fen, takenBack: back.length > 0 }, now),
    ...writes,
    ...back,
  ])
  return committed.kind === 'committed'
}

/** The seller hears that its price is gone while nobody has decided whose it is; said twice, it is noted once. */
const tellSeller = async (deps: ForcedRefundDeps, { order }: Found): Promise<void> => {
  const noted = (await deps.goods[order.kind].planReversal?.(deps.table, order, deps.clock.now())) ?? []
  // Whoever was faster has decided, or noted it.
  if (noted.length > 0) await deps.table.commit(noted)
}

const TRIES = 4

/**
 * The channel gave money back without being asked by us. One commit, once per number: the ledger moves, what is owed for that
 * payment counts as paid by it, what it bought is taken back; what nobody has decided yet is told to its seller. Rings an alarm. Throws `Contended` when the order keeps changing
 * underneath.
 */
export const absorbForcedRefund = async (deps: ForcedRefundDeps, forced: ForcedRefund): Promise<Absorbed> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await find(deps.table, forced.channel, forced.outTradeNo)
    if (!found) return 'unknown_order'
    const refused = refusal(found, forced)
    if (refused === 'more_than_paid') deps.alarm(refused, { outTradeNo: forced.outTradeNo, fen: forced.fen })
    if (refused === 'undecided' && forced.fen >= found.position.leftFen) await tellSeller(deps, found)
    if (refused) return refused
    if (await absorb(deps, found, forced)) return 'absorbed'
  }
  throw new Contended('an order kept changing while a forced refund was absorbed')
}

/**
 * Only later is it known what the channel did by itself. `later`: our own refund is on its way, or the check still runs. `with_operator`:
 * our own is with a person, and the channel, which took it, may have paid it since. `unknown_payment`: nobody has told us of it yet.
 */
export type FullyAbsorbed =
  | { kind: 'unknown_payment' | 'later' | 'with_operator' }
  | { kind: 'settled'; forcedFen: Fen }

/** What a person has to end may have been ended at the channel, unless that never took it. */
const mayBePaid = ({ status, refusedAt }: Refund): boolean => status === 'operator' && refusedAt === undefined

/**
 * A complaint says that everything of a payment has gone back. What we did not give back ourselves, the channel did. Answers how
 * much that was, over all.
 */
export const absorbFullRefund = async (
  deps: ForcedRefundDeps,
  of: { channel: PaymentChannel; outTradeNo: string; complaintId: string },
): Promise<FullyAbsorbed> => {
  const found = await find(deps.table, of.channel, of.outTradeNo)
  if (!found) return { kind: 'unknown_payment' }
  const { position, refunds } = found
  if (position.undecidedFen > 0 && refunds.length === 0) await tellSeller(deps, found)
  if (position.undecidedFen > 0 || refunds.some(({ status }) => status === 'submitted')) return { kind: 'later' }
  if (refunds.some(mayBePaid)) return { kind: 'with_operator' }
  const before = [...position.forced.values()].reduce((sum, { fen }) => sum + fen, 0)
  if (position.leftFen <= 0) return { kind: 'settled', forcedFen: before }
  const channelRefundId = madeUpNumber(of.complaintId, of.outTradeNo)
  const forced = { ...of, channelRefundId, fen: position.leftFen, at: deps.clock.now() }
  const absorbed = await absorbForcedRefund(deps, forced)
  return absorbed === 'absorbed' ? { kind: 'settled', forcedFen: before + forced.fen } : { kind: 'later' }
}
