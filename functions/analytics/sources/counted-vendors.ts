import { type CompanyDesk, companyLimitAt } from '../../certification/checking/desk.ts'
import type { CertificationSettings } from '../../certification/settings.ts'
import type { FaceSettings } from '../../face/settings.ts'
import { type Desk, limitAt } from '../../face/vendors/desk.ts'
import { MOST_SHARDS, type SpendLimit, type SpendSettings, spendLimit } from '../../verification/vendors/spend.ts'

/**
 * Whose calls are counted: every identity vendor there is an adapter for, as a deployment may have given one up since, and every desk where
 * vendors confirm faces, look companies up, read licences or transfer to their accounts.
 */
export type CountedVendors = {
  identity: readonly string[]
  desks: readonly Desk[]
  companies: readonly CompanyDesk[]
}

/** The names that breakers and costs are kept under. */
export const namesOf = ({ identity, desks, companies }: CountedVendors): string[] => [
  ...identity,
  ...[...desks, ...companies].map(({ name }) => name),
]

/** In how many shares the sum of a vendor's day may be kept, whatever its limit was then. */
export const SPEND_SHARES = MOST_SHARDS

export type LimitSettings = SpendSettings &
  Pick<CertificationSettings, 'company'> & { face: Pick<FaceSettings['face'], 'cost' | 'dailySpend'> }

/** What the calls of each may come to on a day, of those that have a limit. */
export const limitsIn = (
  settings: LimitSettings,
  { identity, desks, companies }: CountedVendors,
): { vendor: string; limit: SpendLimit }[] => {
  const all = [
    ...identity.map((vendor) => ({ vendor, limit: spendLimit(settings, vendor) })),
    ...desks.map((desk) => ({ vendor: desk.name, limit: limitAt(settings.face, desk) })),
    ...companies.map((desk) => ({ vendor: desk.name, limit: companyLimitAt(settings.company, desk) })),
  ]
  return all.flatMap(({ vendor, limit }) => (limit ? [{ vendor, limit }] : []))
}
