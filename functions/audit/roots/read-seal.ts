import { beijingDay, type Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { auditLists } from '../keys.ts'
import { findOldestDay } from './find-oldest-day.ts'
import { notedRootOf } from './root-store.ts'
import { type Seal, sealOf } from './seal.ts'

/** So many of the newest roots are looked over for days between them that have none. */
const LOOKED_OVER = 40

/** How far the audit is sealed, as the table knows of the roots. One table call; up to forty where there is no root yet. */
export const readSeal = async (deps: { table: Pick<Table, 'query'>; clock: Clock }): Promise<Seal> => {
  const now = deps.clock.now()
  const { items } = await deps.table.query({ ...auditLists.roots(), limit: LOOKED_OVER, newestFirst: true })
  const recorded = items.length === 0 ? await findOldestDay(deps, beijingDay(now)) : undefined
  return sealOf(items.map(notedRootOf), recorded, now)
}
