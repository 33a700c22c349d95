import type { EnforcementNotice } from '../calling/enforcement.ts'
import { ShimingProblem } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Query } from '../calling/types.ts'

/** What is behind the gate. */
export type Feature = keyof Answer<'GET /v1/account'>['gate']

/** Why somebody may not. */
const refusals = ['not_verified', 'banned'] as const

/** Whether somebody may use a feature now; if not, why, and where they verify. */
export type GateDecision =
  | {
      allowed: true
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
    await ask('GET /v1/gate/{feature}', { params: { feature }, ...(query && { query }), ...options, onEnforcement })
    return { allowed: true, ...(enforcement && { enforcement }) }
  } catch (error) {
    const code = error instanceof ShimingProblem && refusals.find((one) => error.is(one))
    if (!code) throw error
    const { legacyCode = null, detail, extra } = error as ShimingProblem
    const { verifyUrl } = extra as { verifyUrl?: string }
    return { allowed: false, code, legacyCode, verifyUrl: verifyUrl ?? null, detail }
  }
}
