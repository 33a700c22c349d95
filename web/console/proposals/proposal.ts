import type { Answer } from 'shiming-client'

/** What one operator asks for and another decides, of one kind or the other. */
export type Proposal = Answer<'GET /v1/operator/proposals'>['proposals'][number]
export type OfRefund = Extract<Proposal, { kind: 'refund_paid_by_hand' }>
export type OfDifference = Extract<Proposal, { kind: 'difference_settled' }>
