import { keyAt } from '../../../shared/table/keys.ts'
import { accountPartition } from '../../account/keys.ts'

export const documentKeys = {
  /** An identity card that was handed in. Newest by id. Read as a list, and by its id. */
  document: (accountId: string, id: string) => keyAt(accountPartition(accountId), `DOCUMENT#${id}`),
}

/** Read as a list. */
export const documentLists = {
  documents: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'DOCUMENT#' }),
}
