import * as z from 'zod/mini'
import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import type { Table } from '../../../shared/table/table.ts'
import {
  all,
  any,
  atLeast,
  atMost,
  type Delete,
  equals,
  type Item,
  isNew,
  type Put,
  put,
  remove,
  type Update,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import { type Doer, doerKinds, type Operator } from '../../audit/deed.ts'
import { operatorKeys, operatorLists } from '../keys.ts'
import {
  type Proposal,
  type ProposalEvent,
  type ProposalKind,
  type ProposalOf,
  proposalStatuses,
  proposalTransitions,
} from './proposal.ts'

const doer = z.object({ kind: z.enum(doerKinds), id: z.string() })

const common = {
  id: z.string(),
  thing: z.string(),
  subject: z.string(),
  detail: z.string(),
  by: doer,
  reason: z.string(),
  at: z.number(),
  expiresAt: z.number(),
  status: z.enum(proposalStatuses),
  decidedBy: z.optional(doer),
  decidedAt: z.optional(z.number()),
  decision: z.optional(z.string()),
}

const stored = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('refund_paid_by_hand'),
    shown: z.object({
      orderId: z.string(),
      refund: z.string(),
      channel: z.string(),
      outRefundNo: z.string(),
      amountFen: z.number(),
    }),
  }),
  z.object({
    ...common,
    kind: z.literal('difference_settled'),
    shown: z.object({
      channel: z.string(),
      day: z.string(),
      difference: z.string(),
      differs: z.string(),
      outcome: z.string(),
      way: z.string(),
      number: z.string(),
      orderId: z.optional(z.string()),
      amountFen: z.number(),
      with: z.optional(z.object({ day: z.string(), difference: z.string(), number: z.string() })),
    }),
  }),
])

export const proposalOf = (item: Item): Proposal => z.parse(stored, item)

/** Which proposal about a thing is open; undefined where none is, or the clock has ended it. */
export const openIn = (item: Item | undefined, now: Millis): string | undefined =>
  item !== undefined && Number(item.expiresAt) > now ? String(item.proposalId) : undefined

/** Why none is opened: about the same thing one is open. */
const PROPOSAL_OPEN = 'proposal_open'

/** Somebody asks for something; about a thing once at a time. */
export const proposalOpened = (proposal: Proposal): [Put, Put] => [
  put(
    operatorKeys.proposal(proposal.id),
    { ...proposal, ...listedAt(operatorLists.proposals('open'), proposal.expiresAt) },
    isNew,
  ),
  put(
    operatorKeys.openProposal(proposal.kind, proposal.thing),
    { proposalId: proposal.id, expiresAt: proposal.expiresAt },
    any(isNew, atMost('expiresAt', proposal.at)),
    PROPOSAL_OPEN,
  ),
]

/** Why a decision comes to nothing: another was made, or its time was over. */
const NOT_OPEN = 'proposal_not_open'

/** Somebody else decides, once and in time; about the thing another may be opened then. */
export const proposalDecided = (
  { id, kind, thing }: Pick<Proposal, 'id' | 'kind' | 'thing'>,
  event: ProposalEvent,
  { by, decision, now }: { by: Doer; decision: string; now: Millis },
): [Update, Delete] => {
  const status = target(proposalTransitions, event)
  return [
    update(
      operatorKeys.proposal(id),
      { set: { status, decidedBy: by, decidedAt: now, decision, ...listedAt(operatorLists.proposals(status), now) } },
      all(stateAllows(proposalTransitions, event), atLeast('expiresAt', now + 1)),
      NOT_OPEN,
    ),
    remove(operatorKeys.openProposal(kind, thing), equals('proposalId', id), NOT_OPEN),
  ]
}

/** That it was decided, once and in time, as of the moment (epoch ms) when that is written. */
export type Decided = (now: Millis) => readonly Write[]

/**
 * Does what was asked for, under the same checks as if it were asked for now, in one commit with what `decided` says. Its record is in
 * the approver's name, with their reason.
 */
export type Perform<K extends ProposalKind> = (
  by: Operator,
  proposal: ProposalOf<K>,
  of: { reason: string; decided: Decided },
) => Promise<Outcome<unknown>>

/** What else is written where one is refused: what its opening had written about its thing is taken back. */
export type Withdraw<K extends ProposalKind> = (table: Table, proposal: ProposalOf<K>) => Promise<readonly Write[]>

/** What its opening wrote about its thing is taken back, by its kind. */
export type Withdrawals = { readonly [K in ProposalKind]?: Withdraw<K> }

/** Who does what was asked for, by its kind. */
export type Performers = { readonly [K in ProposalKind]: Perform<K> }
