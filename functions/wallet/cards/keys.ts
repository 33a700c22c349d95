import { keyAt } from '../../../shared/table/keys.ts'
import { accountPartition } from '../../account/keys.ts'

export const cardKeys = {
  /** A bank card of an account, by the blind index of its number. Read as a list, and when the number is typed again. */
  card: (accountId: string, index: string) => keyAt(accountPartition(accountId), `CARD#${index}`),
  /** How many cards are bound or being checked. */
  count: (accountId: string) => keyAt(accountPartition(accountId), 'CARDS'),
}

/** Read as a list. */
export const cardLists = {
  cards: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'CARD#' }),
}
