import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Proof } from '../evidence/evidence.ts'
import { type Level, levelEver, levelOf } from '../evidence/level.ts'
import type { GateSettings } from './settings.ts'

/** What is behind the gate. Everything else stays open to everybody. */
export const features = ['send_message', 'recharge_points'] as const
export type Feature = (typeof features)[number]

/** What the gate needs to know of an account: what is proven of it, also what has ended since, and whether it is banned. */
export type Standing = { proofs: readonly Proof[]; banned: boolean }

/** Why an account may not. */
export const gateRefusals = ['not_verified', 'banned'] as const

/**
 * Why an account is not verified as a feature needs it: nothing was ever proven, what was has ended or is older than the feature takes,
 * or it never was enough.
 */
export const shortfalls = ['never_verified', 'evidence_ended', 'evidence_too_old', 'level_too_low'] as const
export type Shortfall = (typeof shortfalls)[number]

/** Why an account is refused, as it is counted. */
export const gateReasons = ['banned', ...shortfalls] as const
export type GateReason = (typeof gateReasons)[number]

/** How far an account is from what a feature needs. */
export type Short = { neededLevel: number; heldLevel: Level; shortfall: Shortfall }

export type GateDecision =
  | { allowed: true }
  | { allowed: false; because: 'banned' }
  | ({ allowed: false; because: 'not_verified' } & Short)

/** True for the name of a gated feature. */
export const isFeature = (name: string): name is Feature => features.some((one) => one === name)

/** What a feature needs: a level, from evidence of the last `maximumAgeMs` where it says so. */
export type Demand = { level: number; maximumAgeMs?: Millis }

/** From when on the gate is shut (epoch ms), and what each feature needs then. */
export type GateTerms = { enforceFrom: Millis; demands: Readonly<Record<Feature, Demand>> }

const demand = (level: number, maximumAgeMs: Millis): Demand => ({ level, ...(maximumAgeMs > 0 && { maximumAgeMs }) })

/** The terms that settings set: an age of 0 is none. */
export const gateTerms = ({ enforceFrom, gate: of }: GateSettings): GateTerms => ({
  enforceFrom: Date.parse(enforceFrom),
  demands: {
    send_message: demand(of.sendLevel, of.sendMaxAgeMs),
    recharge_points: demand(of.rechargeLevel, of.rechargeMaxAgeMs),
  },
})

/** X3 how far what is proven falls short of what is needed; undefined where it does not. */
export const shortOf = ({ level, maximumAgeMs }: Demand, proofs: readonly Proof[], now: Millis): Short | undefined => {
  if (levelOf(proofs, now, maximumAgeMs).level >= level) return undefined
  const short = { neededLevel: level, heldLevel: levelOf(proofs, now).level }
  if (proofs.length === 0) return { ...short, shortfall: 'never_verified' }
  if (short.heldLevel >= level) return { ...short, shortfall: 'evidence_too_old' }
  return { ...short, shortfall: levelEver(proofs) >= level ? 'evidence_ended' : 'level_too_low' }
}

/**
 * Whether an account may use a gated feature now. Before the enforcement date everybody may; a ban holds at any time.
 * `not_verified` is answered to clients as code 905.
 */
export const gate = (feature: Feature, standing: Standing, terms: GateTerms, now: Millis): GateDecision => {
  if (standing.banned) return { allowed: false, because: 'banned' }
  const short = now < terms.enforceFrom ? undefined : shortOf(terms.demands[feature], standing.proofs, now)
  return short ? { allowed: false, because: 'not_verified', ...short } : { allowed: true }
}

/** Why a decision refuses; undefined where it does not. */
export const reasonOf = (decision: GateDecision): GateReason | undefined => {
  if (decision.allowed) return undefined
  return decision.because === 'banned' ? 'banned' : decision.shortfall
}

/** What scripts written for pushplus know `not_verified` by. */
export const NOT_VERIFIED_LEGACY_CODE = 905

/** Where a person verifies: the link beside every 905. */
export const verifyUrl = (publicUrl: string): string => `${publicUrl}/verify`

/** The decision as an outcome: a refusal carries what is missing, and the link to the verification page. */
export const passed = (decision: GateDecision, publicUrl: string): Outcome<{ allowed: true }> => {
  if (decision.allowed) return ok({ allowed: true })
  if (decision.because === 'banned') return refused('banned')
  const { because, neededLevel, heldLevel, shortfall } = decision
  return refused(because, { extra: { verifyUrl: verifyUrl(publicUrl), neededLevel, heldLevel, shortfall } })
}
