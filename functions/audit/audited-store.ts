import { beijingDay } from '../../shared/kernel/time.ts'
import { timedName } from '../../shared/table/keys.ts'
import { isNew, type Put, put, type Write } from '../../shared/table/write.ts'
import { type AuditRecord, type ChainedRecord, chained } from './chain.ts'
import type { Head } from './head.ts'
import { headMoved } from './head-store.ts'
import { auditKeys } from './keys.ts'

/** The record, which is never changed: nobody may, and who could would have to change its head and the day's root as well. */
export const recordKept = (record: ChainedRecord): Put =>
  put(auditKeys.record(record.subject, record.n), { ...record }, isNew, 'audit_place_taken')

const entryKept = ({ at, id, subject, n, hash }: ChainedRecord): Put =>
  put(auditKeys.entry(beijingDay(at), timedName(at, id)), { subject, n, hash }, isNew)

/** A record as the next of its subject: itself, the entry of its day, and the head of its chain. All in the commit of what it says. */
export const audited = (record: AuditRecord, head: Head): Write[] => {
  const next = chained(record, head)
  return [recordKept(next), entryKept(next), headMoved(next, head)]
}
