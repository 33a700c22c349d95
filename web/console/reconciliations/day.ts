import type { Answer } from 'shiming-client'

/** A day of a channel, held against the ledger. */
export type Day = Answer<'GET /v1/operator/reconciliations/{channel}/{day}'>

/** What did not fit on it. */
export type Difference = Day['differences'][number]
