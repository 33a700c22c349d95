import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { DUE, due } from '../../shared/table/keys.ts'
import {
  all,
  type Condition,
  type Delete,
  equals,
  equalsOrAbsent,
  exists,
  type Guard,
  guard,
  type Item,
  type Put,
  put,
  remove,
  type Update,
  update,
  type Value,
} from '../../shared/table/write.ts'
import { dueFrom, type Evidence, evidenceEnds, evidenceKinds, type Proof, sourceOf } from './evidence.ts'
import { evidenceKeys } from './keys.ts'

const proof = z.object({
  kind: z.enum(evidenceKinds),
  at: z.number(),
  validUntil: z.optional(z.number()),
  possession: z.boolean(),
  ended: z.optional(z.enum(evidenceEnds)),
})

const stored = z.object({
  ...proof.shape,
  accountId: z.string(),
  check: z.string(),
  lookAt: z.optional(z.number()),
  looks: z.optional(z.int()),
})

/** The evidence in an item. */
export const evidenceOf = (item: Item): Evidence => z.parse(stored, item)

/** As much of evidence as the gate reads, in an attribute of the identity. */
export const proofsIn = (value: Value | undefined): Proof[] => z.parse(z.array(proof), value)

/** The same as it is written. */
export const proofsWritten = (proofs: readonly Proof[]): Value[] =>
  proofs.map(({ kind, at, validUntil, possession, ended }) => ({ kind, at, validUntil, possession, ended }))

const keyOf = ({ accountId, kind }: Pick<Evidence, 'accountId' | 'kind'>) =>
  evidenceKeys.evidence(accountId, sourceOf[kind])

const dueIn = (evidence: Evidence) => {
  const at = dueFrom(evidence)
  return at === undefined ? {} : due(keyOf(evidence), at)
}

/** That is what is proven from its source now. Belongs in the commit that changes what the gate reads: `functions/gate/identity-store.ts`. */
export const evidenceKept = (evidence: Evidence): Put => put(keyOf(evidence), { ...evidence, ...dueIn(evidence) })

/** Nothing is proven from its source. Belongs in the commit that changes what the gate reads. */
export const evidenceForgotten = (accountId: string, kind: Evidence['kind']): Delete =>
  remove(keyOf({ accountId, kind }))

/** Nobody proved it anew, or began to look at it, since it was read. */
const asRead = ({ at, check, looks }: Evidence): Condition =>
  all(equals('at', at), equals('check', check), equalsOrAbsent('looks', looks))

/** A look at it begins now, and the next would not before `lookAt`, whatever comes of this one. */
export const lookBegun = (evidence: Evidence, lookAt: Millis): Update =>
  update(
    keyOf(evidence),
    { set: { lookAt, looks: (evidence.looks ?? 0) + 1, ...dueIn({ ...evidence, lookAt }) }, remove: ['wakePause'] },
    asRead(evidence),
    'evidence_moved',
  )

/** It is looked at not before `lookAt`; never, where that is undefined. `looks`: how many looks count from then on. */
export const lookPutOff = (evidence: Evidence, lookAt: Millis | undefined, looks: number): Update => {
  const next = dueIn({ ...evidence, lookAt })
  const over = 'dueAt' in next ? ['wakePause'] : [...DUE]
  return update(
    keyOf(evidence),
    { set: { lookAt, looks, ...next }, remove: [...over, ...(lookAt === undefined ? ['lookAt'] : [])] },
    asRead(evidence),
    'evidence_moved',
  )
}

/** Its end by time was told to whoever it is of; nothing is owed any more. Conflict: it was told meanwhile, too. */
export const endTold = (evidence: Evidence): Update =>
  update(keyOf(evidence), { remove: [...DUE] }, all(asRead(evidence), exists('dueAt')), 'evidence_moved')

/** It is still what was proven at that time by that check. */
export const evidenceStands = (of: Pick<Evidence, 'accountId' | 'kind' | 'at' | 'check'>): Guard =>
  guard(keyOf(of), all(equals('at', of.at), equals('check', of.check)), 'evidence_moved')
