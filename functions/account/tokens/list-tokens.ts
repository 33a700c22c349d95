import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountLists } from '../keys.ts'
import { type MessageToken, messageTokenIn } from './token-store.ts'

/** The message tokens of a signed-in account, oldest first. */
export const listTokens = async (deps: { table: Table }, accountId: string): Promise<Outcome<MessageToken[]>> => {
  const items = await queryAll(deps.table, accountLists.tokens(accountId))
  return ok(items.map(messageTokenIn).toSorted((one, other) => one.createdAt - other.createdAt))
}
