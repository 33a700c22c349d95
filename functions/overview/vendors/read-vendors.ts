import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { beijingDay, type Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { companyLimitAt, costlyDesksIn } from '../../certification/checking/desk.ts'
import type { CertificationSettings } from '../../certification/settings.ts'
import type { FaceSettings } from '../../face/settings.ts'
import { desksIn, limitAt } from '../../face/vendors/desk.ts'
import type { Breaker } from '../../verification/check/breaker.ts'
import { breakerKeys, breakersOf } from '../../verification/check/breaker-store.ts'
import { verificationKeys } from '../../verification/keys.ts'
import type { IdentityVendor } from '../../verification/vendors/choice.ts'
import { type SpendLimit, type SpendSettings, spendLimit } from '../../verification/vendors/spend.ts'
import { spentIn } from '../../verification/vendors/spend-store.ts'

/** A vendor whose breaker and costs are kept under that name, and what its calls of a day may come to. */
type Counted = { name: string; limit: SpendLimit | undefined }

type CountedSettings = SpendSettings &
  Pick<CertificationSettings, 'company'> & { face: Pick<FaceSettings['face'], 'vendors' | 'cost' | 'dailySpend'> }

/** The identity vendors of a deployment, the most preferred first, then those that confirm faces there, look companies up, read licences and transfer. */
export const countedIn = (settings: CountedSettings, vendors: readonly Pick<IdentityVendor, 'name'>[]): Counted[] => [
  ...vendors.map(({ name }) => ({ name, limit: spendLimit(settings, name) })),
  ...desksIn(settings).map((desk) => ({ name: desk.name, limit: limitAt(settings.face, desk) })),
  ...costlyDesksIn(settings).map((desk) => ({ name: desk.name, limit: companyLimitAt(settings.company, desk) })),
]

export type VendorDeps = { table: Table; clock: Clock; counted: readonly Counted[] }

/** A vendor with its breaker, undefined if it never refused us; and what its calls cost today and may cost, in 1/10,000 yuan. */
export type VendorState = { vendor: string; breaker: Breaker | undefined; spent: number; most: number | undefined }

/** What the calls of a vendor have come to today. */
const readSpending = async (
  { table, clock }: VendorDeps,
  { name: vendor, limit }: Counted,
): Promise<Omit<VendorState, 'breaker'>> => {
  const day = beijingDay(clock.now())
  const keys = Array.from({ length: limit?.shards ?? 0 }, (_none, shard) => verificationKeys.spend(vendor, day, shard))
  const shares = keys.length > 0 ? await table.getMany(keys) : []
  const spent = shares.reduce((sum, share) => sum + spentIn(share), 0)
  return { vendor, spent, most: limit?.cap }
}

/** The vendors and what is known of them. One read, and one for each that has a limit a day. */
export const readVendors = async (deps: VendorDeps): Promise<Outcome<VendorState[]>> => {
  const breakers = breakersOf(deps.counted, await deps.table.getMany(breakerKeys(deps.counted)))
  const all = await Promise.all(deps.counted.map((one) => readSpending(deps, one)))
  return ok(all.map((one) => ({ ...one, breaker: breakers[one.vendor] })))
}
