import type { StateTable } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'

export const breakerStatuses = ['closed', 'open', 'half_open'] as const
export type BreakerStatus = (typeof breakerStatuses)[number]

export const breakerTransitions = [
  {
    from: ['closed'],
    to: 'open',
    on: 'refused',
    when: 'the vendor refuses us, what we need to call it cannot be read, or its sum of the day is spent',
  },
  { from: ['open', 'half_open'], to: 'open', on: 'refused', when: 'it still does after a pause: a longer one' },
  {
    from: ['open', 'half_open'],
    to: 'half_open',
    on: 'probed',
    when: 'the pause is over, or the probe before was never heard of again: a check that is paid calls',
  },
  { from: ['half_open'], to: 'closed', on: 'recovered', when: 'the vendor answered the probe' },
] as const satisfies StateTable<BreakerStatus, string>
export type BreakerEvent = (typeof breakerTransitions)[number]['on']

/** What keeps people from paying for a vendor that refuses us. Times are epoch ms. */
export type Breaker = {
  status: BreakerStatus
  /** No call before: the pause, or the time a probe may take. Neither this nor the next when closed. */
  until?: Millis
  /** From then on orders open again. */
  ordersAt?: Millis
  /** Refused since. */
  since: Millis
  /** How often in a row. */
  refusals: number
  /** What the vendor said, or what was missing here. */
  code: string
  /** The claim of the check that is the probe. */
  probe?: string
}

/** The first pause, which doubles with every refusal that follows, up to the longest. */
export type Pauses = { pauseMs: Millis; longestPauseMs: Millis }

/**
 * Checks that are paid come first when a pause is over: the sweep brings one within a minute, and it probes. Only where none
 * waits do orders open again, and the first that is paid is the probe; else a vendor nobody waits for could never be tried.
 */
const HEAD_START: Millis = 2 * MINUTE

/** How long a probe may take: its check's lease. After that it is taken for dead, and another check may probe. */
const PROBE_TIME: Millis = 2 * MINUTE

const pausing = (until: Millis): { until: Millis; ordersAt: Millis } => ({ until, ordersAt: until + HEAD_START })

/** A breaker that is not closed. */
type Pausing = Breaker & { until: Millis; ordersAt: Millis }

/** What a breaker says where a secret or a key cannot be used: for people to mend, and as good as a vendor that refuses us. */
export const UNUSABLE = 'means_unusable'

/** What a breaker says of a vendor whose sum of the day is spent. */
export const SPENT = 'daily_spend'

/** Since when a vendor refuses us without a break, and how often. */
const refusalsOf = (seen: Breaker | undefined, now: Millis): Pick<Breaker, 'since' | 'refusals'> =>
  seen && seen.status !== 'closed' ? seen : { refusals: 0, since: now }

/** The breaker after a refusal. `seen`: as it was when the call was begun; undefined if there was none yet. */
export const refusedNow = (seen: Breaker | undefined, code: string, pauses: Pauses, now: Millis): Pausing => {
  const { since, refusals } = refusalsOf(seen, now)
  const pause = Math.min(pauses.pauseMs * 2 ** refusals, pauses.longestPauseMs)
  return { status: 'open', ...pausing(now + pause), since, refusals: refusals + 1, code }
}

/** The breaker of a vendor whose sum of the day is spent, until `until`. That is no refusal, and makes no pause longer. */
export const spentNow = (seen: Breaker | undefined, code: string, until: Millis, now: Millis): Pausing => {
  const { since, refusals } = refusalsOf(seen, now)
  return { status: 'open', ...pausing(until), since, refusals, code }
}

/** The breaker while a check probes. */
export const probedNow = (seen: Breaker, probe: string, now: Millis): Pausing => ({
  ...seen,
  status: 'half_open',
  ...pausing(now + PROBE_TIME),
  probe,
})

/** Whether a check may call now: freely, as the one probe, or not before `until`. */
export type Turn = { kind: 'free' } | { kind: 'probe'; seen: Breaker } | { kind: 'wait'; until: Millis }

/** Whose turn it is. `breaker`: undefined if the vendor never refused us. */
export const turnAt = (breaker: Breaker | undefined, now: Millis): Turn => {
  if (!breaker || breaker.status === 'closed') return { kind: 'free' }
  const { until = now } = breaker
  return until <= now ? { kind: 'probe', seen: breaker } : { kind: 'wait', until }
}
