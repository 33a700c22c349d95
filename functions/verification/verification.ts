import type { StateTable } from '../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Offer } from '../payment/good.ts'
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

export const verificationTransitions = [
  { from: ['awaiting_payment'], to: 'queued', on: 'paid', when: 'the asked amount was paid' },
  {
    from: ['awaiting_payment'],
    to: 'cancelled',
    on: 'cancelled',
    when: 'the user cancelled, a wrong amount was paid, or the person was verified elsewhere before it was paid',
  },
  { from: ['awaiting_payment'], to: 'expired', on: 'expired', when: 'nothing was paid in time' },
  { from: ['queued'], to: 'checking', on: 'claimed', when: 'the check worker is about to call the vendor' },
  { from: ['checking'], to: 'queued', on: 'released', when: 'provably nothing was sent, or the vendor did nothing' },
  { from: ['checking'], to: 'verified', on: 'verified', when: 'match' },
  { from: ['checking'], to: 'mismatch', on: 'mismatch', when: 'mismatch' },
  { from: ['checking'], to: 'no_record', on: 'no_record', when: 'no record' },
  {
    from: ['queued', 'checking'],
    to: 'identity_in_use',
    on: 'identity_in_use',
    when: 'the person holds as many accounts as allowed: by then, so that no call is made, or when a match came',
  },
  {
    from: ['queued', 'checking'],
    to: 'undetermined',
    on: 'undetermined',
    when: 'the result is unknown, or the fault is ours',
  },
] as const satisfies StateTable<VerificationStatus, string>
export type VerificationEvent = (typeof verificationTransitions)[number]['on']

/** Machine-readable reason beside a final status that needs one. */
export const reasons = [
  'cancelled_by_user',
  'wrong_amount_paid',
  'identity_in_use',
  'vendor_unavailable',
  'result_unknown',
  'service_fault',
  ...refusals,
] as const
export type Reason = (typeof reasons)[number]

/** The check of one paid order: it makes at most one call to the vendor that may have been executed, ever. */
export const checkStatuses = ['ready', 'calling', 'done', 'unknown'] as const
export type CheckStatus = (typeof checkStatuses)[number]

export const checkTransitions = [
  { from: ['ready'], to: 'calling', on: 'claimed', when: 'a worker holds the lease and calls' },
  { from: ['calling'], to: 'ready', on: 'released', when: 'provably nothing was sent, or the vendor did nothing' },
  { from: ['calling'], to: 'done', on: 'answered', when: 'the vendor answered' },
  { from: ['ready', 'calling'], to: 'unknown', on: 'unanswered', when: 'the lease ran out, or we gave up' },
] as const satisfies StateTable<CheckStatus, string>
export type CheckEvent = (typeof checkTransitions)[number]['on']

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
 * five minutes; everything that is neither a verdict nor that gives the money back.
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

/** When identical data may be taken again; undefined when the result blocks nothing. Durations from the settings. */
export const coolDownUntil = (
  decision: Decision,
  coolDowns: { mismatchCoolDownMs: Millis; noRecordCoolDownMs: Millis },
  now: Millis,
): Millis | undefined => {
  if (decision.status === 'mismatch') return now + coolDowns.mismatchCoolDownMs
  return decision.status === 'no_record' ? now + coolDowns.noRecordCoolDownMs : undefined
}
