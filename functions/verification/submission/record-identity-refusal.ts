import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { clashNoted } from '../../proofing/clashes/noted-store.ts'
import { accountsIn } from './person-entry-store.ts'
import { refusalCounted } from './tries-store.ts'

/**
 * Counts a refusal that lets one guess whether a person is known, wherever it is given, and notes it for the accounts that hold the person
 * (those in the entry of the person among `found`), who are told later: it takes as long whether they are or not. One call, two on the first of a
 * day.
 */
export const recordIdentityRefusal = async (
  { table, clock }: { table: Pick<Table, 'commit'>; clock: Clock },
  accountId: string,
  found: readonly { item?: Item | undefined }[],
): Promise<void> => {
  const at = clock.now()
  const { sameDay, newDay } = refusalCounted(accountId, at)
  const noted = clashNoted({ accountId, holders: found.flatMap(({ item }) => accountsIn(item)), at })
  const counted = await table.commit([sameDay, ...noted])
  if (counted.kind === 'conflict') await table.commit([newDay, ...noted])
}
