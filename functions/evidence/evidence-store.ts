import * as z from 'zod/mini'
import { type Put, put, type Value } from '../../shared/table/write.ts'
import { type Evidence, evidenceKinds, type Proof, sourceOf } from './evidence.ts'
import { evidenceKeys } from './keys.ts'

const proof = z.object({
  kind: z.enum(evidenceKinds),
  at: z.number(),
  validUntil: z.optional(z.number()),
  possession: z.boolean(),
})

/** As much of evidence as the gate reads, in an attribute of the identity. */
export const proofsIn = (value: Value | undefined): Proof[] => z.parse(z.array(proof), value)

/** The same as it is written. */
export const proofsWritten = (proofs: readonly Proof[]): Value[] =>
  proofs.map(({ kind, at, validUntil, possession }) => ({ kind, at, validUntil, possession }))

/** That is what is proven from its source now. Belongs in the commit that changes what the gate reads: `functions/gate/identity-store.ts`. */
export const evidenceKept = (evidence: Evidence): Put =>
  put(evidenceKeys.evidence(evidence.accountId, sourceOf[evidence.kind]), { ...evidence })
