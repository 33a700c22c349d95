import * as z from 'zod/mini'
import { rfc3339If } from '../../shared/kernel/time.ts'
import { evidenceKinds } from '../evidence/evidence.ts'
import { levels } from '../evidence/level.ts'
import type { GateDecision } from '../gate/gate.ts'
import { openMethods } from '../verification/methods.ts'
import type { Account } from './account-page.ts'
import { evidenceShown, showEvidence } from './evidence-view.ts'

const time = z.iso.datetime()

/** Whether, how far, as whom and by what an account is verified. */
export const levelShown = z.strictObject({
  status: z.enum(['verified', 'unverified']),
  level: z.int(),
  levelName: z.enum(levels),
  /** When the level falls, if nothing is proven anew; null where nothing of it ends. */
  levelUntil: z.nullable(time),
  /** By what it was verified first. */
  method: z.nullable(z.enum(evidenceKinds)),
  name: z.nullable(z.string()),
  idNumber: z.nullable(z.string()),
  verifiedAt: z.nullable(time),
  /** What is proven and by which source, also what has ended since. */
  evidence: z.array(evidenceShown),
  /** Ways to a higher level by checks that a user pays for: each the methods to take. `GET /v1/account/level` has every way, with its pages. */
  waysUp: z.array(z.strictObject({ methods: z.array(z.enum(openMethods)) })),
  verifyUrl: z.nullable(z.string()),
  /** Until then nobody can begin a verification: the identity vendor refuses us. */
  pausedUntil: z.nullable(time),
  /** Null for the verified. */
  checks: z.nullable(
    z.strictObject({
      leftToday: z.int(),
      leftEver: z.int(),
      /** When there is one again, where only today has none left. */
      nextAt: z.nullable(time),
    }),
  ),
})

/** Whether proving the same anew opens a feature. */
const isTooOld = (decision: GateDecision): boolean =>
  'shortfall' in decision && decision.shortfall === 'evidence_too_old'

/** As GET /v1/account answers it; `page`: where to verify. */
export const showLevel = (
  { identity, level: { level, until }, waysUp, pausedUntil, checks, gate, now }: Account,
  page: string,
): z.infer<typeof levelShown> => {
  const isVerified = level > 0
  const helps = !isVerified || Object.values(gate).some(isTooOld)
  const proofs = identity?.proofs ?? []
  return {
    status: isVerified ? 'verified' : 'unverified',
    level,
    levelName: levels[level],
    levelUntil: rfc3339If(until),
    method: proofs.toSorted((one, other) => one.at - other.at)[0]?.kind ?? null,
    name: identity?.maskedName ?? null,
    idNumber: identity?.maskedIdNumber ?? null,
    verifiedAt: rfc3339If(identity?.verifiedAt),
    evidence: proofs.map((proof) => showEvidence(proof, now)),
    waysUp: waysUp.map((methods) => ({ methods: [...methods] })),
    verifyUrl: helps ? page : null,
    pausedUntil: helps ? rfc3339If(pausedUntil) : null,
    checks: helps ? { ...checks, nextAt: rfc3339If(checks.nextAt) } : null,
  }
}
