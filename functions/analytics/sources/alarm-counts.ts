import type { Millis } from '../../../shared/kernel/time.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import type { Tally } from '../counts/counts.ts'

/** That an alarm went from one state to another, by the words of CloudWatch. */
export type AlarmChange = { name: string; at: Millis; was: string; is: string }

/** An alarm as it is now, and since when. */
export type AlarmNow = { name: string; state: string; since: Millis }

/** When alarms changed since the beginning of a day, the oldest first, and how all are now. */
export type AlarmsSince = { changes: readonly AlarmChange[]; now: readonly AlarmNow[] }

const RINGING = 'ALARM'

/** From a moment to before another. */
type Span = { from: Millis; until: Millis }

/** When an alarm rang within a span, by its changes in it and after it; an alarm that did not change is as it is now. */
const ringingIn = ({ from, until }: Span, changes: readonly AlarmChange[], now: AlarmNow | undefined): Span[] => {
  const first = changes[0]?.was ?? (now && now.since <= from ? now.state : undefined)
  const states = [
    { at: from, is: first },
    ...changes,
    ...(now && changes.length === 0 && now.since > from ? [{ at: now.since, is: now.state }] : []),
  ]
  return states.flatMap(({ at, is }, nth) => {
    const span = { from: Math.max(from, at), until: Math.min(until, states[nth + 1]?.at ?? until) }
    return is === RINGING && span.from < span.until ? [span] : []
  })
}

/**
 * Which alarms rang in a span (of a day, up to now), how often they began to and for how long. Names lose `prefix`, by which those of this deployment
 * begin.
 */
export const countAlarms = (tally: Tally, { changes, now }: AlarmsSince, span: Span, prefix: string): void => {
  const names = new Set([...changes.map(({ name }) => name), ...now.map(({ name }) => name)])
  for (const name of names) {
    const its = changes.filter((one) => one.name === name)
    const called = name.slice(prefix.length)
    const begun = its.filter(
      ({ at, was, is }) => is === RINGING && was !== RINGING && at >= span.from && at < span.until,
    )
    if (begun.length > 0) tally.add('alarms_begun', [called], begun.length)
    const present = now.find((one) => one.name === name)
    const ms = ringingIn(span, its, present).reduce((sum, one) => sum + one.until - one.from, 0)
    if (ms > 0) tally.add('alarm_seconds', [called], Math.max(1, Math.round(ms / SECOND)))
  }
}
