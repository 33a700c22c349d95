import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

export const complaintKeys = {
  /** A complaint at a channel. Read by its worker and operators. */
  complaint: (channel: string, id: string) => keyAt(`COMPLAINT#${channel}#${id}`, 'COMPLAINT'),
  /** That a complaint is about orders of an account. Read by operators who look at the account. */
  noted: (accountId: string, channel: string, id: string) =>
    keyAt(accountPartition(accountId), `COMPLAINED#${channel}#${id}`),
}

/** Read as lists. */
export const complaintLists = {
  /** Of the list index: complaints in one state. */
  complaints: (status: string) => `COMPLAINTS#${status}`,
  /** What is known to be about an account. */
  ofAccount: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'COMPLAINED#' }),
}

export const complaintWork = work('complaint', 'COMPLAINT#', 'COMPLAINT')
