import type { Clock } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { clashNoted } from '../../proofing/clashes/noted-store.ts'
import { holdersIn } from './person-entry-store.ts'
import { refusalCounted } from './tries-store.ts'

/**
 * Counts a refusal that lets one guess whether a person is known, wherever it is given, and notes it for the accounts that hold the person
 * (`holders`), who are told later: it takes as long whether they are or not. One call, two on the first of a day.
 */
export const recordIdentityRefusal = async (
  { table, clock }: { table: Pick<Table, 'commit'>; clock: Clock },
  accountId: string,
  holders: readonly string[],
): Promise<void> => {
  const at = clock.now()
  const { sameDay, newDay } = refusalCounted(accountId, at)
  const noted = clashNoted({ accountId, holders, at })
  const counted = await table.commit([sameDay, ...noted])
  if (counted.kind === 'conflict') await table.commit([newDay, ...noted])
}

/** The same where a commit found the person taken: the accounts are in its conflicts. */
export const recordPersonRefusal = (
  deps: Parameters<typeof recordIdentityRefusal>[0],
  accountId: string,
  conflicts: readonly Conflict[],
): Promise<void> => recordIdentityRefusal(deps, accountId, holdersIn(conflicts))
