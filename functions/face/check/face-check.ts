import type { StateTable } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Consent } from '../../consent/consent.ts'
import type { Spent } from '../../verification/vendors/spend.ts'
import { type FacePlace, type FailedBecause, failures, type Look } from '../vendors/vendor.ts'

export const faceCheckStatuses = ['opening', 'opened', 'confirmed', 'failed', 'expired', 'undetermined'] as const
export type FaceCheckStatus = (typeof faceCheckStatuses)[number]

export const faceCheckTransitions = [
  { from: ['opening'], on: 'handed_over', when: 'one vendor did not begin, so the next is asked' },
  { from: ['opening'], to: 'opened', on: 'begun', when: 'a vendor gave a token, and the page to send the person to' },
  {
    from: ['opening'],
    to: 'undetermined',
    on: 'not_begun',
    when: 'no vendor began, or whoever asked one died; nobody has the address of a token, so none is ever charged for',
  },
  { from: ['opened'], on: 'looked', when: 'the vendor says it is not over, or does not answer: asked again later' },
  { from: ['opened'], to: 'confirmed', on: 'confirmed', when: 'the vendor says, asked by us, that it is this person' },
  {
    from: ['opened'],
    to: 'failed',
    on: 'failed',
    when: 'the last attempt did not pass, and there can be no other on this token',
  },
  { from: ['opened'], to: 'expired', on: 'expired', when: 'the token is over, and nobody finished an attempt' },
  {
    from: ['opened'],
    to: 'undetermined',
    on: 'unanswered',
    when: 'the vendor can no longer be asked, or what it confirmed is not what was asked',
  },
] as const satisfies StateTable<FaceCheckStatus, string>
export type FaceCheckEvent = (typeof faceCheckTransitions)[number]['on']

/** Why a check ended otherwise than confirmed: by an attempt, or in another way. */
export const faceReasons = [
  ...failures,
  'vendor_unavailable',
  'vendor_refused',
  'result_unknown',
  'identity_changed',
] as const
export type FaceReason = (typeof faceReasons)[number]

/** What helps: to begin anew at once, or on another day, or a person instead of a face. */
export const faceAdvices = ['now', 'tomorrow', 'person'] as const
export type FaceAdvice = (typeof faceAdvices)[number]

export const adviceOn: Record<FaceReason, FaceAdvice> = {
  not_live: 'now',
  other_face: 'now',
  // What the register holds of somebody, another try does not change.
  identity_differs: 'person',
  no_photo: 'person',
  picture_unusable: 'now',
  too_often: 'tomorrow',
  risk_rule: 'person',
  vendor_fault: 'now',
  vendor_unavailable: 'now',
  vendor_refused: 'person',
  result_unknown: 'now',
  identity_changed: 'now',
}

/**
 * A confirmation by face. It is about the person whom the account was verified as when it was opened (`verificationId`, `personIndex`), for
 * one `action`, or for the evidence alone. Its number is the challenge that the vendor keeps with the token. Times are epoch ms.
 */
export type FaceCheck = {
  id: string
  accountId: string
  status: FaceCheckStatus
  action?: string
  openedAt: Millis
  verificationId: string
  personIndex: string
  consent: Consent
  /** Who was asked last, and by which disclosure. */
  vendor: string
  claim: string
  /** Until then whoever opens it may still be asking. */
  leaseUntil?: Millis
  token?: string
  url?: string
  worksIn?: FacePlace
  expiresAt?: Millis
  readableUntil?: Millis
  /** How often the vendor was asked what became of it; tells two who ask at once apart. */
  looks: number
  /** When it was asked last. */
  lookedAt?: Millis
  /** Why the last attempt did not pass. */
  lastTry?: FailedBecause
  /** Attempts that were charged and are booked. */
  charged: number
  /** Where the cost of the first is booked. */
  spent?: Spent
  reason?: FaceReason
  vendorCode?: string
  decidedAt?: Millis
}

/** One whose token is at a vendor. */
export type OpenedCheck = FaceCheck & { token: string; expiresAt: Millis; readableUntil: Millis }

/** Whether it has a token to ask about. */
export const isOpened = (check: FaceCheck): check is OpenedCheck => check.status === 'opened'

/** Whoever began in the last moment finishes by then, and what became of it is known to the vendor. */
const GRACE: Millis = 5 * MINUTE

/** When there can be no attempt on the token any more (epoch ms). */
export const overAt = ({ expiresAt }: Pick<OpenedCheck, 'expiresAt'>): Millis => expiresAt + GRACE

/** Redirects get lost, so the vendor is asked without one; what it answers costs nothing. */
const EVERY: Millis = 10 * MINUTE

/** Pages ask as long as somebody looks at them; the vendor is not asked oftener than that. */
const SPACING: Millis = 2 * SECOND

/** Whether the vendor was asked so lately that there is no use in asking again. */
export const isJustLooked = ({ lookedAt }: Pick<FaceCheck, 'lookedAt'>, now: Millis): boolean =>
  lookedAt !== undefined && now < lookedAt + SPACING

/** When the vendor is to be asked next (epoch ms): as soon as the token is over at the latest, while it is not. */
export const lookAt = (check: Pick<OpenedCheck, 'expiresAt'>, now: Millis): Millis => {
  const over = overAt(check)
  return now < over ? Math.min(now + EVERY, over) : now + EVERY
}

/** What an answer comes to: an end, or that it is to be asked again. */
export type AfterLook =
  | { on: 'confirmed' }
  | { on: 'failed'; reason: FailedBecause }
  | { on: 'expired' }
  | { on: 'unanswered'; reason: 'result_unknown' | 'identity_changed' }
  | { on: 'looked'; lastTry?: FailedBecause }

const notOver = ({ lastTry }: OpenedCheck): AfterLook => ({ on: 'looked', ...(lastTry && { lastTry }) })

const withoutAttempt = (lastTry: FailedBecause | undefined): AfterLook =>
  lastTry === undefined ? { on: 'expired' } : { on: 'failed', reason: lastTry }

/**
 * What the vendor's answer means. `isTheirs`: what it confirms is this challenge and this person. A failure ends nothing while the person
 * may try again on the same token; what nobody finished is expired once the token is over, however late anybody asks.
 */
export const afterLook = (check: OpenedCheck, look: Look, isTheirs: boolean, now: Millis): AfterLook => {
  const isOver = now >= overAt(check)
  switch (look.kind) {
    case 'confirmed':
      if (isTheirs) return { on: 'confirmed' }
      // Until it is over somebody may try on that token, so that no other may begin.
      return isOver ? { on: 'unanswered', reason: 'result_unknown' } : notOver(check)
    case 'failed':
      return look.final || isOver ? { on: 'failed', reason: look.because } : { on: 'looked', lastTry: look.because }
    case 'expired':
      return withoutAttempt(check.lastTry)
    case 'pending':
      return isOver ? withoutAttempt(check.lastTry) : notOver(check)
    case 'unknown':
      return now >= check.readableUntil ? { on: 'unanswered', reason: 'result_unknown' } : notOver(check)
  }
}

/** How many attempts are to be booked after an answer, beyond those that are. */
export const newlyCharged = (check: Pick<FaceCheck, 'charged'>, look: Look): number =>
  look.kind === 'unknown' || look.charged === 'unknown' ? 0 : Math.max(0, look.charged - check.charged)
