import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { pausedUntil } from '../../verification/check/breaker.ts'
import { breakerOf } from '../../verification/check/breaker-store.ts'
import { verificationKeys } from '../../verification/keys.ts'

/** Until when nobody can begin a verification, as the identity vendor refuses us; undefined while it does not. One read. */
export const readPause = async (deps: {
  table: Table
  clock: Clock
  identityVendor: string
}): Promise<Millis | undefined> =>
  pausedUntil(breakerOf(await deps.table.get(verificationKeys.breaker(deps.identityVendor))), deps.clock.now())
