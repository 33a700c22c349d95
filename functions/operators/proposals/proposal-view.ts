import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { doerKinds } from '../../audit/deed.ts'
import { type Proposal, proposalKinds, statusAt, toldStatuses } from './proposal.ts'

const time = z.iso.datetime()
const doer = z.strictObject({ kind: z.enum(doerKinds), id: z.string() })

/** Something one operator asks for and another decides: what it will do, who asked and why, and what became of it. */
export const proposalShown = z.strictObject({
  id: z.string(),
  kind: z.enum(proposalKinds),
  status: z.enum(toldStatuses),
  about: z.strictObject({
    orderId: z.string(),
    refund: z.string(),
    channel: z.string(),
    outRefundNo: z.string(),
    amountFen: z.int(),
  }),
  proposedBy: doer,
  proposedAt: time,
  reason: z.string(),
  expiresAt: time,
  decidedBy: z.nullable(doer),
  decidedAt: z.nullable(time),
  decision: z.nullable(z.string()),
})

/** As it stands at a moment. */
export const showProposal = (proposal: Proposal, now: Millis): z.infer<typeof proposalShown> => {
  const { id, kind, shown, by, at, reason, expiresAt, decidedBy, decidedAt, decision } = proposal
  return {
    ...{ id, kind, about: shown, reason },
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
