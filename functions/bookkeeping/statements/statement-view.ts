import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { billedAnswers } from '../../verification/check/checker.ts'
import { callDifferenceKinds } from './call-comparison.ts'
import type { VendorStatement } from './statement-store.ts'

/** `cost` in 1/10,000 yuan; `cost.explained` is the part of the difference that calls of unknown end account for. */
export const statementShown = z.strictObject({
  vendor: z.string(),
  day: z.string(),
  importedAt: z.iso.datetime(),
  importedBy: z.string(),
  fileSha256: z.string(),
  counts: z.strictObject({
    rows: z.int(),
    calls: z.int(),
    matched: z.int(),
    chargedThere: z.int(),
    billedHere: z.int(),
    explained: z.int(),
    unanswered: z.int(),
    unexplained: z.int(),
  }),
  cost: z.strictObject({ there: z.int(), here: z.int(), difference: z.int(), explained: z.int() }),
  differences: z.array(
    z.strictObject({
      kind: z.enum(callDifferenceKinds),
      requestId: z.optional(z.string()),
      outTradeNo: z.optional(z.string()),
      calledAt: z.iso.datetime(),
      there: z.optional(z.strictObject({ code: z.string(), billed: z.boolean() })),
      here: z.optional(z.strictObject({ code: z.optional(z.string()), billed: z.enum(billedAnswers) })),
      nearMidnight: z.optional(z.literal(true)),
    }),
  ),
  left: z.int(),
})

export const showStatement = (statement: VendorStatement): z.infer<typeof statementShown> => ({
  ...statement,
  importedAt: rfc3339(statement.importedAt),
  differences: statement.differences.map((one) => ({ ...one, calledAt: rfc3339(one.calledAt) })),
})
