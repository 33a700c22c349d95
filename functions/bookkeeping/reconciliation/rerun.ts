import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { bookkeepingKeys, reconciliationWork } from '../keys.ts'
import { findRun } from './read-runs.ts'
import { runReopened } from './reconciliation-store.ts'
import { showRun } from './reconciliation-view.ts'

/** Opens a day again; a second click finds it open already. */
export const rerun = async (
  deps: { table: Table; queue: Queue; clock: Clock; ids: Ids },
  operator: Operator,
  input: { channel: string; day: string; reason: string },
): Promise<Outcome<ReturnType<typeof showRun>>> => {
  const { channel, day, reason } = input
  const run = await findRun(deps.table, channel, day)
  if (!run) return refused('not_found')
  const at = deps.clock.now()
  const subject = deedSubjects.reconciliation(channel, day)
  const by = doers.operator(operator)
  const deed = { id: deps.ids.id(), subject, at, by, action: 'reconciliation_rerun', reason } as const
  await commitDeed(deps, deed, [runReopened(run, at)])
  await deps.queue.wake([reconciliationWork.pointerTo(bookkeepingKeys.reconciliation(channel, day))])
  return ok({ ...showRun(run), status: 'due' })
}
