import type { PageAsked } from '../../../shared/http/paging.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { findOpen } from '../../operators/proposals/find-open.ts'
import { isPaymentChannel } from '../../payment/paying/provider.ts'
import { bookkeepingKeys, bookkeepingLists } from '../keys.ts'
import { findInSuspense } from '../settling/find-in-suspense.ts'
import { isHeld, thingOf, waysOf } from '../settling/ways.ts'
import { differenceOf } from './difference-store.ts'
import { type Run, runOf } from './reconciliation-store.ts'
import { showDifference, showRun, showSetAside } from './reconciliation-view.ts'

/** A day of a channel; undefined for one that was never opened, or is none. */
export const findRun = async (table: Table, channel: string, day: string): Promise<Run | undefined> => {
  const isNamed = isPaymentChannel(channel) && /^\d{8}$/.test(day)
  const found = isNamed ? await table.get(bookkeepingKeys.reconciliation(channel, day)) : undefined
  return found && runOf(found)
}

/** A channel's daily reconciliations, newest first, a page at a time, and which of them cannot be read. Refuses with `not_found`. */
export const listRuns = async (deps: { table: Table }, channel: string, { limit, cursor }: PageAsked) => {
  if (!isPaymentChannel(channel)) return refused('not_found')
  const after = startOf(cursor, (text) => afterCursor(text, { pk: bookkeepingKeys.reconciliation(channel, '').pk }))
  if (!after.ok) return after
  const { items, next } = await deps.table.list({
    list: bookkeepingLists.reconciliations(channel),
    limit,
    newestFirst: true,
    after: after.value,
  })
  const { read: runs, unreadable } = readEach(items, (item) => showRun(runOf(item)))
  return ok({ runs, unreadable, nextCursor: nextCursor(next) })
}

/**
 * One day with all its differences, how each may be settled or is asked to be, which of them cannot be read, and what was set aside.
 * Refuses with `not_found`.
 */
export const readRun = async (deps: { table: Table; clock: Clock }, channel: string, day: string) => {
  const run = await findRun(deps.table, channel, day)
  if (!run) return refused('not_found')
  const stored = await queryAll(deps.table, bookkeepingLists.differences(channel, day))
  const { read, unreadable } = readEach(stored, differenceOf)
  const open = read.filter((difference) => waysOf(difference).length > 0)
  const asked = await findOpen(deps.table, 'difference_settled', open.map(thingOf), deps.clock.now())
  const held = open.some(isHeld) ? await findInSuspense(deps.table, channel) : []
  const differences = read.map((difference) => showDifference(difference, held, asked.get(thingOf(difference))))
  return ok({ ...showRun(run), differences, unreadable, setAside: showSetAside(run) })
}
