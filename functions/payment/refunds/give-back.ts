import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { type Clock, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { refundAnnounced } from '../announced-store.ts'
import { refundWork } from '../keys.ts'
import { refundPaid } from '../ledger/ledger.ts'
import { booked } from '../ledger/ledger-store.ts'
import type { PaymentChannel, PaymentProvider, RefundRequest, RefundState, Unavailable } from '../paying/provider.ts'
import type { PaymentSettings } from '../settings.ts'
import { isAskedByHand, outRefundNo, type Refund } from './refund.ts'
import {
  type ForPerson,
  refundClaimed,
  refundHandedOver,
  refundOf,
  refundRenewed,
  refundSucceeded,
} from './refund-store.ts'
import { isRenewable, isTooLong, promiseAt, refundWait } from './refund-timing.ts'
import { refundLeft, refundTaken, refundWaits } from './refund-waiting-store.ts'

export type RefundDeps = {
  table: Table
  clock: Clock
  provider: (channel: PaymentChannel) => Promise<PaymentProvider>
  notifyUrl: (channel: PaymentChannel) => string
  /** Somebody must look: a refund needs a person, or the 24 hours promised for it are in danger. */
  alarm: Alarm
  settings: Pick<PaymentSettings, 'refunds'>
}

/** Whether the channel says that exactly what is owed went back. */
export const isPaidOut = (refund: Refund, state: RefundState | Unavailable): boolean =>
  state.kind === 'succeeded' && state.refundFen === refund.refundFen

/** The channel paid it out at that time: the state, and the ledger with it. */
export const paidOut = (refund: Refund, at: Millis, now: Millis): Write[] => {
  const { orderId, dueSince: owedSince, acceptedAt: takenAt } = refund
  const transaction = refundPaid({ ...refund, outRefundNo: outRefundNo(refund), at, owedSince, takenAt })
  return [refundSucceeded(refund, at), booked(orderId, transaction), refundAnnounced(refund, 'refund.succeeded', now)]
}

const ring = (deps: Pick<RefundDeps, 'alarm' | 'clock'>, event: string, refund: Refund, code: string): void => {
  const { orderId, channel, dueSince } = refund
  const hours = Math.floor((deps.clock.now() - dueSince) / HOUR)
  deps.alarm(event, { orderId, channel, outRefundNo: outRefundNo(refund), hours, code })
}

/**
 * Rings where the channel paid what somebody says was paid by hand, and nobody has refused that: the payer may have it twice.
 * Before the commit, as every alarm.
 */
export const ringIfTwice = (deps: Pick<RefundDeps, 'alarm' | 'clock'>, refund: Refund): void => {
  if (refund.byHandProposal !== undefined) ring(deps, 'refund_asked_by_hand_succeeded', refund, refund.byHandProposal)
}

/** Why only a person can end it, by what the channel says; undefined where that is not so. */
const whyForPerson = (refund: Refund, state: RefundState | Unavailable): string | undefined => {
  if (state.kind === 'succeeded') return isPaidOut(refund, state) ? undefined : 'amount_differs'
  if (state.kind === 'closed') return isRenewable(refund) ? undefined : 'closed_too_often'
  if (state.kind === 'abnormal') return state.kind
  return state.kind === 'rejected' ? state.code : undefined
}

/** Only a person can help now, which the platform is told. */
const handedOver = (refund: Refund, why: ForPerson, now: Millis): Write[] => [
  refundHandedOver(refund, why, now),
  refundAnnounced(refund, 'refund.needs_attention', now),
]

/** What follows from what the channel says about a refund. The ledger moves on success only. */
const reportWrites = (refund: Refund, state: RefundState, now: Millis): Write[] => {
  const why = whyForPerson(refund, state)
  const on = state.kind === 'closed' ? 'waited_too_long' : 'handed_over'
  if (why !== undefined) return handedOver(refund, { on, channelCode: why, isRefused: state.kind === 'rejected' }, now)
  if (state.kind === 'succeeded') return paidOut(refund, state.succeededAt, now)
  return state.kind === 'closed' && !isAskedByHand(refund, now) ? [refundRenewed(refund, now)] : []
}

/**
 * Records what the channel says about a refund, whoever heard it (the worker that asked, a notification, a bill), and rings where
 * that leaves it to a person. Repeats and reports about an earlier round change nothing.
 */
export const recordReport = async (
  deps: Pick<RefundDeps, 'table' | 'clock' | 'alarm'>,
  refund: Refund,
  state: RefundState,
): Promise<string> => {
  const why = whyForPerson(refund, state)
  // Before the commit: an alarm that rings twice does less harm than one that was lost.
  if (why !== undefined && refund.status !== 'operator') ring(deps, 'refund_needs_operator', refund, why)
  if (isPaidOut(refund, state)) ringIfTwice(deps, refund)
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

/** Failed at the channel, and an operator has just had it sent again, which Alipay allows. */
const goesOnceMore = ({ steps, stepsBefore }: Refund, { kind }: RefundState | Unavailable): boolean =>
  kind === 'rejected' && stepsBefore === steps - 1

/** Asks first whether an earlier request arrived; only what the channel does not know is sent (again), under the same number. */
const askChannel = async (deps: RefundDeps, refund: Refund): Promise<RefundState | Unavailable> => {
  const known = refund.steps > 1 ? await askAbout(deps, refund) : undefined
  if (known && known.kind !== 'absent' && !goesOnceMore(refund, known)) return known
  const provider = await deps.provider(refund.channel)
  return provider.refund(requestOf(refund, deps.notifyUrl(refund.channel)))
}

/**
 * Asks about a refund that is with a person, and never sends it: it may end at the channel all the same, and is asked for under the
 * next number once the channel closed it, unless somebody says that it was paid by hand.
 */
const leaveToOperator = async (deps: RefundDeps, refund: Refund): Promise<string> => {
  const state = await askAbout(deps, refund)
  const why = whyForPerson(refund, state)
  const goesOn = state.kind === 'closed' && !isAskedByHand(refund, deps.clock.now())
  if (why === undefined && (goesOn || state.kind === 'succeeded')) return recordReport(deps, refund, state)
  const isWord = state.kind === 'unavailable' && state.unknownWord
  const code = why ?? (isWord ? state.code : refund.channelCode)
  ring(deps, 'refund_waits_for_operator', refund, code ?? '')
  await deps.table.commit([refundLeft(refund, code, deps.clock.now())])
  return 'with_operator'
}

/** The channel has not ended it: `taken` there, or no news of it. */
type Pending = Extract<RefundState, { kind: 'processing' | 'absent' }> | Unavailable

const isPending = (state: RefundState | Unavailable): state is Pending =>
  state.kind === 'processing' || state.kind === 'unavailable' || state.kind === 'absent'

const codeOf = (state: Pending): string => ('code' in state ? state.code : `${state.kind}_too_long`)

/** The channel took it, which the platform is told the first time. */
const taken = (refund: Refund, at: Millis, now: Millis): Write[] => [
  refundTaken(refund, at, now),
  ...(refund.acceptedAt === undefined ? [refundAnnounced(refund, 'refund.submitted', now)] : []),
]

/** Asks again later, or after long enough puts it before a person; rings when the channel has not even taken it in time. */
const wait = async (deps: RefundDeps, refund: Refund, state: Pending): Promise<string> => {
  const now = deps.clock.now()
  const limits = deps.settings.refunds
  const isTaken = state.kind === 'processing'
  const known = isTaken ? { ...refund, acceptedAt: refund.acceptedAt ?? now } : refund
  if (isTooLong(known, limits, now)) {
    const code = codeOf(state)
    ring(deps, 'refund_needs_operator', refund, code)
    await deps.table.commit(handedOver(refund, { on: 'waited_too_long', channelCode: code }, now))
    return 'waited_too_long'
  }
  const late = isTaken ? undefined : promiseAt(refund, limits, now)
  if (late) ring(deps, late, refund, 'code' in state ? state.code : state.kind)
  const at = now + refundWait(refund.steps)
  const code = state.kind === 'unavailable' ? state.code : undefined
  await deps.table.commit(isTaken ? taken(refund, at, now) : [refundWaits(refund, at, code)])
  return state.kind
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
  return isPending(state) ? wait(deps, refund, state) : recordReport(deps, refund, state)
}
