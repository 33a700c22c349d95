import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { evidenceEnds, evidenceKinds, isValid, type Proof, sourceOf, sources } from '../evidence/evidence.ts'

const time = z.iso.datetime()

/** A piece of evidence of an account. */
export const evidenceShown = z.strictObject({
  kind: z.enum(evidenceKinds),
  source: z.enum(sources),
  provenAt: time,
  validUntil: z.nullable(time),
  status: z.enum(['valid', 'ended']),
  /** Why it ended before its time; null where it did not. */
  ended: z.nullable(z.enum(evidenceEnds)),
})

/** The same as whoever it is of is told. */
export const showEvidence = (proof: Proof, now: number): z.infer<typeof evidenceShown> => ({
  kind: proof.kind,
  source: sourceOf[proof.kind],
  provenAt: rfc3339(proof.at),
  validUntil: rfc3339If(proof.validUntil),
  status: isValid(proof, now) ? ('valid' as const) : ('ended' as const),
  ended: proof.ended ?? null,
})
