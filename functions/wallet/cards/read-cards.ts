import { queryAll } from '../../../shared/table/query-all.ts'
import type { Table } from '../../../shared/table/table.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { type Card, isBoundTo } from './card.ts'
import { cardOf } from './card-store.ts'
import { cardLists } from './keys.ts'

/** All cards that an account has or had, the last one typed first. One call. */
export const readCards = async ({ table }: { table: Pick<Table, 'query'> }, accountId: string): Promise<Card[]> => {
  const items = await queryAll(table, cardLists.cards(accountId))
  return items.map(cardOf).toSorted((one, other) => other.createdAt - one.createdAt)
}

/** The same as they are to whom the account is verified as: what was bound to somebody before is bound no more. Two calls. */
export const readOwnCards = async (
  deps: { table: Pick<Table, 'query' | 'get'> },
  accountId: string,
): Promise<Card[]> => {
  const held = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
  const cards = await readCards(deps, accountId)
  return cards.map((card) =>
    card.status === 'bound' && !isBoundTo(card, held?.verifiedAt) ? { ...card, status: 'unbound' } : card,
  )
}
