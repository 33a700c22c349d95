import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Objection, Sold } from '../../payment/good.ts'
import { breakerKeys, breakersOf } from '../check/breaker-store.ts'
import { verificationKeys } from '../keys.ts'
import type { VerificationSettings } from '../settings.ts'
import { type IdentityVendor, pausedAt } from '../vendors/choice.ts'
import { peopleOf, resubmissionsOf } from '../verification.ts'
import { verificationOf } from '../verification-store.ts'
import { accountsIn, hasPersonRoom } from './person-entry-store.ts'
import { coolDownEnd, segmentEnd } from './person-store.ts'

export type ObjectionDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  clock: Clock
  settings: Pick<VerificationSettings, 'checks'>
  /** The identity vendors of this deployment. */
  vendors: readonly Pick<IdentityVendor, 'name'>[]
}

/**
 * What stands against paying for a verification by now: `identity_unavailable`, the person was verified elsewhere since it was
 * submitted, which ends it, and counts like the refusal of a submission; `resubmitted_too_soon` and `phone_segment_unsupported`, these
 * data or such numbers were checked since for somebody else, which end it too; `verification_paused`, every vendor refuses us, which
 * leaves it to be paid later. Undefined for nothing, and for whatever else is bought. Two reads.
 */
export const findObjection = async (
  deps: ObjectionDeps,
  { accountId, verificationId }: Sold,
): Promise<Objection | undefined> => {
  const { table, clock, settings, vendors } = deps
  if (!verificationId) return undefined
  const [found, ...breakers] = await table.getMany([
    verificationKeys.verification(accountId, verificationId),
    ...breakerKeys(vendors),
  ])
  if (!found) return undefined
  const verification = verificationOf(found)
  const people = peopleOf(verification).map(verificationKeys.person)
  const resubmissions = resubmissionsOf(verification).map(verificationKeys.resubmission)
  const [segment, ...known] = await table.getMany([
    verificationKeys.segment(verification.segmentIndex),
    ...people,
    ...resubmissions,
  ])
  const entries = known.slice(0, people.length)
  if (!hasPersonRoom(entries, accountId, settings.checks.accountsPerPerson)) {
    // Rare, and no cold start of paying needs it.
    const { recordIdentityRefusal } = await import('./record-identity-refusal.ts')
    await recordIdentityRefusal(deps, accountId, entries.flatMap(accountsIn))
    return { refusal: { code: 'identity_unavailable' }, ends: 'identity_in_use' }
  }
  const now = clock.now()
  const [cooledAt, knownUntil] = [
    Math.max(...known.slice(people.length).map((item) => coolDownEnd(item) ?? 0)),
    segmentEnd(vendors, segment, now) ?? 0,
  ]
  if (cooledAt > now) return { refusal: { code: 'resubmitted_too_soon', retryAt: cooledAt }, ends: 'data_just_checked' }
  if (knownUntil > now)
    return { refusal: { code: 'phone_segment_unsupported', retryAt: knownUntil }, ends: 'number_segment_unsupported' }
  const retryAt = pausedAt(vendors, breakersOf(vendors, breakers), now)
  return retryAt === undefined ? undefined : { refusal: { code: 'verification_paused', retryAt } }
}
