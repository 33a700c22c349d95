import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { counted, countIn } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { nextAfter } from '../tries.ts'

export type FailureDeps = { table: Pick<Table, 'update'>; clock: Clock }

/** Counts a photo that could not be used, and says how many that makes today and what comes next. One call. */
export const recordFailure = async (
  { table, clock }: FailureDeps,
  accountId: string,
): Promise<{ failures: number; comesNext: 'again' | 'review' }> => {
  const window = dayOf(clock.now())
  const written = await table.update(
    counted({ subject: `UNREADABLE#${accountId}`, window, limit: Number.POSITIVE_INFINITY }),
  )
  const failures = written.kind === 'updated' ? countIn(written.item) : 1
  return { failures, comesNext: nextAfter(failures) }
}
