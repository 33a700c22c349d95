import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import { beijingDay, type Clock } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Breaker } from '../verification/check/breaker.ts'
import { breakerKeys, breakersOf } from '../verification/check/breaker-store.ts'
import { verificationKeys } from '../verification/keys.ts'
import type { VerificationSettings } from '../verification/settings.ts'
import type { IdentityVendor } from '../verification/vendors/choice.ts'
import { spendLimit } from '../verification/vendors/spend.ts'
import { spentIn } from '../verification/vendors/spend-store.ts'

export type VendorDeps = {
  table: Table
  clock: Clock
  /** The identity vendors of this deployment. */
  vendors: readonly Pick<IdentityVendor, 'name'>[]
  settings: Pick<VerificationSettings, 'vendorCost' | 'recheck' | 'identity'>
}

/** A vendor with its breaker, undefined if it never refused us; and what its calls cost today and may cost, in 1/10,000 yuan. */
export type VendorState = { vendor: string; breaker: Breaker | undefined; spent: number; most: number | undefined }

/** What the calls of a vendor have come to today. */
const readSpending = async (
  { table, clock, settings }: VendorDeps,
  vendor: string,
): Promise<Omit<VendorState, 'breaker'>> => {
  const limit = spendLimit(settings, vendor)
  const day = beijingDay(clock.now())
  const keys = Array.from({ length: limit?.shards ?? 0 }, (_none, shard) => verificationKeys.spend(vendor, day, shard))
  const shares = keys.length > 0 ? await table.getMany(keys) : []
  const spent = shares.reduce((sum, share) => sum + spentIn(share), 0)
  return { vendor, spent, most: limit?.cap }
}

/** The identity vendors, the most preferred first. One read, and one for each that has a limit a day. */
export const readVendors = async (deps: VendorDeps): Promise<Outcome<VendorState[]>> => {
  const breakers = breakersOf(deps.vendors, await deps.table.getMany(breakerKeys(deps.vendors)))
  const all = await Promise.all(deps.vendors.map(({ name }) => readSpending(deps, name)))
  return ok(all.map((one) => ({ ...one, breaker: breakers[one.vendor] })))
}
