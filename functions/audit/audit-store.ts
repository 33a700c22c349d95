import * as z from 'zod/mini'
import { beijingDay } from '../../shared/kernel/time.ts'
import { timedName } from '../../shared/table/keys.ts'
import { type Item, isNew, type Put, put, type Write } from '../../shared/table/write.ts'
import { type AuditRecord, type ChainedRecord, chained } from './chain.ts'
import { deedActions, doerKinds } from './deed.ts'
import type { Entry } from './entry.ts'
import type { Head } from './head.ts'
import { headMoved } from './head-store.ts'
import { auditKeys } from './keys.ts'
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

/** The record, which is never changed: nobody may, and who could would have to change its head and the day's root as well. */
export const recordKept = (record: ChainedRecord): Put =>
  put(auditKeys.record(record.subject, record.n), { ...record }, isNew, 'audit_place_taken')

const entry = z.object({ subject: z.string(), n: z.number(), hash: z.string() })

/** Which record an ENTRY item means. */
export const entryOf = (item: Item): Entry => z.parse(entry, item)

const entryKept = ({ at, id, subject, n, hash }: ChainedRecord): Put =>
  put(auditKeys.entry(beijingDay(at), timedName(at, id)), { subject, n, hash }, isNew)

/** A record as the next of its subject: itself, the entry of its day, and the head of its chain. All in the commit of what it says. */
export const audited = (record: AuditRecord, head: Head): Write[] => {
  const next = chained(record, head)
  return [recordKept(next), entryKept(next), headMoved(next, head)]
}
