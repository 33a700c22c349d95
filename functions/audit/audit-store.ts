import * as z from 'zod/mini'
import { beijingDay } from '../../shared/kernel/time.ts'
import { listedAt, listPart, timedName } from '../../shared/table/keys.ts'
import { all, type Condition, equals, type Item, isNew, type Put, put, type Write } from '../../shared/table/write.ts'
import { type AuditRecord, BEGINNING, type ChainedRecord, chained, type Head } from './chain.ts'
import { deedActions, doerKinds } from './deed.ts'
import { auditKeys, headList } from './keys.ts'
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

/** Which record an entry of a day means. */
export type Entry = z.infer<typeof entry>

export const entryOf = (item: Item): Entry => z.parse(entry, item)

const entryKept = ({ at, id, subject, n, hash }: ChainedRecord): Put =>
  put(auditKeys.entry(beijingDay(at), timedName(at, id)), { subject, n, hash }, isNew)

const headed = z.object({ n: z.number(), hash: z.string() })

/** Where a chain has come to, from its HEAD item, or from there being none. */
export const headOf = (item: Item | undefined): Head => (item ? z.parse(headed, item) : BEGINNING)

/** Where nothing was done yet there is no head. */
const isAt = ({ n, hash }: Head): Condition => (n === 0 ? isNew : all(equals('n', n), equals('hash', hash)))

const headMoved = ({ subject, n, hash, at }: ChainedRecord, from: Head): Put => {
  const key = auditKeys.head(subject)
  return put(key, { n, hash, ...listedAt(headList(listPart(key.pk)), at) }, isAt(from), 'audit_head_moved')
}

/** A record as the next of its subject: itself, the entry of its day, and the head of its chain. All in the commit of what it says. */
export const audited = (record: AuditRecord, head: Head): Write[] => {
  const next = chained(record, head)
  return [recordKept(next), entryKept(next), headMoved(next, head)]
}
