import type { Json } from '../json.ts'

/** What a field of requests or answers is, and what may stand in it: [sentence, example]. Without an example it is the first word it may be, or what its members make. */
export type Field = readonly [is: string, example?: Json]

/**
 * Fields by name. Where one of that name is something else, the name of the schema or of the object around stands before it: `Refund.status`,
 * `cost.here`.
 */
export type Fields = Readonly<Record<string, Field>>
