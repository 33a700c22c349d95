import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { disclosed } from '../../consent/disclosure-store.ts'
import { disclosing, type Permit } from '../../consent/permit.ts'
import { evidenceStands } from '../../evidence/evidence-store.ts'
import { identityHeldBy, identityHeldSince } from '../../gate/identity-store.ts'
import { askingIn } from '../methods.ts'
import { verificationChecking } from '../moves-store.ts'
import { type AnyVerification, isOfHolder, isOwed } from '../owed/owed-verification.ts'
import { freeChecks } from '../submission/free-check-store.ts'
import { consentFor, recheckConsent } from '../submission/given-consent.ts'
import { consentHeld } from '../submission/given-consent-store.ts'
import { segmentEnd } from '../submission/person-store.ts'
import { type Choice, passedForGood } from '../vendors/choice.ts'
import { type Spent, spendLimit } from '../vendors/spend.ts'
import { spendShares } from '../vendors/spend-store.ts'
import { peopleOf } from '../verification.ts'
import { probedNow } from './breaker.ts'
import { breakerProbed } from './breaker-store.ts'
import { checkClaimed, isLook } from './check-store.ts'
import { itemsAsked } from './checker.ts'
import { type CheckDeps, owedStore, questionOf, type Read, type Work } from './read-work.ts'
import { type Foregone, foregone, isOfOneVendor } from './verdict-store.ts'

/** A check that this worker, and nobody else, may call for; what it hands on is written down. */
export type Claim = Read & { permit: Permit }

/**
 * What became of a claim. `foregone`: no call can change its end any more. `passed`: this vendor cannot be asked, as its sum of the
 * day is spent or it was found not to know such numbers; perhaps another can. `elsewhere`: the person is known under another version of
 * the key, and has to be brought here first. `lost`: another worker was first.
 */
export type Claimed =
  | { kind: 'claimed'; work: Claim }
  | { kind: 'foregone'; end: Foregone }
  | { kind: 'passed'; work: Read; knownUntil?: Millis | undefined }
  | { kind: 'elsewhere' }
  | { kind: 'lost' }

type Asking = Extract<Choice, { kind: 'ask' }>

/** Its check is about to be called, whoever pays for it. */
const checking = async ({ verification }: Work): Promise<Write> =>
  isOwed(verification) ? (await owedStore()).owedChecking(verification) : verificationChecking(verification)

/** Nobody is asked about who the account is no more, where it is only about them. */
const ofHolder = (of: AnyVerification): Write[] => {
  if (isOwed(of) && of.heldSince !== undefined) return [identityHeldSince(of.accountId, of.heldSince)]
  return isOfHolder(of) ? [identityHeldBy(of.accountId, peopleOf(of))] : []
}

/** What must hold of whatever a check is for, and how that moves on. */
const ownersWrites = async (deps: CheckDeps, work: Work, vendor: string, now: Millis): Promise<Write[]> => {
  const { check, verification } = work
  if (isLook(check))
    return [evidenceStands({ ...check, kind: 'carrier_three_element', at: check.provenAt, check: verification.id })]
  const asking = askingIn(verification.method)
  return [
    await checking(work),
    ...ofHolder(verification),
    ...freeChecks(asking, verification, { ...deps, vendors: [{ name: vendor }] }, now),
  ]
}

/**
 * Claims the check for one vendor, and the probe with it where that refused us; answers the breaker as this worker left it. What is
 * handed on, and what it may cost, is written in the same commit, with the record that the evidence was opened. One commit; more only where the sum of the day is nearly spent.
 */
export const takeClaim = async (
  deps: CheckDeps,
  work: Read,
  claim: string,
  { vendor, turn }: Asking,
): Promise<Claimed> => {
  const now = deps.clock.now()
  const probed = turn.kind === 'probe' ? probedNow(turn.seen, claim, now) : undefined
  const { id, accountId } = work.verification
  const question = questionOf(work)
  const items = itemsAsked(question)
  const handing = { id: claim, recipient: vendor, items, check: id, at: now }
  const { disclosure, permit } = disclosing(
    isLook(work.check) ? recheckConsent(work.verification) : consentFor(work.verification),
    handing,
  )
  const claimed = (spent: Spent | undefined): Claimed => ({
    kind: 'claimed',
    work: {
      ...work,
      check: { ...work.check, status: 'calling' as const, claim, spent },
      permit,
      breakers: { ...work.breakers, ...(probed && { [vendor]: probed }) },
    },
  })
  for (const share of spendShares(spendLimit(deps.settings, vendor, question), { accountId, vendor }, now)) {
    const writes = [
      checkClaimed(work.check, claim, vendor, now, share?.spent),
      consentHeld(work.verification),
      ...(await ownersWrites(deps, work, vendor, now)),
      disclosed(disclosure),
      ...(share ? [share.write] : []),
      ...(turn.kind === 'probe' && probed ? breakerProbed(vendor, turn.seen, probed) : []),
    ]
    const taken = await commitDeed(deps, work.reading, writes, [work.head])
    if (taken.kind === 'committed') return claimed(share?.spent)
    const end = foregone(taken.conflicts)
    if (end) return { kind: 'foregone', end }
    if (taken.conflicts.some(({ because }) => because === 'person_elsewhere')) return { kind: 'elsewhere' }
    const segment = taken.conflicts.find(({ because }) => because === 'segment_unsupported')
    if (!taken.conflicts.every(isOfOneVendor)) return { kind: 'lost' }
    if (segment) {
      const pass = passedForGood(work.check.passes?.[vendor], 'number_segment_unsupported')
      const check = { ...work.check, passes: { ...work.check.passes, [vendor]: pass } }
      const knownUntil = segmentEnd(deps.vendors, segment.item, now)
      return { kind: 'passed', work: { ...work, check }, knownUntil }
    }
  }
  // Once a day at most.
  const { recordCap } = await import('./record-cap.ts')
  const spent = await recordCap(deps, { vendor, breaker: work.breakers[vendor] })
  return { kind: 'passed', work: { ...work, breakers: { ...work.breakers, [vendor]: spent } } }
}
