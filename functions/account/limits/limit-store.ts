import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { absent, any, atMost, below, type Item, type Key, type Update, update } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import type { Window } from './window.ts'

/** What is counted: for whom, over which time, and how often it may be; infinite where it only is to be known. `keptMs`: how
 * long after its window the number itself is of use. */
export type Counter = { subject: string; window: Window; limit: number; keptMs?: Millis }

/** Why a limit refuses a write. */
export const LIMITED = 'limited'

/** Kept on every counter, so that a refusal can say when it ends. */
const until = ({ window: { endsAt }, keptMs = 0 }: Counter) => ({ endsAt, ttl: ttlAt(endsAt + keptMs) })

const withinLimit = (limit: number) =>
  limit > 0 ? any(absent('count'), below('count', Math.min(limit, Number.MAX_SAFE_INTEGER))) : below('count', 0)

export const counterKey = ({ subject, window }: Omit<Counter, 'limit'>): Key => accountKeys.limit(subject, window.name)

/** One more, if the limit is not reached already. */
export const counted = (counter: Counter): Update =>
  update(counterKey(counter), { add: { count: 1 }, set: until(counter) }, withinLimit(counter.limit), LIMITED)

/** One that was counted does not count after all. */
export const uncounted = (counter: Omit<Counter, 'limit'>): Update =>
  update(counterKey(counter), { add: { count: -1 } })

/** How many there were, in a counter's item. */
export const countIn = (item: Item | undefined): number => Number(item?.count ?? 0)

/** Where the spacing of a subject is kept. */
export const spacingKey = (subject: string): Key => accountKeys.limit(subject, 'SPACING')

/** The next for a subject is not before `spacing` is over. `also`: what is to be known of the one before, which is kept a while longer. */
export const spaced = (
  subject: string,
  now: Millis,
  spacing: Millis,
  also?: { keptMs: Millis; set: Record<string, string> },
): Update => {
  const { keptMs = 0, set = {} } = also ?? {}
  const values = { ...set, endsAt: now + spacing, ttl: ttlAt(now + spacing + keptMs) }
  return update(spacingKey(subject), { set: values }, any(absent('endsAt'), atMost('endsAt', now)), LIMITED)
}

/** Whether the next is still to wait, by the item of a spacing. */
export const mustWait = (item: Item | undefined, now: Millis): boolean => Number(item?.endsAt ?? 0) > now

/** When all of the limits that refused have ended; undefined when a limit is zero and never will. */
export const endOf = (counters: readonly (Item | undefined)[]): Millis | undefined => {
  const ends = counters.map((item) => Number(item?.endsAt ?? 0))
  return ends.some((end) => end > 0) ? Math.max(...ends) : undefined
}

/** It was done as often as it may be, until the window of that counter is over. */
export const tooOften = (counter: Item | undefined): Outcome<never> =>
  refused('too_often', { retryAt: endOf([counter]) })
