import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import { type Clock, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Breaker, refusedNow, SPENT, spentNow } from '../../verification/check/breaker.ts'
import { breakerClosed, breakerOpened } from '../../verification/check/breaker-store.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import type { CompanyDesk } from './desk.ts'

export type DeskDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  clock: Clock
  settings: Pick<VerificationSettings, 'breaker'>
  /** Rings the alarm of the function. */
  alarm: Alarm
  note: Tell
}

/** A desk and its breaker as it was seen; none where it never refused us. */
type SeenDesk = { desk: CompanyDesk; breaker: Breaker | undefined }

/** The vendor refuses us, whichever company is asked about, or what calling it takes cannot be read: nobody asks it for a while, and people hear. */
export const recordRefusal = async (deps: DeskDeps, { desk, breaker }: SeenDesk, code: string): Promise<Breaker> => {
  deps.alarm('company_vendor_needs_repair', { vendor: desk.vendor, code })
  const next = refusedNow(breaker, code, deps.settings.breaker, deps.clock.now())
  await deps.table.commit(breakerOpened(desk.name, breaker, next, deps.clock.now()))
  return next
}

/** The vendor has cost as much as it may today: it is asked again tomorrow, and whoever sees it first rings. */
export const recordDailySpend = async (deps: DeskDeps, { desk, breaker }: SeenDesk): Promise<Breaker> => {
  const now = deps.clock.now()
  const next = spentNow(breaker, SPENT, nextBeijingDay(now), now)
  const opened = await deps.table.commit(breakerOpened(desk.name, breaker, next, now))
  if (opened.kind === 'committed') deps.alarm('company_vendor_spent', { vendor: desk.vendor })
  return next
}

/** The vendor let a probe in. */
export const recordRecovery = async (deps: DeskDeps, { desk, breaker }: SeenDesk): Promise<void> => {
  if (breaker?.status !== 'half_open') return
  const closed = await deps.table.commit(breakerClosed(desk.name, breaker))
  if (closed.kind === 'committed')
    deps.note('company_vendor_recovered', { vendor: desk.vendor, refusals: breaker.refusals })
}
