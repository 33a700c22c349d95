import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

export const faceKeys = {
  /** A confirmation by face, with its token at the vendor. Newest by id. Read by its pages, and by whoever asks the vendor. */
  check: (accountId: string, id: string) => keyAt(accountPartition(accountId), `FACECHECK#${id}`),
  /** Which confirmation of an account is open. */
  open: (accountId: string) => keyAt(accountPartition(accountId), 'FACEOPEN'),
  /** What the vendor charged for the so-many-eth attempt on a token: a token may be charged for several times. */
  charge: (accountId: string, id: string, nth: number) => keyAt(accountPartition(accountId), `FACECHARGE#${id}#${nth}`),
}

/** Read as lists. */
export const faceLists = {
  checks: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'FACECHECK#' }),
}

export const faceWork = work('face', accountPartition(''), faceKeys.check('', '').sk)
