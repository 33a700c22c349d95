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
      requestId: z.nullable(z.string()),
      outTradeNo: z.nullable(z.string()),
      calledAt: z.iso.datetime(),
      there: z.nullable(z.strictObject({ code: z.string(), billed: z.boolean() })),
      here: z.nullable(z.strictObject({ code: z.nullable(z.string()), billed: z.enum(billedAnswers) })),
      nearMidnight: z.boolean(),
    }),
  ),
  left: z.int(),
})

const showDifference = (one: VendorStatement['differences'][number]) => ({
  kind: one.kind,
  requestId: one.requestId ?? null,
  outTradeNo: one.outTradeNo ?? null,
  calledAt: rfc3339(one.calledAt),
  there: one.there ?? null,
  here: one.here ? { billed: one.here.billed, code: one.here.code ?? null } : null,
  nearMidnight: one.nearMidnight ?? false,
})

export const showStatement = (statement: VendorStatement): z.infer<typeof statementShown> => ({
  ...statement,
  importedAt: rfc3339(statement.importedAt),
  differences: statement.differences.map(showDifference),
})
