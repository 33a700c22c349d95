import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

const dayPartition = (channel: string, day: string): string => `RECONCILIATION#${channel}#${day}`

export const bookkeepingKeys = {
  /** The comparison of a channel's day. Read by its worker and operators. */
  reconciliation: (channel: string, day: string) => keyAt(dayPartition(channel, day), 'RECONCILIATION'),
  /** What did not fit. Read by operators. */
  difference: (channel: string, day: string, id: string) => keyAt(dayPartition(channel, day), `DIFFERENCE#${id}`),
  /** A ledger transaction of a channel's day, belonging to no order. */
  dayLedger: (channel: string, day: string, id: string) => keyAt(dayPartition(channel, day), `LEDGER#${id}`),
  /** A vendor's own count of a day, and what it does not share with our records. Read by operators. */
  statement: (vendor: string, day: string) => keyAt(`STATEMENT#${vendor}#${day}`, 'STATEMENT'),
}

/** Read as lists. */
export const bookkeepingLists = {
  differences: (channel: string, day: string) => ({ pk: dayPartition(channel, day), prefix: 'DIFFERENCE#' }),
  /** Of the list index: runs of a channel. */
  reconciliations: (channel: string) => `RECONCILIATIONS#${channel}`,
}

export const reconciliationWork = work('reconciliation', 'RECONCILIATION#', 'RECONCILIATION')
