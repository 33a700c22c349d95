import { ofName } from '../../../shared/kernel/settings.ts'
import type { Question } from '../check/checker.ts'
import type { PlatformCheckSettings } from '../owed/settings.ts'
import type { VerificationSettings } from '../settings.ts'

/** Nobody's daily spend is spread so thin that the last calls of a day have to be looked for everywhere. */
export const MOST_SHARDS = 8
const CALLS_A_SHARD = 50

/** What one call costs, what all of a day may come to, and what each of so many shares of that may. In 1/10,000 yuan. */
export type SpendLimit = { cost: number; cap: number; shards: number; most: number }

/** What a call of each vendor costs, and what those of a day may come to. */
export type SpendSettings = Pick<VerificationSettings, 'vendorCost'> & {
  identity: Pick<VerificationSettings['identity'], 'dailySpend'>
  recheck?: Pick<VerificationSettings['recheck'], 'cost'>
  platformChecks?: Pick<PlatformCheckSettings['platformChecks'], 'cost'>
}

/** Where the cost of a call was booked: in which share of which vendor's day. */
export type Spent = { vendor: string; day: string; shard: number; cost: number }

/** What a call with this question costs, by vendor. */
const costsOf = ({ vendorCost, recheck, platformChecks }: SpendSettings, question: Question) => {
  if (question === 'phone_still_held') return recheck?.cost ?? {}
  return question === 'carrier_three_element' ? vendorCost : (platformChecks?.cost ?? vendorCost)
}

/**
 * The limit of a vendor; undefined where it has none, or its calls cost nothing. The sum is shared out, as all checks of a vendor
 * would be in each other's way at one item.
 */
export const spendLimit = (
  settings: SpendSettings,
  vendor: string,
  question: Question = 'carrier_three_element',
): SpendLimit | undefined => {
  const cost = ofName(costsOf(settings, question), vendor)
  const cap = ofName(settings.identity.dailySpend, vendor)
  if (cap === undefined || !cost) return undefined
  const shards = Math.max(1, Math.min(MOST_SHARDS, Math.floor(cap / (cost * CALLS_A_SHARD))))
  return { cost, cap, shards, most: Math.floor(cap / shards) }
}
