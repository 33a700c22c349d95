import * as z from 'zod/mini'
import { type Item, type Put, put } from '../../../shared/table/write.ts'
import { billedAnswers } from '../../verification/check/checker.ts'
import { bookkeepingKeys } from '../keys.ts'
import { type CallComparison, type CallDifference, callDifferenceKinds } from './call-comparison.ts'

const difference = z.object({
  kind: z.enum(callDifferenceKinds),
  requestId: z.optional(z.string()),
  outTradeNo: z.optional(z.string()),
  calledAt: z.number(),
  there: z.optional(z.object({ code: z.string(), billed: z.boolean() })),
  here: z.optional(z.object({ code: z.optional(z.string()), billed: z.enum(billedAnswers) })),
  nearMidnight: z.optional(z.literal(true)),
})

const stored = z.object({
  vendor: z.string(),
  day: z.string(),
  importedAt: z.number(),
  importedBy: z.string(),
  fileSha256: z.string(),
  counts: z.object({
    rows: z.int(),
    calls: z.int(),
    matched: z.int(),
    chargedThere: z.int(),
    billedHere: z.int(),
    explained: z.int(),
    unanswered: z.int(),
    unexplained: z.int(),
  }),
  /** In 1/10,000 yuan, like the ledger of vendor cost. */
  cost: z.object({ there: z.int(), here: z.int(), difference: z.int(), explained: z.int() }),
  differences: z.array(difference),
  /** How many differences there were beyond those kept. */
  left: z.int(),
})

/** A vendor's statement of a day as it was held against our calls when it was imported last. */
export type VendorStatement = z.infer<typeof stored>

/** The statement in an item. */
export const statementOf = (item: Item): VendorStatement => z.parse(stored, item)

/** An answer stays below 64 KB, and whoever must look at more than these has the wrong file. */
const KEPT = 100

/** What remains to be looked at comes first, so that it is what is kept. */
const kept = (differences: readonly CallDifference[]): CallDifference[] => {
  const isExplained = ({ kind }: CallDifference): boolean => kind === 'unknown_explained'
  return [...differences.filter((one) => !isExplained(one)), ...differences.filter(isExplained)].slice(0, KEPT)
}

/** A comparison as it is to be kept. `unitCost`: what a charged call costs, in 1/10,000 yuan. */
export const statementFrom = (
  of: Pick<VendorStatement, 'vendor' | 'day' | 'importedAt' | 'importedBy' | 'fileSha256'>,
  { counts, differences, explainedCharged }: CallComparison,
  unitCost: number,
): VendorStatement => {
  const [there, here] = [counts.chargedThere * unitCost, counts.billedHere * unitCost]
  const shown = kept(differences)
  return {
    ...of,
    counts,
    cost: { there, here, difference: there - here, explained: explainedCharged * unitCost },
    differences: shown,
    left: differences.length - shown.length,
  }
}

/** Replaces what an earlier import of that day found. */
export const statementStored = (statement: VendorStatement): Put =>
  put(bookkeepingKeys.statement(statement.vendor, statement.day), { ...statement })
