import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { type Asking, openProposal, type ProposeDeps } from '../../operators/proposals/open-proposal.ts'
import type { Proposal } from '../../operators/proposals/proposal.ts'
import type { Perform, Withdraw } from '../../operators/proposals/proposal-store.ts'
import { refundAnnounced } from '../announced-store.ts'
import { refundPaidByHand } from '../ledger/ledger.ts'
import { booked } from '../ledger/ledger-store.ts'
import { objection, type RefundActionDeps, type RefundDeed } from './act-on-refund.ts'
import { findRefundByName } from './find-refund.ts'
import { askAbout, isPaidOut, recordReport } from './give-back.ts'
import { outRefundNo, type Refund, refundName } from './refund.ts'
import { REFUND_CHANGED, refundAskedByHand, refundEndedByHand, refundNotByHand } from './refund-action-store.ts'

/** Why a refund cannot be paid by hand: the channel, asked now, must not have paid it and must not be about to. */
const whyNot = async (deps: RefundActionDeps, refund: Refund): Promise<Outcome<never> | undefined> => {
  if (refund.status === 'due' || refund.status === 'submitted') return refused('refund_not_with_operator')
  if (refund.status !== 'operator') return refused('refund_already_paid')
  const state = await askAbout(deps, refund)
  if (state.kind === 'succeeded' && isPaidOut(refund, state)) await recordReport(deps, refund, state)
  return objection(refund, state)
}

/**
 * An operator asks for a refund to be settled as paid another way, believed only after the channel said once more that it did not pay.
 * Another has to approve it. One is open per refund: asked again, that is answered, whoever asks; and while it is open the refund is sent
 * to nobody. Refuses as `payByHand` does.
 */
export const proposeByHand = async (
  deps: RefundActionDeps & ProposeDeps,
  by: Operator,
  { orderId, name, reason }: Omit<RefundDeed, 'action'>,
): Promise<Outcome<Proposal>> => {
  const refund = await findRefundByName(deps.table, orderId, name)
  if (!refund) return refused('not_found')
  const why = await whyNot(deps, refund)
  if (why) return why
  const { channel, refundFen: amountFen } = refund
  const number = outRefundNo(refund)
  const asking: Asking = {
    kind: 'refund_paid_by_hand',
    thing: `${orderId}.${refundName(refund)}`,
    subject: deedSubjects.order(orderId),
    detail: number,
    shown: { orderId, refund: refundName(refund), channel, outRefundNo: number, amountFen },
    reason,
    action: 'refund_propose_by_hand',
  }
  return openProposal(deps, by, asking, {
    write: (proposal) => refundAskedByHand(refund, proposal),
    otherwise: REFUND_CHANGED,
  })
}

/** That a refund may be sent again, once what was asked for by `proposeByHand` is refused. One read. */
export const withdrawByHand: Withdraw<'refund_paid_by_hand'> = async (table, { id, shown }) => {
  const refund = await findRefundByName(table, shown.orderId, shown.refund)
  return refund?.byHandProposal === id ? [refundNotByHand(refund, { id })] : []
}

/**
 * What was asked for by `proposeByHand`, approved: the refund has ended by hand and the bank has paid it, in one commit with the decision. Checked
 * as if it were asked for now. Refuses with `refund_changed` also where another amount is owed than was asked
 * for, or under another number at the channel.
 */
export const payByHand =
  (deps: RefundActionDeps): Perform<'refund_paid_by_hand'> =>
  async (approver, { by, shown }, { reason, decided }) => {
    const { orderId, refund: name, amountFen } = shown
    const refund = await findRefundByName(deps.table, orderId, name)
    if (!refund) return refused('not_found')
    const why = await whyNot(deps, refund)
    if (why) return why
    if (refund.refundFen !== amountFen || outRefundNo(refund) !== shown.outRefundNo) return refused('refund_changed')
    const now = deps.clock.now()
    const detail = outRefundNo(refund)
    const paid = { ...refund, outRefundNo: detail, at: now, owedSince: refund.dueSince }
    const ended = [
      refundEndedByHand(refund, by.id, now),
      booked(orderId, refundPaidByHand(paid)),
      refundAnnounced(refund, 'refund.succeeded', now),
    ]
    const deed: AuditRecord = {
      id: deps.ids.id(),
      subject: deedSubjects.order(orderId),
      at: now,
      by: doers.operator(approver),
      action: 'refund_paid_by_hand',
      detail,
      reason,
    }
    const committed = await commitDeed(deps, deed, [...ended, ...decided(now)])
    return committed.kind === 'committed' ? { ok: true, value: refund } : refused('refund_changed')
  }
