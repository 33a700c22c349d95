import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Card } from './card.ts'
import { cardOf } from './card-store.ts'
import { cardLists } from './keys.ts'

/** All cards that an account has or had, the last one typed first. One call. */
export const readCards = async ({ table }: { table: Pick<Table, 'query'> }, accountId: string): Promise<Card[]> => {
  const items = await queryAll(table, cardLists.cards(accountId))
  return items.map(cardOf).toSorted((one, other) => other.createdAt - one.createdAt)
}
