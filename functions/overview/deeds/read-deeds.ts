import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { afterName, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type AuditRecord, auditOf } from '../../audit/audit-store.ts'
import { auditLists } from '../../audit/keys.ts'

export type DeedsPage = { deeds: AuditRecord[]; unreadable: string[]; nextCursor: string | null }

/** What was done to a subject by operators and the platform, newest first, a page at a time, with those records that cannot be read. One table call. */
export const readDeeds = async (
  deps: { table: Table },
  { subject, limit, cursor }: PageAsked & { subject: string },
): Promise<Outcome<DeedsPage>> => {
  const list = auditLists.records(subject)
  const after = startOf(cursor, (text) => afterName(text, list.prefix))
  if (!after.ok) return after
  const page = await deps.table.query({ ...list, limit, newestFirst: true, after: after.value })
  const { read: deeds, unreadable } = readEach(page.items, auditOf)
  return ok({ deeds, unreadable, nextCursor: nextCursor(page.next) })
}
