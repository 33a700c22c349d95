import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Scan } from './scan.ts'
import { type DeskClaim, deskHashOf, scanOf } from './scan-store.ts'

/** How far the scan of a desktop has come. */
export type ScanSeen = Pick<Scan, 'purpose' | 'status' | 'expiresAt' | 'taken'> & { id: string }

/**
 * How far a scan has come, for the desktop that shows its code. Refuses with `scan_over` whoever has not the secret of that desktop, one that
 * is over, swept or not, and one that never was. One read.
 */
export const readScan = async (
  { table, clock }: { table: Table; clock: Clock },
  desk: DeskClaim | undefined,
): Promise<Outcome<ScanSeen>> => {
  const item = desk && (await table.get(desk.scan))
  const scan = item && scanOf(item)
  if (!desk || !scan || scan.desk !== deskHashOf(desk) || clock.now() >= scan.expiresAt) return refused('scan_over')
  const { purpose, status, expiresAt, taken } = scan
  return ok({ id: desk.id, purpose, status, expiresAt, taken })
}
