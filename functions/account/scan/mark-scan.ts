import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Scan } from './scan.ts'
import { scanKey, scanLooked, scanOf } from './scan-store.ts'

/** What whoever has scanned a code is asked about: is it you who sits there? */
export type Scanned = Pick<Scan, 'purpose' | 'browser' | 'place' | 'askedAt' | 'expiresAt'>

/**
 * What a scanned code asks for; the desktop learns that it was scanned. Decides nothing. Refuses with `scan_over`, whatever became of it
 * and where it never was. One database call.
 */
export const markScan = async (
  { table, clock }: { table: Table; clock: Clock },
  code: string,
): Promise<Outcome<Scanned>> => {
  const looked = await table.update(scanLooked(scanKey(code), clock.now()))
  return looked.kind === 'updated' ? ok(scanOf(looked.item)) : refused('scan_over')
}
