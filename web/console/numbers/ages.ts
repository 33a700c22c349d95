import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Tone } from '../plots/plot.ts'

/** A class of how long something waits, or how long there is left, up to (not including) `below`. */
export type AgeClass = { name: 'past' | 'soon' | 'today' | 'later'; below: Millis; tone: Tone }

/** Since when a refund is owed, of the 24 hours that are promised. */
export const refundAges: readonly AgeClass[] = [
  { name: 'later', below: HOUR, tone: 'good' },
  { name: 'today', below: 12 * HOUR, tone: 'info' },
  { name: 'soon', below: 24 * HOUR, tone: 'warn' },
  { name: 'past', below: Number.POSITIVE_INFINITY, tone: 'bad' },
]

/** What is left of the time to act on a complaint. */
export const clockAges: readonly AgeClass[] = [
  { name: 'past', below: 0, tone: 'bad' },
  { name: 'soon', below: 4 * HOUR, tone: 'warn' },
  { name: 'today', below: 24 * HOUR, tone: 'info' },
  { name: 'later', below: Number.POSITIVE_INFINITY, tone: 'good' },
]

/** How many of these times are in each class, in its order. */
export const inClasses = (classes: readonly AgeClass[], times: readonly Millis[]): number[] => {
  const counts = classes.map(() => 0)
  for (const time of times) {
    const at = classes.findIndex(({ below }) => time < below)
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
