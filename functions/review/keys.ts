import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

export const reviewKeys = {
  /** A case that people decide. Newest by id. Read by its user, by operators and by its clock. */
  case: (accountId: string, id: string) => keyAt(accountPartition(accountId), `REVIEW#${id}`),
  /** Which case of a kind about a subject is open: one at a time. */
  open: (accountId: string, kind: string, subject: string) =>
    keyAt(accountPartition(accountId), `REVIEWOPEN#${kind}#${subject}`),
}

/** Read as lists. */
export const reviewLists = {
  ofAccount: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'REVIEW#' }),
  /** Of the list index: those that wait for people, at the time by which the user is to be answered. */
  open: 'REVIEWS#open',
  /** Those that wait for their user, at the time by which they must answer. */
  waiting: 'REVIEWS#waiting',
  /** Those that are over, at the time when they ended. */
  decided: 'REVIEWS#decided',
}

export const reviewWork = work('review', accountPartition(''), reviewKeys.case('', '').sk)
