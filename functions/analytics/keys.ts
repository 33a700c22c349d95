import { keyAt } from '../../shared/table/keys.ts'

const PARTITION = 'ANALYTICS#days'

export const analyticsKeys = {
  /** The numbers of a Beijing day. Written by the count, read by operators. */
  day: (day: string) => keyAt(PARTITION, `DAY#${day}`),
}

/** Read as lists. */
export const analyticsLists = {
  days: { pk: PARTITION, prefix: 'DAY#' },
}
