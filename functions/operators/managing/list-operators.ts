import type { PageAsked } from '../../../shared/http/paging.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { operatorKeys, operatorLists } from '../keys.ts'
import type { Person } from '../operator.ts'
import { keptPersonOf, personOf } from '../operator-store.ts'

/** Persons are the partitions of themselves. */
const BOUNDS = { pk: operatorKeys.person('').pk }

const read = (item: Item): Person => {
  const kept = keptPersonOf(item)
  if (!kept) throw new Error('an item that is none')
  return personOf(kept)
}

/** Everybody who was ever invited, who first first, and those that cannot be read. One call. */
export const listOperators = async (deps: { table: Pick<Table, 'list'> }, of: PageAsked) => {
  const after = startOf(of.cursor, (cursor) => afterCursor(cursor, BOUNDS))
  if (!after.ok) return after
  const page = await deps.table.list({ list: operatorLists.all, limit: of.limit, after: after.value })
  const { read: operators, unreadable } = readEach(page.items, read)
  return ok({ operators, unreadable, nextCursor: nextCursor(page.next) })
}
