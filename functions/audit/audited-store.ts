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

/**
 * Records as the next of their one subject, in their order: themselves, the entries of their days, and the head of the chain, which moves once. All in
 * the commit of what they say.
 */
export const audited = (records: readonly AuditRecord[], head: Head): Write[] => {
  const following: ChainedRecord[] = []
  for (const record of records) following.push(chained(record, following.at(-1) ?? head))
  const last = following.at(-1)
  return [...following.flatMap((next) => [recordKept(next), entryKept(next)]), ...(last ? [headMoved(last, head)] : [])]
}
