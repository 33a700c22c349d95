import { type Outcome, ok } from '../kernel/outcome.ts'
import { afterName, startOf } from './list-cursor.ts'
import type { Table } from './table.ts'
import type { Item } from './write.ts'

/**
 * A page of the items of an owner that are named behind a prefix, newest first, with the `next` of the page; nothing where nobody is
 * the owner, as of an account never seen. `isName`: what names them, where that is no id. Refuses with `invalid_cursor`. One call.
 */
export const readNewest = async (
  { table }: { table: Pick<Table, 'query'> },
  listOf: (owner: string) => { pk: string; prefix: string },
  owner: string | undefined,
  { limit, cursor }: { limit: number; cursor?: string },
  isName?: (text: string) => boolean,
): Promise<Outcome<{ items: readonly Item[]; next?: string }>> => {
  const list = listOf(owner ?? '')
  const after = startOf(cursor, (text) => afterName(text, list.prefix, isName))
  if (!after.ok) return after
  if (owner === undefined) return ok({ items: [] })
  return ok(await table.query({ ...list, limit, newestFirst: true, after: after.value }))
}
