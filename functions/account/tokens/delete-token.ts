import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountLists } from '../keys.ts'
import { tokenDeleted } from './token-store.ts'

/**
 * Deletes a message token of a signed-in account by its id; it stops working at once. Refuses with `not_found`, also when it
 * was deleted meanwhile. Two database calls.
 */
export const deleteToken = async (
  deps: { table: Table },
  input: { accountId: string; id: string },
): Promise<Outcome<undefined>> => {
  const items = await queryAll(deps.table, accountLists.tokens(input.accountId))
  const found = items.find((item) => item.id === input.id)
  if (!found) return refused('not_found')
  const committed = await deps.table.commit(tokenDeleted(input.accountId, { pk: found.pk, sk: found.sk }))
  return committed.kind === 'committed' ? ok(undefined) : refused('not_found')
}
