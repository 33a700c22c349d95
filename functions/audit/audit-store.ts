import * as z from 'zod/mini'
import type { Item } from '../../shared/table/write.ts'
import type { ChainedRecord } from './chain.ts'
import { deedActions, doerKinds } from './deed.ts'
import type { Entry } from './entry.ts'
import { readPurposes } from './reading.ts'

const stored = z.object({
  form: z.literal(1),
  n: z.number(),
  previous: z.string(),
  hash: z.string(),
  id: z.string(),
  subject: z.string(),
  at: z.number(),
  by: z.object({ kind: z.enum(doerKinds), id: z.string() }),
  action: z.enum(deedActions),
  detail: z.optional(z.string()),
  purpose: z.optional(z.enum(readPurposes)),
  fields: z.optional(z.string()),
  reason: z.string(),
})

/** The record in an AUDIT item. */
export const auditOf = (item: Item): ChainedRecord => z.parse(stored, item)

const entry = z.object({ subject: z.string(), n: z.number(), hash: z.string() })

/** Which record an ENTRY item means. */
export const entryOf = (item: Item): Entry => z.parse(entry, item)
