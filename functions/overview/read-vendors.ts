import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Breaker } from '../verification/check/breaker.ts'
import { breakerOf } from '../verification/check/breaker-store.ts'
import { verificationKeys } from '../verification/keys.ts'

export type VendorDeps = {
  table: Table
  /** The identity vendor of this deployment. */
  identityVendor: string
}

/** The identity vendor, and its breaker; undefined if it never refused us. One read. */
export const readVendors = async ({
  table,
  identityVendor: vendor,
}: VendorDeps): Promise<Outcome<{ vendor: string; breaker?: Breaker }[]>> =>
  ok([{ vendor, breaker: breakerOf(await table.get(verificationKeys.breaker(vendor))) }])
