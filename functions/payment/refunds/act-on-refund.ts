import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { type DeedAction, deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { refundWork } from '../keys.ts'
import type { RefundState, Unavailable } from '../paying/provider.ts'
import { findRefundByName } from './find-refund.ts'
import { askAbout, giveBack, isPaidOut, paidOut, type RefundDeps, ringIfTwice } from './give-back.ts'
import { isAskedByHand, outRefundNo, type Refund, type RefundAction, refundName } from './refund.ts'
import { refundSentAgain } from './refund-action-store.ts'
import { refundKey, refundRenewed } from './refund-store.ts'

export type RefundActionDeps = RefundDeps & { queue: Queue; ids: Ids }

export type RefundDeed = {
  orderId: string
  name: string
  action: Exclude<RefundAction, 'paid_by_hand'>
  reason: string
}

const deedNames: Record<RefundDeed['action'], DeedAction> = { retry: 'refund_retry', recheck: 'refund_recheck' }

const recordOf = (deps: RefundActionDeps, operator: Operator, refund: Refund, of: RefundDeed): AuditRecord => ({
  id: deps.ids.id(),
  subject: deedSubjects.order(of.orderId),
  at: deps.clock.now(),
  by: doers.operator(operator),
  action: deedNames[of.action],
  detail: outRefundNo(refund),
  reason: of.reason,
})

/** Writes the deed and what follows from it; answers the refund as it is afterwards. */
const perform = async (
  deps: RefundActionDeps,
  refund: Refund,
  deed: AuditRecord,
  writes: readonly Write[],
): Promise<Outcome<Refund>> => {
  const committed = await commitDeed(deps, deed, writes)
  if (committed.kind === 'conflict') return refused('refund_changed')
  return ok((await findRefundByName(deps.table, refund.orderId, refundName(refund))) ?? refund)
}

/** Why a person cannot deal with a refund, from what the channel says now; undefined when it did not and will not pay. */
export const objection = (refund: Refund, state: RefundState | Unavailable): Outcome<never> | undefined => {
  if (state.kind === 'processing') return refused('refund_under_way')
  if (state.kind === 'succeeded')
    return refused(isPaidOut(refund, state) ? 'refund_already_paid' : 'refund_amount_differs')
  return state.kind === 'unavailable'
    ? refused('refund_state_unknown', { extra: { channelCode: state.code } })
    : undefined
}

/**
 * Sends it once more: under its number where the channel does not know it or says that it failed, which Alipay takes again; under the
 * next one where the channel closed it.
 */
const sentOnceMore = (refund: Refund, { kind }: RefundState | Unavailable, now: Millis): Write =>
  kind === 'closed' ? refundRenewed(refund, now) : refundSentAgain(refund, now)

const retry = async (
  deps: RefundActionDeps,
  by: Operator,
  refund: Refund,
  of: RefundDeed,
): Promise<Outcome<Refund>> => {
  if (refund.status === 'due' || refund.status === 'submitted') return ok(refund)
  if (refund.status !== 'operator') return refused('refund_already_paid')
  const { byHandProposal: proposal } = refund
  if (proposal !== undefined && isAskedByHand(refund, deps.clock.now()))
    return refused('refund_asked_by_hand', { extra: { proposal } })
  const state = await askAbout(deps, refund)
  if (state.kind === 'abnormal') return refused('refund_abnormal')
  if (state.kind === 'succeeded' && isPaidOut(refund, state)) {
    ringIfTwice(deps, refund)
    return perform(deps, refund, recordOf(deps, by, refund, of), paidOut(refund, state.succeededAt, deps.clock.now()))
  }
  const why = objection(refund, state)
  if (why) return why
  const sent = sentOnceMore(refund, state, deps.clock.now())
  const done = await perform(deps, refund, recordOf(deps, by, refund, of), [sent])
  if (done.ok && done.value.status === 'due') await deps.queue.wake([refundWork.pointerTo(refundKey(refund))])
  return done
}

/** One step of the refund, now: exactly what its worker would do. */
const recheck = async (
  deps: RefundActionDeps,
  by: Operator,
  refund: Refund,
  of: RefundDeed,
): Promise<Outcome<Refund>> => {
  if (refund.status === 'succeeded' || refund.status === 'superseded') return ok(refund)
  await commitDeed(deps, recordOf(deps, by, refund, of), [])
  await giveBack(deps, refundWork.pointerTo(refundKey(refund)).id)
  return ok((await findRefundByName(deps.table, of.orderId, of.name)) ?? refund)
}

const actions = { retry, recheck }

/**
 * An operator deals with a refund. `retry`: it goes out once more, under its number if the channel does not know it or says that it
 * failed, under the next one if the channel closed it; not while the channel still works on it. `recheck`: the channel is asked now.
 * Nothing is sent while somebody's word that it was paid by hand is open (`refund_asked_by_hand`, with the id of the `proposal`).
 * Every deed is audited; a repeat changes nothing. What is paid by hand needs two (`proposeByHand`).
 */
export const actOnRefund = async (deps: RefundActionDeps, by: Operator, deed: RefundDeed): Promise<Outcome<Refund>> => {
  const refund = await findRefundByName(deps.table, deed.orderId, deed.name)
  return refund ? actions[deed.action](deps, by, refund, deed) : refused('not_found')
}
