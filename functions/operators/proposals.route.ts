import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { toldStatuses } from './proposals/proposal.ts'
import { proposalShown, proposalsShown } from './proposals/proposal-view.ts'

/** One function performs every kind: that which may move money already. */
const at = { fn: 'payment-operator-refunds', caller: 'operator' } as const

const deciding = {
  ...at,
  right: 'approve_money',
  method: 'POST',
  bodyLimit: 4096,
  body: z.strictObject({ reason: deedText(500) }),
  answers: { 200: proposalShown },
} as const

const hindered = [
  'unauthenticated',
  ...deedTextProblems,
  'not_found',
  'own_proposal',
  'proposal_expired',
  'proposal_decided',
  'contended',
] as const

export const proposalsRoute = route({
  ...at,
  right: 'see_orders',
  method: 'GET',
  name: 'listProposals',
  path: '/v1/operator/proposals',
  summary:
    'What one operator asked for and another has to decide: open ones, which end first first; or those that were approved, refused or not decided in time, the newest first',
  query: z.strictObject({ status: z._default(z.enum(toldStatuses), 'open'), ...pageQuery(50) }),
  answers: { 200: proposalsShown },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const proposalRoute = route({
  ...at,
  right: 'see_orders',
  method: 'GET',
  name: 'getProposal',
  path: '/v1/operator/proposals/{id}',
  summary: 'What one operator asked for, and what became of it',
  answers: { 200: proposalShown },
  problems: ['unauthenticated', 'not_found'],
})

export const approveProposalRoute = route({
  ...deciding,
  name: 'approveProposal',
  path: '/v1/operator/proposals/{id}/approve',
  summary:
    'A person approves what somebody else asked for, and it is done at once, after the same checks: the payment channel is asked once more. What hinders it leaves the proposal open',
  problems: [
    ...hindered,
    'approver_too_new',
    'proposer_too_new',
    'proposer_out',
    'refund_not_with_operator',
    'refund_already_paid',
    'refund_under_way',
    'refund_amount_differs',
    'refund_changed',
    'refund_state_unknown',
    'difference_not_open',
    'settling_way_not_open',
    'no_counterpart',
    'difference_changed',
    'movement_confirmed',
    'movement_unknown',
  ],
})

export const refuseProposalRoute = route({
  ...deciding,
  name: 'refuseProposal',
  path: '/v1/operator/proposals/{id}/refuse',
  summary: 'A person refuses what somebody else asked for; the same may be asked for anew',
  problems: [...hindered],
})
