import type { EnforcementNotice } from '../calling/enforcement.ts'
import { ShimingProblem } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Ask, Query } from '../calling/types.ts'

/** What is behind the gate. */
export type Feature = 'send_message' | 'recharge_points' | 'transfer_points' | 'certify_app'

/** Why somebody may not. */
const refusals = ['not_verified', 'banned'] as const

/** Whether somebody may use a feature now; if not, why, and where they verify. */
export type GateDecision =
  | {
      allowed: true
      /** Their level now, and when the feature is shut to them, if nothing is proven anew. */
      level: number
      until: string | null
      /** Until when, where the user is not verified and the day is near: show it to them. */
      enforcement?: EnforcementNotice
    }
  | {
      allowed: false
      code: (typeof refusals)[number]
      /** The number pushplus has for it: 905 for `not_verified`. */
      legacyCode: number | null
      /** The page to send the user to; null where verifying would not help. */
      verifyUrl: string | null
      /** Why, as a sentence for people. */
      detail: string
    }

/** Asks the gate; that somebody may not is an answer here, not an error. */
export const askGate = async (
  ask: Ask,
  feature: Feature,
  query: Query<'GET /v1/gate/{feature}'>,
  options: CallOptions,
): Promise<GateDecision> => {
  let enforcement: EnforcementNotice | undefined
  const onEnforcement = (told: EnforcementNotice): void => {
    enforcement = told
    options.onEnforcement?.(told)
  }
  try {
    const asked = { params: { feature }, ...(query && { query }), ...options, onEnforcement }
    const { level, until } = await ask('GET /v1/gate/{feature}', asked)
    return { allowed: true, level, until, ...(enforcement && { enforcement }) }
  } catch (error) {
    const code = error instanceof ShimingProblem && refusals.find((one) => error.is(one))
    if (!code) throw error
    const { legacyCode = null, detail, extra } = error as ShimingProblem
    const { verifyUrl } = extra as { verifyUrl?: string }
    return { allowed: false, code, legacyCode, verifyUrl: verifyUrl ?? null, detail }
  }
}
