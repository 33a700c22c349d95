import type { Millis } from '../../shared/kernel/time.ts'
import type { Versioned } from '../../shared/kernel/versioned.ts'
import {
  absent,
  all,
  type Condition,
  equals,
  exists,
  type Guard,
  guard,
  type Item,
  isNew,
  oneOf,
  put,
  remove,
  update,
  type Value,
  type Write,
} from '../../shared/table/write.ts'
import { type LevelTelling, levelTold } from '../evidence/announced-store.ts'
import { type Evidence, isValid, type Proof, provenWith, sourceOf } from '../evidence/evidence.ts'
import { evidenceForgotten, evidenceKept, proofsIn, proofsWritten } from '../evidence/evidence-store.ts'
import { type Level, levelEver } from '../evidence/level.ts'
import { type LevelCause, type LevelChange, levelChange } from '../evidence/level-change.ts'
import { epochRaised } from './epoch-store.ts'
import { gateKeys } from './keys.ts'
import { NEVER_ENDS, type Provable, sinceOf, untilOf } from './provable-store.ts'

/** Whom an account is verified as: what may be shown. The plaintext is nowhere but sealed in its verification. */
export type Identity = {
  verificationId: string
  maskedName: string
  maskedIdNumber: string
  verifiedAt: Millis
  /** Index of the person, to release the place when the identity is cleared. */
  personIndex: string
  /** Index of the last four of the ID number, which a phone number that comes back must prove. */
  lastFourIndex: string
}

/** That the account may not send until then, because of the verification `by`, of which somebody says that it was not them. */
export type SendingPause = { by: string; until: Millis }

/**
 * The identity an account holds, with what is proven of it; `changes`: how often that changed, so that no two changes lose one another.
 * `toldLevel`: which level its user and the platform were told of last, which is not the one that counts: nobody writes when time passes.
 * `pause`: the last one, also one that is over.
 */
export type HeldIdentity = Identity & {
  proofs: readonly Proof[]
  changes: number
  toldLevel: Level
  pause?: SendingPause
}

/** What proved an identity of before evidence was kept. */
const provenBefore = (verifiedAt: Millis): Proof[] => [
  { kind: 'carrier_three_element', at: verifiedAt, possession: true },
]

/** The identity in an item; undefined when the account has none. */
export const heldIdentity = (item: Item | undefined): HeldIdentity | undefined => {
  if (!item) return undefined
  const { verificationId, maskedName, maskedIdNumber, verifiedAt, personIndex, lastFourIndex, proofs, changes } = item
  const { pausedBy, pausedUntil, toldLevel } = item
  const known = proofs === undefined ? provenBefore(Number(verifiedAt)) : proofsIn(proofs)
  return {
    verificationId: String(verificationId),
    maskedName: String(maskedName),
    maskedIdNumber: String(maskedIdNumber),
    verifiedAt: Number(verifiedAt),
    personIndex: String(personIndex),
    lastFourIndex: String(lastFourIndex),
    proofs: known,
    changes: Number(changes ?? 0),
    // Of before levels were told it is taken that their user knows of nothing that ended by time.
    toldLevel: toldLevel === undefined ? levelEver(known.filter(({ ended }) => !ended)) : (Number(toldLevel) as Level),
    ...(typeof pausedBy === 'string' && { pause: { by: pausedBy, until: Number(pausedUntil) } }),
  }
}

/** What the gate reads of what is proven, and which level is told with it. */
const projected = (proofs: readonly Proof[], changes: number, toldLevel: Level): Record<string, Value> => ({
  proofs: proofsWritten(proofs),
  changes,
  toldLevel,
  ...Object.fromEntries(
    proofs.flatMap(({ kind, at, validUntil }) => [
      [sinceOf(sourceOf[kind]), at],
      [untilOf(sourceOf[kind]), validUntil ?? NEVER_ENDS],
    ]),
  ),
})

/** Why nothing can be proven from this source: the account is somebody else's, or it is proven already; undefined if it can. */
export const whyNotProvable = (
  held: HeldIdentity | undefined,
  { people, source, maximumAgeMs = Number.POSITIVE_INFINITY }: Provable,
  now: Millis,
): 'verified_as_another' | 'already_verified' | undefined => {
  if (!held) return undefined
  const isProven = held.proofs.some(
    (proof) => sourceOf[proof.kind] === source && isValid(proof, now) && proof.at > now - maximumAgeMs,
  )
  if (isProven) return 'already_verified'
  return people.includes(held.personIndex) ? undefined : 'verified_as_another'
}

const levelAfter = (told: Level, change: LevelChange | undefined): Level => change?.to ?? told

/** X3 the account holds this identity from now on, as this evidence proves, which is told. Conflict `identity_held`: it holds one. */
export const identityHeld = (identity: Identity, evidence: Evidence, telling: LevelTelling): Write[] => {
  const { accountId } = evidence
  const change = levelChange(0, [evidence], telling.now, 'proven')
  const item = { ...identity, ...projected([evidence], 1, levelAfter(0, change)) }
  return [
    put(gateKeys.identity(accountId), item, absent('pk'), 'identity_held'),
    evidenceKept(evidence),
    ...levelTold(accountId, change, telling),
  ]
}

/** The account's person is known by another index from now on: the same person, under another version of the key. */
export const identityReindexed = (accountId: string, from: string, to: string): Write =>
  update(gateKeys.identity(accountId), { set: { personIndex: to } }, equals('personIndex', from), 'identity_moved')

/** Nobody changed what is proven since it was read, nor who the account is. */
const asRead = ({ changes, personIndex, verifiedAt }: HeldIdentity): Condition =>
  all(
    equals('personIndex', personIndex),
    equals('verifiedAt', verifiedAt),
    changes === 0 ? absent('changes') : equals('changes', changes),
  )

type Known = { accountId: string; proofs: readonly Proof[]; because: LevelCause }

/** What is proven of it is this from now on, and the level that comes to is told where it is another. */
const nowProven = (held: HeldIdentity, { accountId, proofs, because }: Known, telling: LevelTelling): Write[] => {
  const change = levelChange(held.toldLevel, proofs, telling.now, because)
  const set = projected(proofs, held.changes + 1, levelAfter(held.toldLevel, change))
  return [
    update(gateKeys.identity(accountId), { set }, asRead(held), 'evidence_moved'),
    ...levelTold(accountId, change, telling),
  ]
}

/**
 * X3 evidence of an account whose identity was read as `held`, one piece or what one look found of several sources: it is kept, in place of any from the same source, the gate knows from the
 * same commit on, and where the level is another for it, that is told. Conflict `evidence_moved`: somebody else changed what is proven since;
 * read again, and decide anew.
 */
export const evidenceHeld = (
  held: HeldIdentity,
  evidence: Evidence,
  telling: LevelTelling,
  besides: readonly Evidence[] = [],
): Write[] => {
  const { accountId, ended: because = 'proven' } = evidence
  const all = [evidence, ...besides]
  const proofs = all.reduce<readonly Proof[]>(provenWith, held.proofs)
  return [...nowProven(held, { accountId, proofs, because }, telling), ...all.map(evidenceKept)]
}

/**
 * X3 what is proven already of an account whose identity was read as `held` counts for longer than what was found now: nothing of it changes, and
 * what is told besides is. Conflict as above.
 */
export const evidenceOutlasted = (held: HeldIdentity, accountId: string, telling: LevelTelling): Write[] => [
  guard(gateKeys.identity(accountId), asRead(held), 'evidence_moved'),
  ...levelTold(accountId, undefined, telling),
]

/** X3 evidence whose time is over, with which the gate counts no more by itself: what that makes of the level is told. Conflict as above. */
export const evidenceOver = (held: HeldIdentity, { accountId }: Evidence, telling: LevelTelling): Write[] =>
  nowProven(held, { accountId, proofs: held.proofs, because: 'expired' }, telling)

/** The account may not send until then. Conflict `identity_moved`: it is nobody any more. */
export const sendingPaused = (accountId: string, { by, until }: SendingPause): Write =>
  update(gateKeys.identity(accountId), { set: { pausedBy: by, pausedUntil: until } }, exists('pk'), 'identity_moved')

/** It may again, as far as that verification is concerned. Conflict `identity_moved`: another paused it since. */
export const sendingResumed = (accountId: string, by: string): Write =>
  update(
    gateKeys.identity(accountId),
    { remove: ['pausedBy', 'pausedUntil'] },
    equals('pausedBy', by),
    'identity_moved',
  )

/**
 * X3 the account is nobody from now on, nothing is proven of it, which is told, and what hung on who it was counts no more. Belongs with the release of the person's place.
 * Conflict `evidence_moved`: somebody else changed what is proven since it was read.
 */
export const identityCleared = (accountId: string, held: HeldIdentity, telling: LevelTelling): Write[] => {
  const change = levelChange(held.toldLevel, [], telling.now, 'cleared')
  return [
    remove(gateKeys.identity(accountId), asRead(held), 'evidence_moved'),
    ...held.proofs.map((one) => evidenceForgotten(accountId, one.kind)),
    epochRaised(accountId),
    put(gateKeys.cleared(accountId), { at: telling.now, from: held.toldLevel }),
    ...levelTold(accountId, change, telling),
  ]
}

/** The account is still who it became then (epoch ms). */
export const identityHeldSince = (accountId: string, since: Millis): Guard =>
  guard(gateKeys.identity(accountId), equals('verifiedAt', since), 'identity_changed')

/** The account is nobody. */
export const identityAbsent = (accountId: string): Guard =>
  guard(gateKeys.identity(accountId), isNew, 'identity_changed')

/** The account is still this person, by whichever version of the key they are known. */
export const identityHeldBy = (accountId: string, people: Versioned<string>): Guard =>
  guard(gateKeys.identity(accountId), oneOf('personIndex', people), 'identity_changed')

/** The account is somebody, whoever that is. */
export const identityHeldSomehow = (accountId: string): Guard =>
  guard(gateKeys.identity(accountId), exists('pk'), 'identity_changed')

/** The account still holds the identity that this verification found. */
export const identityStands = (accountId: string, verificationId: string): Guard =>
  guard(gateKeys.identity(accountId), equals('verificationId', verificationId), 'identity_changed')
