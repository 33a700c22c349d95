import { ShimingError, ShimingProblem, ShimingUnexpected, ShimingUnreachable } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask } from '../calling/types.ts'
import { jittered, pause } from '../calling/waiting.ts'

/** A verification with its order and all money of it that goes back. */
export type Verification = Answer<'GET /v1/verifications/{id}'>

/** How to wait. */
export type WaitOptions = CallOptions & {
  /** Told when the status has changed: first of the one it has now. */
  onProgress?: ((verification: Verification) => void) | undefined
}

const ROUTE = 'GET /v1/verifications/{id}'

/** What is not over yet, and what to do meanwhile. */
const open: Readonly<Record<string, string>> = {
  awaiting_payment: 'its order is not paid yet, and can be until order.expiresAt',
  queued: 'it is paid, and the check has not begun; ask again later',
  checking: 'the check is under way; ask again later',
}

/** The time was over before the verification was; nothing is lost, and waiting may go on with the same id. */
export class ShimingStillOpen extends ShimingError {
  override name = 'ShimingStillOpen'
  /** As it was when it was asked about last. */
  readonly verification: Verification

  constructor(verification: Verification) {
    super(ROUTE, `the verification is still ${verification.status}: ${open[verification.status]}`)
    this.verification = verification
  }
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
 * Asks about a verification, more and more seldom (after half a second at first, every ten later), until it is over, and answers how it ended.
 * Money may still be on its way back then: `refunds` tells. Goes on through trouble that passes. Rejects with `ShimingStillOpen` after
 * `timeoutMs` (15 minutes unless said), with the last trouble if no answer came at all, and with the reason of `signal`.
 */
export const waitForResult = async (
  ask: Ask,
  id: string,
  { signal, timeoutMs = 15 * MINUTE_MS, onProgress }: WaitOptions = {},
): Promise<Verification> => {
  const until = performance.now() + timeoutMs
  let last: Verification | undefined
  for (let nth = 0; ; nth += 1) {
    const leftMs = until - performance.now()
    let trouble: unknown
    try {
      const input = { params: { id }, timeoutMs: Math.min(leftMs, MINUTE_MS), ...(signal && { signal }) }
      const now = await ask(ROUTE, input)
      if (now.status !== last?.status) {
        onProgress?.(now)
        nth = 0
      }
      last = now
      if (!Object.hasOwn(open, now.status)) return now
    } catch (error) {
      if (!passes(error)) throw error
      trouble = error
    }
    const wait = jittered(Math.min(LONGEST_MS, FIRST_MS * 1.5 ** nth))
    if (performance.now() + wait >= until) throw last ? new ShimingStillOpen(last) : trouble
    await pause(wait, signal)
  }
}
