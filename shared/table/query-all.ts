import type { Table } from './table.ts'
import type { Item } from './write.ts'

const PAGE = 100

/** Every item of a partition, or those whose sort key begins with `prefix`, however many there are; one call for each hundred. */
export const queryAll = async (table: Pick<Table, 'query'>, list: { pk: string; prefix?: string }): Promise<Item[]> => {
  const items: Item[] = []
  let after: string | undefined
  do {
    const page = await table.query({ ...list, limit: PAGE, after })
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}
