import { target } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { stateAllows } from '../../shared/table/state-condition.ts'
import { type Update, update } from '../../shared/table/write.ts'
import { verificationKeys } from './keys.ts'
import { type Decision, type Reason, type VerificationEvent, verificationTransitions } from './verification.ts'

type Named = { accountId: string; id: string }

const moved = (of: Named, on: VerificationEvent, set: Record<string, string | number | undefined> = {}): Update => {
  const to = target(verificationTransitions, on)
  return update(
    verificationKeys.verification(of.accountId, of.id),
    { set: { status: to, ...set } },
    stateAllows(verificationTransitions, on),
    `verification_not_${to}`,
  )
}

/** Its payment came. */
export const verificationPaid = (of: Named): Update => moved(of, 'paid')

/** Its check was given back unexecuted. */
export const verificationReleased = (of: Named): Update => moved(of, 'released')

/** The check worker is about to call the vendor. */
export const verificationChecking = (of: Named): Update => moved(of, 'claimed')

/** It ends before anything was paid. */
export const verificationEnded = (of: Named, on: 'cancelled' | 'expired', at: Millis, reason?: Reason): Update =>
  moved(of, on, { reason, decidedAt: at })

/** The result is known (or known to be unknowable). `retryAt`: when the same data is taken again. */
export const verificationDecided = (of: Named, decision: Decision, at: Millis, retryAt?: Millis): Update =>
  moved(of, decision.status, { reason: decision.reason, decidedAt: at, retryAt })
