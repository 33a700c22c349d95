import { ShimingError } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask } from '../calling/types.ts'
import { waitWhile } from './wait-while.ts'

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

/**
 * Waits until a verification is over, and answers how it ended. Money may still be on its way back then: `refunds` tells. Rejects with
 * `ShimingStillOpen` after `timeoutMs` (15 minutes unless said), with the last trouble if no answer came at all, and with the reason of `signal`.
 */
export const waitForResult = (ask: Ask, id: string, options: WaitOptions = {}): Promise<Verification> =>
  waitWhile(
    {
      ask: (call) => ask(ROUTE, { params: { id }, ...call }),
      isOpen: ({ status }) => Object.hasOwn(open, status),
      stillOpen: (verification) => new ShimingStillOpen(verification),
    },
    options,
  )
