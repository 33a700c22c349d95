import type { Engine } from '../../local/engine.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, type Millis } from '../../shared/kernel/time.ts'

const MORNING: Millis = 10 * HOUR
const FIRST_DAY = 5
const LAST_DAY = 20

/**
 * The next ten o'clock in Beijing, at or after `at`, of a day in the middle of a month. Tests begin then, whenever they are run: one
 * that runs into midnight, or on the first of a month, would now and then find other days and months than it was written for.
 */
export const morningFrom = (at: Millis): Millis => {
  const morning = beijingDayStart(beijingDay(at)) + MORNING
  const next = morning < at ? morning + DAY : morning
  const day = Number(beijingDay(next).slice(-2))
  return day >= FIRST_DAY && day <= LAST_DAY ? next : morningFrom(next + 1)
}

/** An instance goes on at such a morning, the next there is. */
export const toMorning = async (engine: Pick<Engine, 'now' | 'advance'>): Promise<void> => {
  const now = engine.now()
  await engine.advance(morningFrom(now) - now)
}
