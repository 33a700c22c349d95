import { queryAll } from '../../../shared/table/query-all.ts'
import { readMany } from '../../../shared/table/read-many.ts'
import type { Table } from '../../../shared/table/table.ts'
import { certificationKeys, certificationLists } from '../keys.ts'
import type { App } from './app.ts'
import { administeredIn, appOf } from './app-store.ts'

/** The apps that an account administers, the newest first. Two calls. */
export const listApps = async (
  { table }: { table: Pick<Table, 'query' | 'getMany'> },
  accountId: string,
): Promise<App[]> => {
  const rows = await queryAll(table, certificationLists.apps(accountId))
  const items = await readMany(
    table,
    rows.map((row) => certificationKeys.app(administeredIn(row))),
  )
  return items
    .map(appOf)
    .filter(({ administrator }) => administrator === accountId)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
}
