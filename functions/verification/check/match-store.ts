import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { toldOtherwise } from '../../evidence/announced-store.ts'
import { type Evidence, isOutlived } from '../../evidence/evidence.ts'
import { evidenceHeld, evidenceOutlasted, identityHeld } from '../../gate/identity-store.ts'
import { membershipExtended } from '../../membership/membership-store.ts'
import { proofingTold, type Telling, type Verified } from '../../proofing/told-store.ts'
import { decisionEvent } from '../announced-store.ts'
import { addsOnly, askingIn } from '../methods.ts'
import { type AnyVerification, isOwed } from '../owed/owed-verification.ts'
import type { VerificationSettings } from '../settings.ts'
import { personHeld } from '../submission/person-store.ts'
import { peopleOf } from '../verification.ts'
import type { AnyDecided, Decided, VerdictSettings } from './verdict-store.ts'

type Proven = Pick<AnyDecided, 'verification' | 'decision' | 'held' | 'accounts'>

/** What the method yields is proven of the account from now on, and of an identity that it may hold already; both are told with the level. */
const proven = (
  { verification: of, decision, held }: Proven,
  { recheck }: Pick<VerificationSettings, 'recheck'>,
  now: Millis,
): Write[] => {
  const { id, accountId, maskedName, maskedIdNumber, personIndex, lastFourIndex } = of
  const { kind, possession, validForMs } = askingIn(of.method).proves
  const ends = isOwed(of) ? of.validUntil : undefined
  const validUntil = ends ?? (validForMs === undefined ? undefined : now + validForMs)
  const isLookedAt = recheck.afterMs > 0 && of.consent.recheckers !== undefined
  const lookedAt = isLookedAt && { lookAt: now + recheck.afterMs }
  const evidence: Evidence = { accountId, kind, at: now, validUntil, possession, check: id, ...lookedAt }
  const identity = { verificationId: id, maskedName, maskedIdNumber, verifiedAt: now, personIndex, lastFourIndex }
  // The letter that says it was verified leads to its level.
  const telling = { now, events: [decisionEvent(of, decision)], letter: toldOtherwise }
  if (!held) return identityHeld(identity, evidence, telling)
  // Something that counts longer may have been proven while it was checked: of documents the later end counts.
  const isLess = addsOnly(askingIn(of.method)) && isOutlived(held.proofs, evidence, now)
  return isLess ? evidenceOutlasted(held, accountId, telling) : evidenceHeld(held, evidence, telling)
}

/** What of it is told to the account and the others of its person. */
const toldOf = (of: AnyVerification, since: Millis, others: readonly string[]): Verified => {
  const { id, accountId, maskedName, maskedIdNumber, maskedPhone, provenPhoneIndex: phoneIndex } = of
  return { id, accountId, since, maskedName, maskedIdNumber, maskedPhone, phoneIndex, others }
}

/** The person becomes this account's, which is told, whoever paid for the check. */
export const identityProven = (decided: Proven, settings: VerdictSettings, telling: Telling, now: Millis): Write[] => {
  const { verification, held, accounts = [] } = decided
  const { accountsPerPerson } = settings.checks
  return [
    ...proven(decided, settings, now),
    ...personHeld(peopleOf(verification), verification.accountId, { accountsPerPerson, accounts }, now),
    ...proofingTold(toldOf(verification, held?.verifiedAt ?? now, accounts), settings, telling, now),
  ]
}

/** The same, and a membership bought with the check begins. */
export const matched = (decided: Decided, settings: VerdictSettings, telling: Telling, now: Millis): Write[] => {
  const { verification, check, membershipUntil } = decided
  return [
    ...identityProven(decided, settings, telling, now),
    ...(check.offer === 'membership' ? [membershipExtended(verification.accountId, membershipUntil, now)] : []),
  ]
}
