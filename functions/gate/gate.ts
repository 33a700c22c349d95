import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'

/** What is behind the gate. Everything else stays open to everybody. */
export const features = ['send_message', 'recharge_points'] as const
export type Feature = (typeof features)[number]

/** What the gate needs to know of an account. */
export type Standing = { verified: boolean; banned: boolean }

/** Why an account may not. */
export const gateRefusals = ['not_verified', 'banned'] as const

export type GateDecision = { allowed: true } | { allowed: false; because: (typeof gateRefusals)[number] }

/** True for the name of a gated feature. */
export const isFeature = (name: string): name is Feature => features.some((one) => one === name)

/**
 * Whether an account may use a gated feature now. Before the enforcement date everybody may; a ban holds at any time.
 * `not_verified` is answered to clients as code 905.
 */
export const gate = (_feature: Feature, standing: Standing, enforceFrom: Millis, now: Millis): GateDecision => {
  if (standing.banned) return { allowed: false, because: 'banned' }
  if (standing.verified || now < enforceFrom) return { allowed: true }
  return { allowed: false, because: 'not_verified' }
}

/** Where a person verifies: the link beside every 905. */
export const verifyUrl = (publicUrl: string): string => `${publicUrl}/verify`

/** The decision as an outcome: a refusal carries the link to the verification page. */
export const passed = (decision: GateDecision, publicUrl: string): Outcome<{ allowed: true }> => {
  if (decision.allowed) return ok({ allowed: true })
  return refused(
    decision.because,
    decision.because === 'not_verified' ? { extra: { verifyUrl: verifyUrl(publicUrl) } } : {},
  )
}
