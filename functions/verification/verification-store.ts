import * as z from 'zod/mini'
import { languages } from '../../shared/kernel/language.ts'
import { target } from '../../shared/kernel/states.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { stateAllows } from '../../shared/table/state-condition.ts'
import { type Item, isNew, type Put, put, type Update, update } from '../../shared/table/write.ts'
import { offers } from '../payment/good.ts'
import { verificationKeys } from './keys.ts'
import {
  type Decision,
  type Reason,
  reasons,
  type Verification,
  type VerificationEvent,
  verificationStatuses,
  verificationTransitions,
} from './verification.ts'

/** Name of the data set the sealed fields are bound to; never changes. */
export const EVIDENCE = 'verification'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  orderId: text,
  offer: z.enum(offers),
  status: z.enum(verificationStatuses),
  reason: z.optional(z.enum(reasons)),
  createdAt: z.number(),
  decidedAt: z.optional(z.number()),
  retryAt: z.optional(z.number()),
  consent: z.object({
    notice: text,
    language: z.optional(z.enum(languages)),
    sha256: z.optional(text),
    agreedAt: z.number(),
  }),
  maskedName: text,
  maskedIdNumber: text,
  maskedPhone: text,
  sealed: z.object({ wrappedKey: text, name: text, idNumber: text, phone: text }),
  personIndex: text,
  resubmissionIndex: text,
  segmentIndex: text,
  lastFourIndex: text,
})

/** The verification in an item. */
export const verificationOf = (item: Item): Verification => z.parse(stored, item)

/** A verification begins, waiting for its payment. */
export const verificationOpened = (verification: Verification): Put =>
  put(verificationKeys.verification(verification.accountId, verification.id), { ...verification }, isNew)

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
