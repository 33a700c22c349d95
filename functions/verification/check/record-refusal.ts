import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { VerificationSettings } from '../settings.ts'
import { type Breaker, refusedNow } from './breaker.ts'
import { breakerClosed, breakerOpened } from './breaker-store.ts'
import { type CheckResult, refusesUs } from './checker.ts'

export type BreakerDeps = {
  table: Table
  clock: Clock
  settings: Pick<VerificationSettings, 'breaker'>
  /** Rings the alarm of the function. */
  alarm: Alarm
  note: Tell
}

/** The breaker as a refusal heard now leaves it. `seen`: as it was when the call was begun. */
export const breakerAfter = ({ settings, clock }: BreakerDeps, seen: Breaker | undefined, code: string) =>
  refusedNow(seen, code, settings.breaker, clock.now())

/** Rings where people must mend something: every payer would meet it. Before anything is written, as twice is better than never. */
export const ringAbout = ({ alarm }: BreakerDeps, vendor: string, result: CheckResult): void => {
  const { vendorCode: code } = result
  if (refusesUs(result)) alarm('identity_vendor_needs_repair', { vendor, code })
  else if (result.kind === 'refused' && result.because === 'vendor_refused')
    alarm('identity_vendor_refused', { vendor, code })
}

/** A vendor and its breaker as it was seen; none where it never refused us. */
export type Seen = { vendor: string; breaker: Breaker | undefined }

/** Nobody asks this vendor for a while. Where somebody else moved the breaker since it was seen, that holds. */
export const recordRefusal = async (deps: BreakerDeps, { vendor, breaker }: Seen, code: string): Promise<Breaker> => {
  const next = breakerAfter(deps, breaker, code)
  await deps.table.commit(breakerOpened(vendor, breaker, next, deps.clock.now()))
  return next
}

/** An answer that only a vendor gives that lets us in. Being busy, out of reach or silent says nothing either way. */
const letsUsIn = (result: CheckResult): boolean => result.kind === 'verdict' || result.kind === 'refused'

/**
 * What an answer says about the vendor rather than about a person. It is written after what the check came to, so that nothing
 * here can lose a verdict: what is not written is found out by the next check. `seen`: the breaker as the caller's claim left it.
 */
export const recordVendor = async (deps: BreakerDeps, seen: Seen, result: CheckResult): Promise<void> => {
  const { vendor, breaker } = seen
  if (refusesUs(result)) {
    await recordRefusal(deps, seen, result.vendorCode)
    return
  }
  if (breaker?.status !== 'half_open' || !letsUsIn(result)) return
  const closed = await deps.table.commit(breakerClosed(vendor, breaker))
  if (closed.kind === 'committed') deps.note('identity_vendor_recovered', { vendor, refusals: breaker.refusals })
}
