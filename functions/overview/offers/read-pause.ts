import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { breakerKeys, breakersOf } from '../../verification/check/breaker-store.ts'
import { type IdentityVendor, pausedAt } from '../../verification/vendors/choice.ts'

/** Until when nobody can begin a verification, as every identity vendor refuses us; undefined while one does not. One read. */
export const readPause = async (deps: {
  table: Table
  clock: Clock
  vendors: readonly Pick<IdentityVendor, 'name'>[]
}): Promise<Millis | undefined> => {
  const items = await deps.table.getMany(breakerKeys(deps.vendors))
  return pausedAt(deps.vendors, breakersOf(deps.vendors, items), deps.clock.now())
}
