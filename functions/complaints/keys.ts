import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

export const complaintKeys = {
  /** A complaint at a channel. Read by its worker and operators. */
  complaint: (channel: string, id: string) => keyAt(`COMPLAINT#${channel}#${id}`, 'COMPLAINT'),
}

/** Read as lists. */
export const complaintLists = {
  /** Of the list index: complaints in one state. */
  complaints: (status: string) => `COMPLAINTS#${status}`,
}

export const complaintWork = work('complaint', 'COMPLAINT#', 'COMPLAINT')
