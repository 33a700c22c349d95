import { queryAll } from '../../../shared/table/query-all.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { bookkeepingLists } from '../keys.ts'
import { differenceOf, type StoredDifference } from '../reconciliation/difference-store.ts'
import { runOf } from '../reconciliation/reconciliation-store.ts'
import { isHeld } from './ways.ts'

/** Days that are looked through: channels keep their bills for so long. */
const DAYS = 93

/** Days of a channel with something that nobody has explained. */
const unexplainedDays = async (table: Table, channel: string): Promise<string[]> => {
  const { items } = await table.list({
    list: bookkeepingLists.reconciliations(channel),
    limit: DAYS,
    newestFirst: true,
  })
  const { read } = readEach(items, runOf)
  return read.filter(({ report }) => report !== undefined && report.unexplainedFen !== 0).map(({ day }) => day)
}

/**
 * Every difference of a channel whose money is in suspense, to be matched with one of the other sign; the newest days first. One list,
 * and a call for each day with something unexplained.
 */
export const findInSuspense = async (table: Table, channel: string): Promise<StoredDifference[]> => {
  const held: StoredDifference[] = []
  for (const day of await unexplainedDays(table, channel)) {
    const { read } = readEach(await queryAll(table, bookkeepingLists.differences(channel, day)), differenceOf)
    held.push(...read.filter(isHeld))
  }
  return held
}
