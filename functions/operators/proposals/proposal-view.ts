import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { doerShown } from '../../audit/doer-view.ts'
import { type Proposal, statusAt, toldStatuses } from './proposal.ts'

const time = z.iso.datetime()

const common = {
  id: z.string(),
  status: z.enum(toldStatuses),
  proposedBy: doerShown,
  proposedAt: time,
  reason: z.string(),
  expiresAt: time,
  decidedBy: z.nullable(doerShown),
  decidedAt: z.nullable(time),
  decision: z.nullable(z.string()),
}

const refundShown = z.strictObject({
  ...common,
  kind: z.literal('refund_paid_by_hand'),
  about: z.strictObject({
    orderId: z.string(),
    refund: z.string(),
    channel: z.string(),
    outRefundNo: z.string(),
    amountFen: z.int(),
  }),
})

const differenceShown = z.strictObject({
  ...common,
  kind: z.literal('difference_settled'),
  about: z.strictObject({
    channel: z.string(),
    day: z.string(),
    difference: z.string(),
    differs: z.string(),
    outcome: z.string(),
    way: z.string(),
    number: z.string(),
    orderId: z.nullable(z.string()),
    amountFen: z.int(),
    with: z.nullable(z.strictObject({ day: z.string(), difference: z.string(), number: z.string() })),
  }),
})

/** Something one operator asks for and another decides: what it will do, who asked and why, and what became of it. */
export const proposalShown = z.union([refundShown, differenceShown])

/** What it is about, as its kind is told. */
const about = (proposal: Proposal) => {
  if (proposal.kind === 'refund_paid_by_hand') return { kind: proposal.kind, about: proposal.shown }
  const { orderId = null, with: other = null, ...shown } = proposal.shown
  return { kind: proposal.kind, about: { ...shown, orderId, with: other } }
}

/** As it stands at a moment. */
export const showProposal = (proposal: Proposal, now: Millis): z.infer<typeof proposalShown> => {
  const { id, by, at, reason, expiresAt, decidedBy, decidedAt, decision } = proposal
  return {
    ...about(proposal),
    ...{ id, reason },
    status: statusAt(proposal, now),
    proposedBy: by,
    proposedAt: rfc3339(at),
    expiresAt: rfc3339(expiresAt),
    decidedBy: decidedBy ?? null,
    decidedAt: rfc3339If(decidedAt),
    decision: decision ?? null,
  }
}

export const proposalsShown = pageShown({ proposals: z.array(proposalShown), unreadable: z.array(z.string()) })
