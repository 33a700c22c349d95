import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { nextCursor } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import { readNewest } from '../../../shared/table/read-newest.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type AuditRecord, auditOf } from '../../audit/audit-store.ts'
import { auditLists } from '../../audit/keys.ts'

export type DeedsPage = { deeds: AuditRecord[]; unreadable: string[]; nextCursor: string | null }

/** What was done to a subject by operators and the platform, newest first, a page at a time, with those records that cannot be read. One table call. */
export const readDeeds = async (
  deps: { table: Table },
  { subject, ...asked }: PageAsked & { subject: string },
): Promise<Outcome<DeedsPage>> => {
  const page = await readNewest(deps, auditLists.records, subject, asked)
  if (!page.ok) return page
  const { items, next } = page.value
  const { read: deeds, unreadable } = readEach(items, auditOf)
  return ok({ deeds, unreadable, nextCursor: nextCursor(next) })
}
