import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { nextCursor } from '../../../shared/table/list-cursor.ts'
import { readNewest } from '../../../shared/table/read-newest.ts'
import type { Table } from '../../../shared/table/table.ts'
import { applicationOf } from '../applications/application-store.ts'
import { showApplication } from '../applications/application-view.ts'
import { applicationLists } from '../keys.ts'

/** The account's applications, newest first, a page at a time. Refuses with `invalid_cursor`. One call. */
export const listApplications = async (
  deps: { table: Pick<Table, 'query'>; clock: Clock },
  accountId: string,
  asked: PageAsked,
): Promise<Outcome<{ applications: ReturnType<typeof showApplication>[]; nextCursor: string | null }>> => {
  const page = await readNewest(deps, applicationLists.applications, accountId, asked)
  if (!page.ok) return page
  const now = deps.clock.now()
  const applications = page.value.items.map((item) => showApplication(applicationOf(item), now))
  return ok({ applications, nextCursor: nextCursor(page.value.next) })
}
