import { ShimingProblem, ShimingUnexpected, ShimingUnreachable } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import { jittered, pause } from '../calling/waiting.ts'

/** What is waited for: how it is asked about, whether it is not over yet, and what is thrown when the time is over first. */
export type Waiting<T> = {
  ask: (call: CallOptions) => Promise<T>
  isOpen: (one: T) => boolean
  stillOpen: (last: T) => Error
}

const MINUTE_MS = 60_000
const FIRST_MS = 500
const LONGEST_MS = 10_000

/** What passes: the same question may well be answered next time. */
const passes = (error: unknown): boolean =>
  error instanceof ShimingUnreachable ||
  ((error instanceof ShimingProblem || error instanceof ShimingUnexpected) &&
    (error.status === 429 || error.status >= 500))

/**
 * Asks about something, more and more seldom (after half a second at first, every ten later), until it is over, and answers how it ended.
 * `onProgress` is told when the status has changed. Goes on through trouble that passes. Rejects with `stillOpen` after `timeoutMs`
 * (15 minutes unless said), with the last trouble if no answer came at all, and with the reason of `signal`.
 */
export const waitWhile = async <T extends { status: string }>(
  { ask, isOpen, stillOpen }: Waiting<T>,
  {
    signal,
    timeoutMs = 15 * MINUTE_MS,
    onProgress,
  }: CallOptions & { onProgress?: ((now: T) => void) | undefined } = {},
): Promise<T> => {
  const until = performance.now() + timeoutMs
  let last: T | undefined
  for (let nth = 0; ; nth += 1) {
    const leftMs = until - performance.now()
    let trouble: unknown
    try {
      const now = await ask({ timeoutMs: Math.min(leftMs, MINUTE_MS), ...(signal && { signal }) })
      if (now.status !== last?.status) {
        onProgress?.(now)
        nth = 0
      }
      last = now
      if (!isOpen(now)) return now
    } catch (error) {
      if (!passes(error)) throw error
      trouble = error
    }
    const wait = jittered(Math.min(LONGEST_MS, FIRST_MS * 1.5 ** nth))
    if (performance.now() + wait >= until) throw last ? stillOpen(last) : trouble
    await pause(wait, signal)
  }
}
