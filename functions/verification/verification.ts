import type { StateTable } from '../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Versioned } from '../../shared/kernel/versioned.ts'
import type { KeptConsent } from '../consent/consent.ts'
import type { Offer } from '../payment/good.ts'
import { adviceAt, adviceOn, type UndecidedBecause } from './advice.ts'
import { type CardRefusedBecause, type CheckResult, type RefusedBecause, refusals } from './check/checker.ts'
import type { OpenMethodName } from './methods.ts'
import { type IdentityVendor, NEVER, type Pass, type Passes, passedForGood } from './vendors/choice.ts'

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
    when: 'the user cancelled, a wrong amount was paid, or before it was paid the person was verified elsewhere or the account banned',
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
  'account_banned',
  'data_just_checked',
  'vendor_unavailable',
  'result_unknown',
  'service_fault',
  'identity_changed',
  'document_expired',
  ...refusals,
] as const
export type Reason = (typeof reasons)[number]

/** The check of one paid order: it makes at most one call to the vendor that may have been executed, ever. */
export const checkStatuses = ['ready', 'calling', 'done', 'unknown'] as const
export type CheckStatus = (typeof checkStatuses)[number]

export const checkTransitions = [
  { from: ['ready'], to: 'calling', on: 'claimed', when: 'a worker holds the lease and calls' },
  { from: ['calling'], to: 'ready', on: 'released', when: 'provably nothing was sent, or the vendor did nothing' },
  { from: ['ready'], on: 'paused', when: 'every vendor refuses us: not before the first pause is over' },
  { from: ['calling'], to: 'done', on: 'answered', when: 'the vendor answered' },
  { from: ['ready', 'calling'], to: 'unknown', on: 'unanswered', when: 'the lease ran out, or we gave up' },
] as const satisfies StateTable<CheckStatus, string>
export type CheckEvent = (typeof checkTransitions)[number]['on']

/** A verification as its account sees it, plus what the check needs; the evidence itself is only here in sealed form. */
export type Verification = {
  id: string
  accountId: string
  orderId: string
  method: OpenMethodName
  offer: Offer
  status: VerificationStatus
  reason?: Reason
  createdAt: Millis
  decidedAt?: Millis
  retryAt?: Millis
  consent: KeptConsent
  maskedName: string
  maskedIdNumber: string
  maskedPhone: string
  sealed: { wrappedKey: string; name: string; idNumber: string; phone: string }
  /** Blind indexes: of the person, of person + name + mobile, of the number's segment, and of the last four of the ID number. */
  personIndex: string
  resubmissionIndex: string
  /** The first two under the other live versions of the key, while it is being replaced. */
  otherIndexes?: { people: string[]; resubmissions: string[] }
  segmentIndex: string
  lastFourIndex: string
  /** Blind index of the number, for this account alone; none of before it was kept. */
  provenPhoneIndex?: string
}

/** By what the person and the data of a verification are known. */
export type Indexed = Pick<Verification, 'personIndex' | 'resubmissionIndex' | 'otherIndexes'>

/** What the person of a verification is known by under each live version of the key. */
export const peopleOf = ({ personIndex, otherIndexes }: Pick<Indexed, 'personIndex' | 'otherIndexes'>) =>
  [personIndex, ...(otherIndexes?.people ?? [])] as const satisfies Versioned<string>

/** What its data are known by under each. */
export const resubmissionsOf = ({
  resubmissionIndex,
  otherIndexes,
}: Pick<Indexed, 'resubmissionIndex' | 'otherIndexes'>) =>
  [resubmissionIndex, ...(otherIndexes?.resubmissions ?? [])] as const satisfies Versioned<string>

/** How a check ends for user and money. `reason`: why nothing was found out. */
export type Decision = {
  status: 'verified' | 'mismatch' | 'no_record' | 'identity_in_use' | 'undetermined'
  reason?: UndecidedBecause
}

/**
 * Whether a check counts towards those an account may pay for: not where we or the vendor failed it. A person who turns out to be
 * verified elsewhere was found out about all the same, and counts, or people could be looked for without end.
 */
export const countsAsTry: Record<Decision['status'], boolean> = {
  verified: true,
  mismatch: true,
  no_record: true,
  identity_in_use: true,
  undetermined: false,
}

/** What follows from one call: the end; or this vendor passes, and `otherwise` is the end where no other can be asked. */
export type AfterCall = { kind: 'decided'; decision: Decision } | { kind: 'passed'; pass: Pass; otherwise: Decision }

const RELEASE_WINDOW: Millis = 5 * MINUTE
/** Before a vendor that did nothing is asked a second, third and fourth time; there is no fifth. */
const PAUSES: readonly Millis[] = [30_000, MINUTE, 2 * MINUTE]

const unavailable: Decision = { status: 'undetermined', reason: 'vendor_unavailable' }

/** No card is asked about here. */
const reasonOf = (because: CardRefusedBecause): RefusedBecause =>
  because === 'card_unusable' ? 'vendor_refused' : because

/** The pass of a vendor that provably did nothing. `pausedUntil`: it refuses us until then (epoch ms). */
const passOf = (before: Pass | undefined, since: Millis, now: Millis, pausedUntil: Millis | undefined): Pass => {
  const count = before?.count ?? 0
  const undone = (before?.undone ?? 0) + 1
  if (pausedUntil !== undefined) return { count, until: pausedUntil, undone }
  const until = now + (PAUSES[count] ?? NEVER)
  return { count: count + 1, until: until > since + RELEASE_WINDOW ? NEVER : until, undone }
}

/**
 * What a vendor's answer means. Only where it is documented or provable that nobody's data were looked up, somebody is asked again:
 * another vendor at once; the same one at most three times in five minutes from `since`, or after its pause where it refuses us
 * (`pausedUntil`, epoch ms). Everything that is neither a verdict nor that gives the money back. `before`: its pass so far.
 */
export const afterCall = (
  result: CheckResult,
  { before, since }: { before: Pass | undefined; since: Millis },
  now: Millis,
  pausedUntil: Millis | undefined,
): AfterCall => {
  if (result.kind === 'verdict')
    return { kind: 'decided', decision: { status: result.verdict === 'match' ? 'verified' : result.verdict } }
  if (result.kind === 'unknown')
    return { kind: 'decided', decision: { status: 'undetermined', reason: 'result_unknown' } }
  if (result.kind === 'not_executed')
    return { kind: 'passed', pass: passOf(before, since, now, pausedUntil), otherwise: unavailable }
  if (result.needsRepair) return { kind: 'decided', decision: unavailable }
  const because = reasonOf(result.because)
  const decision: Decision = { status: 'undetermined', reason: because }
  if (!result.notLookedUp) return { kind: 'decided', decision }
  return { kind: 'passed', pass: { ...passedForGood(before, because), refused: true }, otherwise: decision }
}

/** The end of a check that no vendor can be asked about any more: what the last one said, unless one could not be reached. */
export const endOfPasses = (
  vendors: readonly Pick<IdentityVendor, 'name'>[],
  passes: Passes,
  otherwise: Decision,
): Decision => (vendors.every(({ name }) => passes[name]?.because !== undefined) ? otherwise : unavailable)

/** Durations from the settings. */
export type CoolDowns = { mismatchCoolDownMs: Millis; noRecordCoolDownMs: Millis; unsupportedMs: Millis }

/** When identical data may be taken again; undefined when the result blocks nothing. */
export const coolDownUntil = ({ status, reason }: Decision, coolDowns: CoolDowns, now: Millis): Millis | undefined => {
  if (status === 'mismatch') return now + coolDowns.mismatchCoolDownMs
  if (status === 'no_record') return now + coolDowns.noRecordCoolDownMs
  return reason && adviceOn[reason].blocks ? adviceAt(reason, coolDowns.unsupportedMs, now) : undefined
}

/**
 * When trying once more may help (epoch ms); undefined for at once, or not at all. `ordersAt`: when orders open again, where the
 * vendor refuses us.
 */
export const retryAtAfter = (
  decision: Decision,
  coolDowns: CoolDowns,
  now: Millis,
  ordersAt: Millis | undefined,
): Millis | undefined => {
  const { reason } = decision
  const at = reason ? adviceAt(reason, coolDowns.unsupportedMs, now) : coolDownUntil(decision, coolDowns, now)
  // Who may try again at once may not before orders open.
  return ordersAt !== undefined && (at !== undefined || reason) ? Math.max(at ?? ordersAt, ordersAt) : at
}
