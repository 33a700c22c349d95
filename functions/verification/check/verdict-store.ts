import { ofName } from '../../../shared/kernel/settings.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import { disclosureEnded } from '../../consent/disclosure-store.ts'
import type { DisclosureKnown } from '../../consent/permit.ts'
import type { HeldIdentity } from '../../gate/identity-store.ts'
import { membershipGranted } from '../../membership/membership.ts'
import { refundWork } from '../../payment/keys.ts'
import { type Earned, paymentDecided, vendorCharged } from '../../payment/ledger/ledger.ts'
import { booked } from '../../payment/ledger/ledger-store.ts'
import { moneyBackNoted } from '../../payment/money-back/money-back-store.ts'
import { orderDecided } from '../../payment/orders/order-store.ts'
import { type CheckEnd, fenGoingBack, newRefund } from '../../payment/refunds/refund.ts'
import { refundReasons } from '../../payment/refunds/refund-reasons.ts'
import { refundDue, refundKey } from '../../payment/refunds/refund-store.ts'
import type { ProofingSettings } from '../../proofing/settings.ts'
import { adviceAt } from '../advice.ts'
import { decisionAnnounced } from '../announced-store.ts'
import { verificationDecided } from '../moves-store.ts'
import type { AnyVerification } from '../owed/owed-verification.ts'
import type { VerificationSettings } from '../settings.ts'
import { coolDownEnd, coolingDown, segmentUnsupported } from '../submission/person-store.ts'
import { tryEnded } from '../submission/tries-store.ts'
import { spendReturned } from '../vendors/spend-store.ts'
import { coolDownUntil, countsAsTry, type Decision, retryAtAfter, type Verification } from '../verification.ts'
import type { CallRecord } from './call-store.ts'
import { type Check, checkEnded, type PaidCheck } from './check-store.ts'
import type { Said } from './checker.ts'

const ends: Record<Decision['status'], CheckEnd> = {
  verified: 'match',
  mismatch: 'mismatch',
  no_record: 'no_record',
  identity_in_use: 'identity_in_use',
  undetermined: 'undetermined',
}

/** After a match nothing goes back. */
const reasonOf = (status: Decision['status']): string => (status === 'verified' ? '' : refundReasons[status])

export type Decided<C extends Check = PaidCheck, V extends AnyVerification = Verification> = {
  verification: V
  check: C
  decision: Decision
  call?: CallRecord
  /** What the vendor said beside. */
  said?: Said
  /** What became of what the call handed on, where that is known. */
  outcome?: DisclosureKnown
  /** The identity that the account holds already, as read, where this proves anew what had ended. */
  held?: HeldIdentity | undefined
  /** The accounts that the person holds, as read: none where nobody has looked. */
  accounts?: readonly string[]
  /** What stood in the way where they hold as many as they may. */
  person?: Item | undefined
  /** End of the membership as read, for the month that a match may start. */
  membershipUntil?: Millis
  /** Before that there is no use in trying again: the vendor refuses us, or the data must wait. */
  ordersAt?: Millis
}

/** The same of whoever pays. */
export type AnyDecided = Decided<Check, AnyVerification>

/** What a call could not change any more, and until when there is no use in trying again. */
export type Foregone = Pick<Decided, 'decision' | 'ordersAt' | 'person'>

const needless: Record<string, Decision> = {
  // Whom it would only have added to is somebody else, or nobody.
  identity_changed: { status: 'undetermined', reason: 'identity_changed' },
  person_full: { status: 'identity_in_use' },
  cooling_down: { status: 'undetermined', reason: 'data_just_checked' },
  // Proven anew since.
  evidence_moved: { status: 'undetermined', reason: 'service_fault' },
  // Nothing may be handed on any more, and nobody has to pay for that.
  no_consent: { status: 'undetermined', reason: 'service_fault' },
}

/** Whether it stands in the way of asking one vendor, and not of the check. */
export const isOfOneVendor = ({ because = '' }: Conflict): boolean => ['segment_unsupported', 'spent'].includes(because)

/** How a check ends that need not be called, because of what others found out since it was submitted; undefined if it must be. */
export const foregone = (conflicts: readonly Conflict[]): Foregone | undefined => {
  const all = conflicts.filter((one) => !isOfOneVendor(one))
  if (all.some(({ because = '' }) => !Object.hasOwn(needless, because))) return undefined
  const [first] = Object.keys(needless).flatMap((because) => conflicts.filter((one) => one.because === because))
  const decision = needless[first?.because ?? '']
  return decision && { decision, ordersAt: coolDownEnd(first?.item), person: first?.item }
}

export type VerdictSettings = VerificationSettings & ProofingSettings

/** How much membership a match starts, if membership was bought with the check. */
const grantedBy = ({ check, decision, membershipUntil }: Decided, now: Millis): Millis | undefined =>
  check.offer === 'membership' && decision.status === 'verified' ? membershipGranted(membershipUntil, now) : undefined

/** What the vendor charges for the call, where it does. */
const charged = ({ check, call }: Decided, settings: VerificationSettings): Write[] => {
  if (call?.billed !== 'yes') return []
  const cost = ofName(settings.vendorCost, call.vendor) ?? 0
  const { outTradeNo, orderId } = check
  return [booked(orderId, vendorCharged({ vendor: call.vendor, outTradeNo, cost, at: call.calledAt }))]
}

/** What became of what the claim of a check handed on. */
export const handedOn = (
  { accountId, claim }: Pick<Check, 'accountId' | 'claim'>,
  outcome: DisclosureKnown | undefined,
): Write[] => (claim && outcome ? [disclosureEnded({ accountId, id: claim }, outcome)] : [])

/** Nobody pays again to hear that a vendor cannot check such a number. */
export const segmentRemembered = (
  { segmentIndex }: Pick<Verification, 'segmentIndex'>,
  vendor: string,
  because: string | undefined,
  { checks }: Pick<VerificationSettings, 'checks'>,
  now: Millis,
): Write[] => {
  if (because !== 'number_segment_unsupported') return []
  const until = adviceAt(because, checks.unsupportedMs, now)
  return until === undefined ? [] : [segmentUnsupported(segmentIndex, vendor, until)]
}

/**
 * Everything a result means, as one commit: check, verification, order, refund, ledger, identity, membership, cool-down, tries, and who is told.
 * Nothing of it can be true without the rest. `matched`: what a match means for account and person, by `match-store.ts`; nothing for any
 * other result. Answers the pointer to wake when money goes back.
 */
export const verdictWrites = (
  decided: Decided,
  matched: readonly Write[],
  settings: VerdictSettings,
  now: Millis,
): { writes: Write[]; wake?: Pointer } => {
  const { verification, check, decision, call } = decided
  const refundFen = fenGoingBack(check.offer, ends[decision.status], check.paidFen, check.feeFen)
  const refund = newRefund(check, { cause: 'verdict', reason: reasonOf(decision.status), refundFen }, now)
  const until = coolDownUntil(decision, settings.checks, now)
  const earned: Earned = check.offer === 'membership' && decision.status === 'verified' ? 'membership' : 'fee'
  const retryAt = retryAtAfter(decision, settings.checks, now, decided.ordersAt)
  const { outTradeNo, paidFen } = check
  const writes = [
    checkEnded(check, call?.vendorCode === undefined ? 'unanswered' : 'answered', now, call),
    verificationDecided(verification, decision, now, retryAt),
    tryEnded(verification.accountId, verification.id, countsAsTry[decision.status] ? undefined : check.readyAt),
    orderDecided(check.orderId, refundFen === paidFen ? 'given_back' : 'kept', {
      verdict: decision.status,
      decidedAt: now,
      grantedMs: grantedBy(decided, now),
    }),
    booked(check.orderId, paymentDecided({ outTradeNo, paidFen, refundFen, earned, at: now })),
    ...charged(decided, settings),
    ...handedOn(check, decided.outcome),
    ...(refundFen > 0 ? [refundDue(refund), moneyBackNoted(refund, now)] : []),
    ...(until === undefined ? [] : [coolingDown(verification.resubmissionIndex, until)]),
    ...(call ? segmentRemembered(verification, call.vendor, decision.reason, settings, now) : []),
    ...(call?.billed === 'no' && check.spent ? [spendReturned(check.spent)] : []),
    ...(decision.status === 'verified' ? matched : [decisionAnnounced(verification, decision, { retryAt }, now)]),
  ]
  return { writes, wake: refundFen > 0 ? refundWork.pointerTo(refundKey(refund)) : undefined }
}
