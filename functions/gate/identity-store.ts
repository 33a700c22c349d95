import type { Millis } from '../../shared/kernel/time.ts'
import {
  absent,
  all,
  type Condition,
  equals,
  exists,
  type Guard,
  guard,
  type Item,
  put,
  remove,
  update,
  type Value,
  type Write,
} from '../../shared/table/write.ts'
import { type Evidence, isValid, type Proof, provenWith, sourceOf } from '../evidence/evidence.ts'
import { evidenceForgotten, evidenceKept, proofsIn, proofsWritten } from '../evidence/evidence-store.ts'
import { epochRaised } from './epoch-store.ts'
import { gateKeys } from './keys.ts'
import { type Provable, sinceOf, untilOf } from './provable-store.ts'

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
 * `pause`: the last one, also one that is over.
 */
export type HeldIdentity = Identity & { proofs: readonly Proof[]; changes: number; pause?: SendingPause }

/** What proved an identity of before evidence was kept. */
const provenBefore = (verifiedAt: Millis): Proof[] => [
  { kind: 'carrier_three_element', at: verifiedAt, possession: true },
]

/** The identity in an item; undefined when the account has none. */
export const heldIdentity = (item: Item | undefined): HeldIdentity | undefined => {
  if (!item) return undefined
  const { verificationId, maskedName, maskedIdNumber, verifiedAt, personIndex, lastFourIndex, proofs, changes } = item
  const { pausedBy, pausedUntil } = item
  return {
    verificationId: String(verificationId),
    maskedName: String(maskedName),
    maskedIdNumber: String(maskedIdNumber),
    verifiedAt: Number(verifiedAt),
    personIndex: String(personIndex),
    lastFourIndex: String(lastFourIndex),
    proofs: proofs === undefined ? provenBefore(Number(verifiedAt)) : proofsIn(proofs),
    changes: Number(changes ?? 0),
    ...(typeof pausedBy === 'string' && { pause: { by: pausedBy, until: Number(pausedUntil) } }),
  }
}

const NEVER_ENDS = Number.MAX_SAFE_INTEGER

const projected = (proofs: readonly Proof[], changes: number): Record<string, Value> => ({
  proofs: proofsWritten(proofs),
  changes,
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

/** The account holds this identity from now on, as this evidence proves. Conflict `identity_held`: it holds one. */
export const identityHeld = (identity: Identity, evidence: Evidence): Write[] => [
  put(
    gateKeys.identity(evidence.accountId),
    { ...identity, ...projected([evidence], 1) },
    absent('pk'),
    'identity_held',
  ),
  evidenceKept(evidence),
]

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

/**
 * Evidence of an account whose identity was read as `held`: it is kept, in place of any from the same source, and the gate knows from the
 * same commit on. Conflict `evidence_moved`: somebody else changed what is proven since; read again, and decide anew.
 */
export const evidenceHeld = (held: HeldIdentity, evidence: Evidence): Write[] => [
  update(
    gateKeys.identity(evidence.accountId),
    { set: projected(provenWith(held.proofs, evidence), held.changes + 1) },
    asRead(held),
    'evidence_moved',
  ),
  evidenceKept(evidence),
]

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
 * The account is nobody from now on, nothing is proven of it, and what hung on who it was counts no more. Belongs with the release of the person's place. Conflict `evidence_moved`:
 * somebody else changed what is proven since it was read.
 */
export const identityCleared = (accountId: string, held: HeldIdentity): Write[] => [
  remove(gateKeys.identity(accountId), asRead(held), 'evidence_moved'),
  ...held.proofs.map((one) => evidenceForgotten(accountId, one.kind)),
  epochRaised(accountId),
]

/** The account is still who it became then (epoch ms). */
export const identityHeldSince = (accountId: string, since: Millis): Guard =>
  guard(gateKeys.identity(accountId), equals('verifiedAt', since), 'identity_changed')

/** The account still holds the identity that this verification found. */
export const identityStands = (accountId: string, verificationId: string): Guard =>
  guard(gateKeys.identity(accountId), equals('verificationId', verificationId), 'identity_changed')
