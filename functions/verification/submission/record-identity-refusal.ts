import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { refusalCounted } from './tries-store.ts'

/** Counts a refusal that lets one guess whether a person is known, wherever it is given. One call, two on the first of a day. */
export const recordIdentityRefusal = async (
  { table, clock }: { table: Pick<Table, 'commit'>; clock: Clock },
  accountId: string,
): Promise<void> => {
  const { sameDay, newDay } = refusalCounted(accountId, clock.now())
  const counted = await table.commit([sameDay])
  if (counted.kind === 'conflict') await table.commit([newDay])
}
