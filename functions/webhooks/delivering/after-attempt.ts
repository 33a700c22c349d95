import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Attempt } from '../../outgoing/attempt.ts'
import { decide } from '../../outgoing/ladder.ts'
import type { DisabledByOthers } from '../endpoints/endpoint.ts'
import type { Delivery, DeliveryReason } from './delivery.ts'

/** An endpoint may ask to be left alone so long at once. */
const LONGEST_PAUSE: Millis = HOUR

const BUSY = [429, 503]

/** Until when an endpoint asks to be left alone by this answer, an hour at most; undefined where it does not. */
export const slowedUntil = (attempt: Attempt, status: number | undefined, now: Millis): Millis | undefined => {
  if (attempt.kind !== 'later' || attempt.retryAt === undefined || !BUSY.includes(status ?? 0)) return undefined
  const until = Math.min(attempt.retryAt, now + LONGEST_PAUSE)
  return until > now ? until : undefined
}

/** As an endpoint's attempts count: nothing it asks for is longer than an hour, and a name that leads astray is a passing fault. */
const bounded = (attempt: Attempt, now: Millis): Attempt => {
  if (attempt.kind === 'refused' && attempt.reason === 'target_refused')
    return { kind: 'later', reason: attempt.reason }
  return attempt.kind === 'later' && attempt.retryAt !== undefined
    ? { ...attempt, retryAt: Math.min(attempt.retryAt, now + LONGEST_PAUSE) }
    : attempt
}

/** What becomes of a delivery, and of its endpoint where that gets nothing more. */
export type AfterAttempt =
  | { to: 'taken' }
  | { to: 'failed'; reason: DeliveryReason; disables?: DisabledByOthers }
  | { to: 'later'; notBefore: Millis }

/**
 * What follows from an attempt: by the ladder, unless the endpoint is gone, or `isFailing`: has taken nothing for days. An address that may not be
 * called is tried on, as its name may lead elsewhere in a minute. `luck` from 0 to 1 spreads the wait.
 */
export const afterAttempt = (
  attempt: Attempt,
  { tries }: Pick<Delivery, 'tries'>,
  isFailing: boolean,
  attempts: number,
  now: Millis,
  luck: number,
): AfterAttempt => {
  const decided = decide(bounded(attempt, now), tries, attempts, now, luck)
  if (decided.to === 'taken') return decided
  if (decided.to === 'failed' && decided.reason === 'gone') return { ...decided, disables: 'gone' }
  if (isFailing) return { to: 'failed', reason: 'disabled', disables: 'failing' }
  return decided.to === 'failed' ? decided : { to: 'later', notBefore: decided.notBefore }
}
