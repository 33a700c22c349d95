import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import { type Clock, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Breaker, refusedNow, SPENT, spentNow } from '../check/breaker.ts'
import { breakerClosed, breakerOpened } from '../check/breaker-store.ts'
import type { VerificationSettings } from '../settings.ts'

export type DeskDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  clock: Clock
  settings: Pick<VerificationSettings, 'breaker'>
  /** Rings the alarm of the function. */
  alarm: Alarm
  note: Tell
}

/** A vendor under the `name` that its pauses are kept by, and its breaker as it was seen; none where it never refused us. */
export type SeenDesk = { desk: { name: string; vendor: string }; breaker: Breaker | undefined }

/** Nobody asks there for a while. */
export const pauseDesk = async (deps: DeskDeps, { desk, breaker }: SeenDesk, code: string): Promise<Breaker> => {
  const now = deps.clock.now()
  const next = refusedNow(breaker, code, deps.settings.breaker, now)
  await deps.table.commit(breakerOpened(desk.name, breaker, next, now))
  return next
}

/** Nobody asks there before tomorrow; `isFirst` says whether this is who found that out. */
export const pauseForToday = async (
  deps: DeskDeps,
  { desk, breaker }: SeenDesk,
): Promise<{ next: Breaker; isFirst: boolean }> => {
  const now = deps.clock.now()
  const next = spentNow(breaker, SPENT, nextBeijingDay(now), now)
  const opened = await deps.table.commit(breakerOpened(desk.name, breaker, next, now))
  return { next, isFirst: opened.kind === 'committed' }
}

/** The vendor let a probe in: answers how often it had refused us, to whoever finds that out first. */
export const reopenDesk = async (deps: DeskDeps, { desk, breaker }: SeenDesk): Promise<number | undefined> => {
  if (breaker?.status !== 'half_open') return undefined
  const closed = await deps.table.commit(breakerClosed(desk.name, breaker))
  return closed.kind === 'committed' ? breaker.refusals : undefined
}
