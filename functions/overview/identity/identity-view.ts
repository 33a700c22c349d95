import * as z from 'zod/mini'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import { bindingShown, showBindings } from '../../clearing/businesses/business-view.ts'
import { levels } from '../../evidence/level.ts'
import { evidenceShown, showEvidence } from '../evidence-view.ts'
import type { OwnIdentity } from './own-identity.ts'

const time = z.iso.datetime()

/** Where and how an account is verified. */
export const identityShown = z.strictObject({
  status: z.enum(['verified', 'unverified']),
  /** Null where the account is nobody. */
  name: z.nullable(z.string()),
  idNumber: z.nullable(z.string()),
  since: z.nullable(time),
  level: z.int(),
  levelName: z.enum(levels),
  levelUntil: z.nullable(time),
  evidence: z.array(evidenceShown),
  businesses: z.array(bindingShown),
  /** Names the verification at GET /v1/proofings/{id}, where it can be said that it was not them; null where that is not kept any more. */
  proofing: z.nullable(z.string()),
  /** Where to verify; null for the verified. */
  verifyUrl: z.nullable(z.string()),
})

/** As GET /v1/account/identity answers it; `page`: where to verify. */
export const showIdentity = (
  { identity, level: { level, until }, bindings, proofing, now }: OwnIdentity,
  page: string,
): z.infer<typeof identityShown> => ({
  status: level > 0 ? 'verified' : 'unverified',
  name: identity?.maskedName ?? null,
  idNumber: identity?.maskedIdNumber ?? null,
  since: rfc3339If(identity?.verifiedAt),
  level,
  levelName: levels[level],
  levelUntil: rfc3339If(until),
  evidence: (identity?.proofs ?? []).map((proof) => showEvidence(proof, now)),
  businesses: showBindings(bindings.bindings, bindings.businesses, bindings.of),
  proofing: proofing ?? null,
  verifyUrl: level > 0 ? null : page,
})
