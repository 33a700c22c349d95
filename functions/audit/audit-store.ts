import type { Millis } from '../../shared/kernel/time.ts'
import { isNew, type Put, put } from '../../shared/table/write.ts'
import { auditKeys } from './keys.ts'

/** What somebody did on another's behalf, and why. `subject` is what it was done to: an account, an order, a complaint. */
export type AuditRecord = {
  id: string
  subject: string
  at: Millis
  operatorId: string
  action: string
  reason: string
}

/** Written in the same commit as the deed; never changed. */
export const audited = (record: AuditRecord): Put =>
  put(auditKeys.record(record.subject, record.id), { ...record }, isNew)
