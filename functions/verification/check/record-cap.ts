import { nextBeijingDay } from '../../../shared/kernel/time.ts'
import { type Breaker, SPENT, spentNow } from './breaker.ts'
import { breakerOpened } from './breaker-store.ts'
import type { BreakerDeps, Seen } from './record-refusal.ts'

/** The vendor has cost as much as it may today: it is asked again tomorrow, and whoever sees it first rings. */
export const recordCap = async (deps: BreakerDeps, { vendor, breaker }: Seen): Promise<Breaker> => {
  const now = deps.clock.now()
  const next = spentNow(breaker, SPENT, nextBeijingDay(now), now)
  const opened = await deps.table.commit(breakerOpened(vendor, breaker, next, now))
  if (opened.kind === 'committed') deps.alarm('identity_vendor_spent', { vendor })
  return next
}
