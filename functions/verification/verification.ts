import type { StateTable } from '../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Offer } from '../payment/orders/order.ts'
import { type CheckResult, refusals } from './check/checker.ts'

export const verificationStatuses = [
  'awaiting_payment',
  'queued',
  'checking',
  'verified',
  'mismatch',
  'no_record',
  'identity_in_use',
  'undetermined',
  'cancelled',
  'expired',
] as const
export type VerificationStatus = (typeof verificationStatuses)[number]

export const verificationTransitions: StateTable<VerificationStatus> = [
  { from: ['awaiting_payment'], to: 'queued', when: 'the asked amount was paid' },
  { from: ['awaiting_payment'], to: 'cancelled', when: 'the user cancelled, or a wrong amount was paid' },
  { from: ['awaiting_payment'], to: 'expired', when: 'nothing was paid in time' },
  { from: ['queued'], to: 'checking', when: 'the check worker is about to call the vendor' },
  { from: ['checking'], to: 'queued', when: 'provably nothing was sent, or the vendor did nothing' },
  { from: ['checking'], to: 'verified', when: 'match' },
  { from: ['checking'], to: 'mismatch', when: 'mismatch' },
  { from: ['checking'], to: 'no_record', when: 'no record' },
  { from: ['checking'], to: 'identity_in_use', when: 'match, but the person holds as many accounts as allowed' },
  { from: ['queued', 'checking'], to: 'undetermined', when: 'the result is unknown, or the fault is ours' },
]

/** Machine-readable reason beside a final status that needs one. */
export const reasons = [
  'cancelled_by_user',
  'wrong_amount_paid',
  'vendor_unavailable',
  'result_unknown',
  'service_fault',
  ...refusals,
] as const
export type Reason = (typeof reasons)[number]

/** The check of one paid order: it makes at most one call to the vendor that may have been executed, ever. P6. */
export const checkStatuses = ['ready', 'calling', 'done', 'unknown'] as const
export type CheckStatus = (typeof checkStatuses)[number]

export const checkTransitions: StateTable<CheckStatus> = [
  { from: ['ready'], to: 'calling', when: 'a worker holds the lease and calls' },
  { from: ['calling'], to: 'ready', when: 'provably nothing was sent, or the vendor did nothing' },
  { from: ['calling'], to: 'done', when: 'the vendor answered' },
  { from: ['ready', 'calling'], to: 'unknown', when: 'the lease ran out, or we gave up' },
]

/** A verification as its account sees it, plus what the check needs; the evidence itself is only here in sealed form. */
export type Verification = {
  id: string
  accountId: string
  orderId: string
  offer: Offer
  status: VerificationStatus
  reason?: Reason
  createdAt: Millis
  decidedAt?: Millis
  retryAt?: Millis
  consent: { notice: string; agreedAt: Millis }
  maskedName: string
  maskedIdNumber: string
  maskedPhone: string
  sealed: { wrappedKey: string; name: string; idNumber: string; phone: string }
  /** Blind indexes: of the person, and of person + name + mobile. */
  personIndex: string
  resubmissionIndex: string
}

/** How a check ends for user and money. */
export type Decision = {
  status: 'verified' | 'mismatch' | 'no_record' | 'identity_in_use' | 'undetermined'
  reason?: Reason
}

/** What follows from one call: the end, or another try because nothing was done. */
export type AfterCall = { kind: 'decided'; decision: Decision } | { kind: 'again'; at: Millis }

const RELEASES = 3
const RELEASE_WINDOW: Millis = 5 * MINUTE
const PAUSES: readonly Millis[] = [30_000, MINUTE, 2 * MINUTE]

/** How often and since when a check was given back unexecuted. */
export type Releases = { count: number; since: Millis }

/**
 * What a vendor's answer means. Only a documented or provable "not executed" leads to another try, at most three times in
 * five minutes; everything that is neither a verdict nor that gives the money back. P5, P6, P7.
 */
export const afterCall = (result: CheckResult, releases: Releases, now: Millis): AfterCall => {
  if (result.kind === 'verdict')
    return { kind: 'decided', decision: { status: result.verdict === 'match' ? 'verified' : result.verdict } }
  if (result.kind === 'unknown')
    return { kind: 'decided', decision: { status: 'undetermined', reason: 'result_unknown' } }
  if (result.kind === 'refused')
    return { kind: 'decided', decision: { status: 'undetermined', reason: result.because } }
  const pause = PAUSES[releases.count] ?? MINUTE
  const giveUp = releases.count >= RELEASES || now + pause > releases.since + RELEASE_WINDOW
  return giveUp
    ? { kind: 'decided', decision: { status: 'undetermined', reason: 'vendor_unavailable' } }
    : { kind: 'again', at: now + pause }
}

/** A check nobody could even begin for this long (our own fault) gives the money back. */
export const BEGIN_WITHIN: Millis = 60 * MINUTE

/** When identical data may be taken again; undefined when the result blocks nothing. Durations from the settings. P8. */
export const coolDownUntil = (
  decision: Decision,
  coolDowns: { mismatchCoolDownMs: Millis; noRecordCoolDownMs: Millis },
  now: Millis,
): Millis | undefined => {
  if (decision.status === 'mismatch') return now + coolDowns.mismatchCoolDownMs
  return decision.status === 'no_record' ? now + coolDowns.noRecordCoolDownMs : undefined
}
