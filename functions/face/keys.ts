import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

export const faceKeys = {
  /** A confirmation by face, with its token at the vendor. Newest by id. Read by its pages, and by whoever asks the vendor. */
  check: (accountId: string, id: string) => keyAt(accountPartition(accountId), `FACECHECK#${id}`),
  /** How a confirmation ended, and not whose. Written once, read by day as a list. */
  counted: (id: string) => keyAt(`FACEEND#${id}`, 'FACEEND'),
  /** Which confirmation of an account is open. */
  open: (accountId: string) => keyAt(accountPartition(accountId), 'FACEOPEN'),
  /** That a confirmation has confirmed a step, which it does once. Written with that step. */
  used: (accountId: string, id: string) => keyAt(accountPartition(accountId), `FACEUSED#${id}`),
  /** What the vendor charged for the so-many-eth attempt on a token: a token may be charged for several times. */
  charge: (accountId: string, id: string, nth: number) => keyAt(accountPartition(accountId), `FACECHARGE#${id}#${nth}`),
}

/** Read as lists. */
export const faceLists = {
  checks: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'FACECHECK#' }),
  /** Of the list index: those that ended on a Beijing day, in LIST_PARTS parts. */
  ended: (day: string, part: number) => `FACES#${day}#${part}`,
}

export const faceWork = work('face', accountPartition(''), faceKeys.check('', '').sk)
