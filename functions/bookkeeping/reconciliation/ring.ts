import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { type Clock, DAY, type Millis } from '../../../shared/kernel/time.ts'

/**
 * Rings about a bill of a run at the first look and then once a day, however often the bill is asked for. Notes it in the run, whose
 * next wait stores it.
 */
export const ring = (
  deps: { clock: Clock; alarm: Alarm },
  run: { channel: string; day: string; rung: Record<string, Millis> },
  event: string,
  why: { reason: string } | { answer: string },
): void => {
  const now = deps.clock.now()
  const last = run.rung[event] ?? now - DAY
  const isDue = now - last >= DAY
  if (!isDue) return
  run.rung[event] = now
  deps.alarm(event, { channel: run.channel, day: run.day, ...why })
}
