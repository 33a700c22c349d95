import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { FailureReason } from '../sending/message.ts'

/** How one attempt ended: taken, refused for good, or to be tried again (`retryAt`: not before, if the other side said so). */
export type DeliveryResult =
  | { kind: 'taken' }
  | { kind: 'refused'; reason: FailureReason }
  | { kind: 'later'; reason: FailureReason; retryAt?: Millis }

export type Decision =
  | { to: 'delivered' }
  | { to: 'failed'; reason: FailureReason }
  | { to: 'accepted'; reason: FailureReason; notBefore: Millis }

/** Waits after the first, second, … failed attempt: the schedule Standard Webhooks recommends. */
const LADDER: readonly Millis[] = [
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

/** So that messages that failed together do not come back together. */
const JITTER = 0.2

/**
 * What follows from a result. `made` attempts were made before it, `allowed` may be made in all; `luck` from 0 to 1 spreads
 * the wait. A wait the other side asks for is kept, up to a day.
 */
export const decide = (result: DeliveryResult, made: number, allowed: number, now: Millis, luck: number): Decision => {
  if (result.kind === 'taken') return { to: 'delivered' }
  if (result.kind === 'refused' || made + 1 >= allowed) return { to: 'failed', reason: result.reason }
  const wait = (LADDER[made] ?? LONGEST) * (1 + JITTER * luck)
  const asked = Math.min(result.retryAt ?? now, now + LONGEST)
  return { to: 'accepted', reason: result.reason, notBefore: Math.max(now + Math.round(wait), asked) }
}
