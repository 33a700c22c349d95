import { type Millis, SECOND } from '../../shared/kernel/time.ts'
import type { Attempt } from './attempt.ts'
import { TARGET_REFUSED } from './guarded-lookup.ts'

/** What became of a request: the status and headers of its answer, or why there was none. */
type Heard =
  | { kind: 'answered'; status: number; headers: Readonly<Record<string, string>> }
  | { kind: 'not_sent' | 'unknown'; reason: string }

/** Retry-After in seconds or as a date; undefined when it is neither. */
const retryAfter = (header: string | undefined, now: Millis): Millis | undefined => {
  if (header === undefined) return undefined
  const at = /^\d{1,9}$/.test(header) ? now + Number(header) * SECOND : Date.parse(header)
  return Number.isNaN(at) ? undefined : at
}

/**
 * What a reply means. Any 2xx is taken; 410 and an address we may not call are final; all else is tried again. Reasons are
 * shown, so they are coarse: a user learns whether somebody answered, and nothing with which to look around in a network.
 */
export const attemptOf = (reply: Heard, now: Millis): Attempt => {
  if (reply.kind !== 'answered')
    return reply.reason === TARGET_REFUSED
      ? { kind: 'refused', reason: TARGET_REFUSED }
      : { kind: 'later', reason: 'unreachable' }
  const { status, headers } = reply
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 410) return { kind: 'refused', reason: 'gone' }
  return { kind: 'later', reason: 'not_accepted', retryAt: retryAfter(headers['retry-after'], now) }
}
