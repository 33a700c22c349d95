import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { Table } from '../../../shared/table/table.ts'
import { owedKeys } from '../../verification/keys.ts'
import { openOwedIn } from '../../verification/owed/owed-store.ts'
import type { Card } from './card.ts'
import { cardOf } from './card-store.ts'
import { cardKeys } from './keys.ts'
import { readCards } from './read-cards.ts'

/** The card of that number, and under which index it is or will be kept: that of before where it is known by one. One call. */
export const findCard = async (
  table: Pick<Table, 'getMany'>,
  accountId: string,
  indexes: Versioned<string>,
): Promise<{ index: string; card: Card | undefined }> => {
  const items = await table.getMany(indexes.map((index) => cardKeys.card(accountId, index)))
  const card = items.flatMap((item) => (item ? [cardOf(item)] : []))[0]
  return { index: card?.index ?? indexes[0], card }
}

/** The id of the card that is being checked; undefined where none is. Two calls. */
export const findChecking = async (
  table: Pick<Table, 'get' | 'query'>,
  accountId: string,
): Promise<string | undefined> => {
  const open = openOwedIn(await table.get(owedKeys.open(accountId, 'bank_card')))
  if (open === undefined) return undefined
  const cards = await readCards({ table }, accountId)
  return cards.find(({ verificationId }) => verificationId === open)?.id
}
