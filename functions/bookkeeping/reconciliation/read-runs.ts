import { ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { bookkeepingKeys, bookkeepingLists } from '../keys.ts'
import { readDifferences } from './reconcile.ts'
import { type Run, runOf } from './reconciliation-store.ts'
import { showDifference, showRun, showSetAside } from './reconciliation-view.ts'

const MONTH = 31

/** A day of a channel; undefined for one that was never opened, or is none. */
export const findRun = async (table: Table, channel: string, day: string): Promise<Run | undefined> => {
  const found = /^\d{8}$/.test(day) ? await table.get(bookkeepingKeys.reconciliation(channel, day)) : undefined
  return found && runOf(found)
}

/** The last month of a channel's daily reconciliations, newest first. */
export const listRuns = async (deps: { table: Table }, channel: string) => {
  const { items } = await deps.table.list({
    list: bookkeepingLists.reconciliations(channel),
    limit: MONTH,
    newestFirst: true,
  })
  return ok({ runs: items.map((item) => showRun(runOf(item))) })
}

/** One day with all its differences and what was set aside. */
export const readRun = async (deps: { table: Table }, channel: string, day: string) => {
  const run = await findRun(deps.table, channel, day)
  if (!run) return refused('not_found')
  const differences = await readDifferences(deps.table, channel, day)
  return ok({ ...showRun(run), differences: differences.map(showDifference), setAside: showSetAside(run) })
}
