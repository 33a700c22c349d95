import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { accountLists } from '../keys.ts'

const PAGE = 100

/** All token items of an account; one database call for each hundred. */
export const readTokenItems = async (table: Table, accountId: string): Promise<Item[]> => {
  const items: Item[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await table.query({ ...accountLists.tokens(accountId), limit: PAGE, after })
    items.push(...page.items)
    after = page.next
  }
  return items
}
