import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { target } from '../../../shared/kernel/states.ts'
import { toldName, type Write } from '../../../shared/table/write.ts'
import { suspended } from '../../payment/ledger/ledger.ts'
import { orderFrozen, orderThawed } from '../../payment/orders/order-store.ts'
import { type RecordDeps, recordPayment } from '../../payment/paying/record-payment.ts'
import { absorbForcedRefund } from '../../payment/refunds/absorb-forced-refund.ts'
import { findRefund } from '../../payment/refunds/find-refund.ts'
import { type RefundDeps, recordReport } from '../../payment/refunds/give-back.ts'
import { bookkeepingKeys } from '../keys.ts'
import { bookedForDay } from '../ledger/day-ledger-store.ts'
import type { BillRow } from './bill.ts'
import { type Difference, type DifferenceKind, differenceTransitions, explainedBy, heldFen } from './comparison.ts'
import { type Became, differenceStored, type StoredDifference } from './difference-store.ts'
import { type ApartDeps, apart, type Stored } from './read-apart.ts'
import type { Run } from './reconciliation-store.ts'

export type DifferenceDeps = RecordDeps &
  ApartDeps &
  Pick<RefundDeps, 'provider'> & {
    /** Somebody must look: rings the alarm of the function. */
    alarm: Alarm
  }

const explained = (outcome: string): Became => ({ on: 'explained', outcome })
const open = (outcome: string): Became => ({ on: 'opened', outcome })

/** Held in suspense, so that the clearing account says what the channel says; booked once however often this runs. */
const suspend = async (deps: DifferenceDeps, run: Run, difference: Difference, outcome: string): Promise<Became> => {
  const { id, at } = difference
  const booking = suspended({ channel: run.channel, day: run.day, difference: id, fen: heldFen(difference), at })
  await deps.table.commit([bookedForDay(run.channel, run.day, booking)])
  return open(outcome)
}

/** The payment really happened: it delivers, or goes back, as if it had been notified. */
const takePayment = async (deps: DifferenceDeps, run: Run, difference: Difference): Promise<Became> => {
  const { outTradeNo, transactionId = '', thereFen, at } = difference
  const led = await recordPayment(deps, {
    channel: run.channel,
    transactionId,
    outTradeNo,
    paidFen: thereFen,
    paidAt: at,
  })
  return led === 'unknown_order' || led === 'number_paid_twice'
    ? suspend(deps, run, difference, led)
    : explained(`payment_${led}`)
}

/** Ours, though nobody had told us that it was paid out; or the channel's own, which the ledger absorbs. */
const takeRefund = async (deps: DifferenceDeps, run: Run, difference: Difference): Promise<Became> => {
  const { outRefundNo, outTradeNo, channelRefundId, transactionId, thereFen, at } = difference
  const found = outRefundNo ? await findRefund(deps.table, outRefundNo) : undefined
  const ours = found?.isPresent ? found.refund : undefined
  // The channel paid out what an operator had paid another way.
  if (ours?.paidByHand) return suspend(deps, run, difference, 'paid_twice')
  // Booked since the ledger was read: its notification came meanwhile.
  if (ours?.status === 'succeeded' && ours.refundFen === thereFen) return explained('refund_succeeded')
  if (ours && ours.status !== 'succeeded' && ours.status !== 'superseded') {
    await recordReport(deps, ours, { kind: 'succeeded', refundFen: thereFen, succeededAt: at })
    return explained('refund_succeeded')
  }
  const number = channelRefundId || outRefundNo || `${transactionId}@${at}`
  const forced = { channel: run.channel, outTradeNo, channelRefundId: number, fen: thereFen, at }
  const absorbed = await absorbForcedRefund(deps, forced)
  if (absorbed === 'unknown_order' || absorbed === 'more_than_paid') return suspend(deps, run, difference, absorbed)
  // Its check still runs: whose the money is will be known when the day is held against the ledger once more.
  return absorbed === 'undecided' ? open(absorbed) : explained(`refund_${absorbed}`)
}

const awaitNextBill = async (): Promise<Became> => ({ on: 'left', outcome: 'next_bill' })

/** What is done about each kind of difference. A rerun finds everything done and changes nothing. */
const actions: Record<DifferenceKind, (deps: DifferenceDeps, run: Run, difference: Difference) => Promise<Became>> = {
  payment_missing_here: takePayment,
  payment_amount: (deps, run, difference) => suspend(deps, run, difference, 'amount_differs'),
  payment_missing_there: awaitNextBill,
  refund_missing_here: takeRefund,
  refund_amount: (deps, run, difference) => suspend(deps, run, difference, 'amount_differs'),
  refund_missing_there: awaitNextBill,
}

const store = async (
  deps: DifferenceDeps,
  run: Pick<Run, 'channel' | 'day'>,
  difference: Difference,
  became: Became,
  more: readonly Write[] = [],
): Promise<void> => {
  const stored = await deps.table.commit([differenceStored(run, difference, became), ...more])
  // Otherwise it has come further meanwhile, and people have settled it.
  if (stored.kind === 'committed' && became.on === 'opened') {
    const { kind, outTradeNo, outRefundNo = '' } = difference
    deps.alarm('reconciliation_difference', { channel: run.channel, day: run.day, kind, outTradeNo, outRefundNo })
  }
}

/** Nothing is left to do about it: acting once more would only forget what a second look has found since. */
const isDealtWith = ({ status, outcome }: StoredDifference): boolean => status !== 'waiting' && outcome !== 'undecided'

/**
 * Acts on every difference of a day that was not dealt with before, one after the other, and stores what became of each. One that
 * cannot be dealt with is told and holds up what else there is of its payment, and nothing more; one whose stored form cannot be
 * read holds up only itself. False while there is such a one.
 */
export const settleDifferences = async (
  deps: DifferenceDeps,
  run: Run,
  differences: readonly Difference[],
  known: Stored,
): Promise<boolean> => {
  const done = new Set(known.differences.filter(isDealtWith).map(({ id }) => id))
  const heldUp = new Set<string>()
  for (const difference of differences) {
    const { id, kind, outTradeNo } = difference
    const key = bookkeepingKeys.difference(run.channel, run.day, id)
    if (done.has(id) || known.unreadable.has(key.sk) || heldUp.has(outTradeNo)) continue
    const isDone = await apart(deps, toldName(key), async () => {
      await store(deps, run, difference, await actions[kind](deps, run, difference))
      return true
    })
    if (!isDone) heldUp.add(outTradeNo)
  }
  return known.unreadable.size === 0 && heldUp.size === 0
}

/** Whether the channel itself says that a payment of ours happened; undefined when it does not answer. */
const isPaidThere = async (deps: DifferenceDeps, difference: StoredDifference): Promise<boolean | undefined> => {
  const provider = await deps.provider(difference.channel)
  const asked = await provider.query(difference.outTradeNo)
  if (asked.kind === 'unavailable') return undefined
  return asked.kind === 'paid' && asked.fact.paidFen === difference.hereFen
}

/**
 * Two bills do not know a movement of ours: the channel is asked. The bill of the day before may have had it, where the channel's
 * books close after midnight. Undefined: it does not answer.
 */
const lookAgain = async (deps: DifferenceDeps, difference: StoredDifference): Promise<Became | undefined> => {
  if (difference.kind === 'payment_missing_there') {
    const isPaid = await isPaidThere(deps, difference)
    if (isPaid === undefined) return undefined
    return isPaid ? explained('asked_again') : open('frozen')
  }
  const { outTradeNo, outRefundNo = '' } = difference
  const provider = await deps.provider(difference.channel)
  const asked = await provider.queryRefund({ outTradeNo, outRefundNo })
  if (asked.kind === 'unavailable') return undefined
  return asked.kind === 'succeeded' ? explained('asked_again') : open(`refund_${asked.kind}`)
}

/** A payment that the channel does not confirm freezes its order, for as long as it does not. */
const frozenOrThawed = (deps: DifferenceDeps, { orderId, outcome }: StoredDifference, became: Became): Write[] => {
  if (!orderId || outcome === became.outcome) return []
  if (became.outcome === 'frozen') return [orderFrozen(orderId, deps.clock.now())]
  return outcome === 'frozen' ? [orderThawed(orderId)] : []
}

/**
 * Movements of ours that a bill did not know: explained by `rows`, or else the channel is asked. What the day before left waiting; and
 * of a day that is done once more, what stayed open. One where that fails is told, and the others looked at. False while the channel
 * does not answer about some of it, or some could not be looked at.
 */
export const settleMovements = async (
  deps: DifferenceDeps,
  { differences, unreadable }: Stored,
  rows: readonly BillRow[],
): Promise<boolean> => {
  let isSettled = unreadable.size === 0
  for (const difference of differences) {
    const { channel, day, id, status, outcome } = difference
    const became = await apart(deps, toldName(bookkeepingKeys.difference(channel, day, id)), async () => {
      const found = explainedBy(difference, rows) ? explained('next_bill') : await lookAgain(deps, difference)
      const isNews = found && (target(differenceTransitions, found.on) !== status || found.outcome !== outcome)
      if (isNews) await store(deps, difference, difference, found, frozenOrThawed(deps, difference, found))
      return found
    })
    isSettled &&= became !== undefined
  }
  return isSettled
}
