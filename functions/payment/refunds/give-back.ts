import { type Clock, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { refundWork } from '../keys.ts'
import { refundPaid } from '../ledger/ledger.ts'
import { booked } from '../ledger/ledger-store.ts'
import type { PaymentChannel, PaymentProvider, RefundRequest, RefundState, Unavailable } from '../paying/provider.ts'
import type { PaymentSettings } from '../settings.ts'
import { outRefundNo, promiseAt, type Refund, refundWait } from './refund.ts'
import { refundClaimed, refundHandedOver, refundOf, refundRenewed, refundSucceeded } from './refund-store.ts'
import { refundLeft, refundTaken, refundWaits } from './refund-waiting-store.ts'

export type RefundDeps = {
  table: Table
  clock: Clock
  provider: (channel: PaymentChannel) => Promise<PaymentProvider>
  notifyUrl: (channel: PaymentChannel) => string
  /** The channel refuses until somebody repairs our account there (no balance, wrong key); the refund goes on by itself then. */
  repair: (code: string) => void
  /** Somebody must look: a refund needs a person, or the 24 hours promised for it are in danger. */
  alarm: (event: string, fields: Record<string, string | number>) => void
  settings: Pick<PaymentSettings, 'refunds'>
}

/** Whether the channel says that exactly what is owed went back. */
export const isPaidOut = (refund: Refund, state: RefundState | Unavailable): boolean =>
  state.kind === 'succeeded' && state.refundFen === refund.refundFen

const paidOut = (refund: Refund, at: Millis): Write[] => {
  const { orderId, channel, outTradeNo, refundFen } = refund
  const transaction = refundPaid({ channel, outTradeNo, outRefundNo: outRefundNo(refund), refundFen, at })
  return [refundSucceeded(refund, at), booked(orderId, transaction)]
}

/** What follows from what the channel says about a refund. The ledger moves on success only. */
export const reportWrites = (refund: Refund, state: RefundState, now: Millis): Write[] => {
  if (state.kind === 'succeeded')
    return isPaidOut(refund, state)
      ? paidOut(refund, state.succeededAt)
      : [refundHandedOver(refund, 'amount_differs', now)]
  if (state.kind === 'closed') return [refundRenewed(refund, now)]
  if (state.kind === 'abnormal') return [refundHandedOver(refund, 'abnormal', now)]
  return state.kind === 'rejected' ? [refundHandedOver(refund, state.code, now)] : []
}

/**
 * Records what the channel says about a refund, whoever heard it (the worker that asked, or a notification). Repeats and
 * reports about an earlier round change nothing.
 */
export const recordReport = async (
  deps: Pick<RefundDeps, 'table' | 'clock'>,
  refund: Refund,
  state: RefundState,
): Promise<string> => {
  await deps.table.commit(reportWrites(refund, state, deps.clock.now()))
  return state.kind
}

const requestOf = (refund: Refund, notifyUrl: string): RefundRequest => ({
  outTradeNo: refund.outTradeNo,
  transactionId: refund.transactionId,
  outRefundNo: outRefundNo(refund),
  refundFen: refund.refundFen,
  totalFen: refund.totalFen,
  reason: refund.reason,
  notifyUrl,
})

/** Asks the channel how a refund stands. */
export const askAbout = async (
  deps: Pick<RefundDeps, 'provider'>,
  refund: Refund,
): Promise<RefundState | Unavailable> => {
  const provider = await deps.provider(refund.channel)
  return provider.queryRefund({ outTradeNo: refund.outTradeNo, outRefundNo: outRefundNo(refund) })
}

/** Asks first whether an earlier request arrived; only what the channel does not know is sent (again), under the same number. */
const askChannel = async (deps: RefundDeps, refund: Refund): Promise<RefundState | Unavailable> => {
  const known = refund.steps > 1 ? await askAbout(deps, refund) : undefined
  if (known && known.kind !== 'absent') return known
  const provider = await deps.provider(refund.channel)
  return provider.refund(requestOf(refund, deps.notifyUrl(refund.channel)))
}

const ring = (deps: RefundDeps, event: string, refund: Refund, code: string): void => {
  const { orderId, channel, dueSince } = refund
  const hours = Math.floor((deps.clock.now() - dueSince) / HOUR)
  deps.alarm(event, { orderId, channel, outRefundNo: outRefundNo(refund), hours, code })
}

/** Rings when the channel will not end it, and when it has not even taken it in time. */
const ringWhereStuck = (deps: RefundDeps, refund: Refund, state: RefundState | Unavailable): void => {
  const code = 'code' in state ? state.code : state.kind
  const isForPerson = state.kind === 'abnormal' || state.kind === 'rejected'
  if (isForPerson || (state.kind === 'succeeded' && !isPaidOut(refund, state)))
    ring(deps, 'refund_needs_operator', refund, code)
  else if (state.kind !== 'succeeded' && state.kind !== 'processing') {
    const event = promiseAt(refund, deps.settings.refunds, deps.clock.now())
    if (event) ring(deps, event, refund, code)
  }
}

/** Asks about a refund that is with a person, and never sends it: it may end at the channel all the same. */
const leaveToOperator = async (deps: RefundDeps, refund: Refund): Promise<string> => {
  const state = await askAbout(deps, refund)
  if (state.kind === 'closed' || (state.kind === 'succeeded' && isPaidOut(refund, state)))
    return recordReport(deps, refund, state)
  ring(deps, 'refund_waits_for_operator', refund, refund.channelCode ?? '')
  await deps.table.commit([refundLeft(refund, deps.clock.now())])
  return 'with_operator'
}

const waits = (deps: RefundDeps, refund: Refund, state: RefundState | Unavailable): Write => {
  const now = deps.clock.now()
  const at = now + refundWait(refund.steps)
  if (state.kind === 'processing') return refundTaken(refund, at, now)
  return refundWaits(refund, at, state.kind === 'unavailable' ? state.code : undefined)
}

/**
 * Takes one step of a refund: claims it, asks the channel, records the answer. Two table calls. A repeat uses the same
 * number, so the channel pays out once however often this runs. Answers in a word what happened.
 */
export const giveBack = async (deps: RefundDeps, id: string): Promise<string> => {
  const key = refundWork.keyOf(id)
  if (!key) return 'not_a_refund'
  const claimed = await deps.table.update(refundClaimed(key, deps.clock.now()))
  if (claimed.kind === 'conflict') {
    const found = claimed.item && refundOf(claimed.item)
    return found?.status === 'operator' ? leaveToOperator(deps, found) : 'nothing_owed'
  }
  const refund = refundOf(claimed.item)
  const state = await askChannel(deps, refund)
  ringWhereStuck(deps, refund, state)
  const pending = state.kind === 'processing' || state.kind === 'unavailable' || state.kind === 'absent'
  if (!pending) return recordReport(deps, refund, state)
  if (state.kind === 'unavailable' && state.needsRepair) deps.repair(state.code)
  await deps.table.commit([waits(deps, refund, state)])
  return state.kind
}
