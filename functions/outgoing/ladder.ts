import type { Ids } from '../../shared/kernel/ids.ts'
import { HOUR, MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'
import type { Attempt } from './attempt.ts'

export type Decision<Reason extends string> =
  | { to: 'taken' }
  | { to: 'failed'; reason: Reason }
  | { to: 'later'; reason: Reason; notBefore: Millis }

/** Waits after the first, second, … failed attempt: the schedule Standard Webhooks recommends. */
export const LADDER: readonly Millis[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
const LONGEST: Millis = 24 * HOUR

/** So that what failed together does not come back together. */
const JITTER = 0.2

const LUCK_STEPS = 1000

/** From 0 up to 1, by chance. */
export const luckOf = (ids: Pick<Ids, 'below'>): number => ids.below(LUCK_STEPS) / LUCK_STEPS

/**
 * What follows from an attempt. `made` attempts were made before it, `allowed` may be made in all; `luck` from 0 to 1 spreads
 * the wait. A wait the other side asks for is kept, up to a day.
 */
export const decide = <Reason extends string>(
  attempt: Attempt<Reason>,
  made: number,
  allowed: number,
  now: Millis,
  luck: number,
): Decision<Reason> => {
  if (attempt.kind === 'taken') return { to: 'taken' }
  if (attempt.kind === 'refused' || made + 1 >= allowed) return { to: 'failed', reason: attempt.reason }
  const wait = (LADDER[made] ?? LONGEST) * (1 + JITTER * luck)
  const asked = Math.min(attempt.retryAt ?? now, now + LONGEST)
  return { to: 'later', reason: attempt.reason, notBefore: Math.max(now + Math.round(wait), asked) }
}
