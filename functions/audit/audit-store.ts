import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { type Item, isNew, type Put, put } from '../../shared/table/write.ts'
import { type DeedAction, type Doer, deedActions, doerKinds } from './deed.ts'
import { auditKeys } from './keys.ts'

/**
 * What somebody did on another's behalf, and why. `subject` is what it was done to, as `deedSubjects` calls it; `detail` what of it,
 * where it has several of the kind: a refund by its number at the channel.
 */
export type AuditRecord = {
  id: string
  subject: string
  at: Millis
  by: Doer
  action: DeedAction
  detail?: string
  reason: string
}

const stored = z.object({
  id: z.string(),
  subject: z.string(),
  at: z.number(),
  by: z.object({ kind: z.enum(doerKinds), id: z.string() }),
  action: z.enum(deedActions),
  detail: z.optional(z.string()),
  reason: z.string(),
})

/** The record in an AUDIT item. */
export const auditOf = (item: Item): AuditRecord => z.parse(stored, item)

/** Written in the same commit as the deed; never changed. */
export const audited = (record: AuditRecord): Put =>
  put(auditKeys.record(record.subject, record.id), { ...record }, isNew)
