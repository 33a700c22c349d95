import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Clock, rfc3339 } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Operator } from '../../account/api-keys/operator-guards.ts'
import { audited } from '../../audit/audit-store.ts'
import { bookkeepingKeys, bookkeepingLists, reconciliationWork } from '../keys.ts'
import { readDifferences } from './reconcile.ts'
import { type Run, runOf, runReopened, type StoredDifference } from './reconciliation-store.ts'

const MONTH = 31

const shownRun = ({ channel, day, status, openedAt, finishedAt, report }: Run) => ({
  channel,
  day,
  status,
  openedAt: rfc3339(openedAt),
  ...(finishedAt !== undefined && { finishedAt: rfc3339(finishedAt) }),
  ...(report && { report }),
})

const shownDifference = (difference: StoredDifference) => {
  const { kind, status, outcome, outTradeNo, outRefundNo, orderId, thereFen, hereFen, at } = difference
  return {
    kind,
    status,
    outcome,
    outTradeNo,
    ...(outRefundNo && { outRefundNo }),
    ...(orderId && { orderId }),
    thereFen,
    hereFen,
    at: rfc3339(at),
  }
}

const runAt = async (table: Table, channel: string, day: string): Promise<Run | undefined> => {
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
  return ok({ runs: items.map((item) => shownRun(runOf(item))) })
}

/** One day with all its differences. */
export const readRun = async (deps: { table: Table }, channel: string, day: string) => {
  const run = await runAt(deps.table, channel, day)
  if (!run) return refused('not_found')
  const differences = await readDifferences(deps.table, channel, day)
  return ok({ ...shownRun(run), differences: differences.map(shownDifference) })
}

/** Opens a day again; a second click finds it open already. */
export const rerun = async (
  deps: { table: Table; queue: Queue; clock: Clock; ids: Ids },
  { operatorId }: Operator,
  input: { channel: string; day: string; reason: string },
): Promise<Outcome<ReturnType<typeof shownRun>>> => {
  const { channel, day, reason } = input
  const run = await runAt(deps.table, channel, day)
  if (!run) return refused('not_found')
  const at = deps.clock.now()
  const subject = `reconciliation:${channel}:${day}`
  const deed = audited({ id: deps.ids.id(), subject, at, operatorId, action: 'rerun', reason })
  await deps.table.commit([runReopened(run, at), deed])
  await deps.queue.wake([reconciliationWork.pointerTo(bookkeepingKeys.reconciliation(channel, day))])
  return ok({ ...shownRun(run), status: 'due' })
}
