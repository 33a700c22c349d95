import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import { allowedAddress } from '../../outgoing/address.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import { clearingKeys } from '../keys.ts'
import type { ClearingSettings } from '../settings.ts'
import { type Business, isBusinessCode } from './business.ts'
import { businessesIn, businessKept, businessRemoved } from './business-store.ts'

export type BusinessDeps = {
  table: Table
  clock: Clock
  settings: ClearingSettings & Pick<OutgoingSettings, 'deliveries'>
}

/** More often than anybody changes one at once. */
const TRIES = 8

/**
 * A business of the platform, new or as it is from now on; one that is registered already keeps its bindings. Refuses with
 * `invalid_business_code`, `business_address_refused` and `business_limit_reached`; throws `Contended` where others keep changing some. Two table
 * calls.
 */
export const keepBusiness = async (
  { table, clock, settings }: BusinessDeps,
  asked: Pick<Business, 'code' | 'names' | 'callback' | 'page'>,
): Promise<Outcome<Business>> => {
  const { code, names } = asked
  if (!isBusinessCode(code)) return refusedField('/code', 'invalid_business_code')
  const callback = allowedAddress(asked.callback, settings.deliveries)
  if (callback === undefined) return refusedField('/callback', 'business_address_refused')
  const page = asked.page === undefined ? undefined : allowedAddress(asked.page, settings.deliveries)
  if (asked.page !== undefined && page === undefined) return refusedField('/page', 'business_address_refused')
  let item = await table.get(clearingKeys.businesses())
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = businessesIn(item)
    const before = known.get(code)
    if (!before && known.size >= settings.businesses.most) return refused('business_limit_reached')
    const business = { code, names, callback, page, registeredAt: before?.registeredAt ?? clock.now() }
    const saved = await table.update(businessKept(business, item))
    if (saved.kind === 'updated') return ok(business)
    item = saved.item
  }
  throw new Contended('somebody keeps changing the businesses')
}

/**
 * Takes a business away, and with it every binding of it: none counts any more, also if one is registered by the same code later. Refuses with
 * `not_found`. One table call.
 */
export const removeBusiness = async (
  { table }: { table: Pick<Table, 'commit'> },
  code: string,
): Promise<Outcome<null>> => {
  const removed = await table.commit([businessRemoved(code)])
  return removed.kind === 'committed' ? ok(null) : refused('not_found')
}
