import type { EnforcementNotice } from '../calling/enforcement.ts'
import { ShimingProblem } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Ask, Query } from '../calling/types.ts'

/** What is behind the gate. */
export type Feature = 'send_message' | 'recharge_points' | 'transfer_points' | 'certify_app'

/** Why somebody may not. */
const refusals = ['not_verified', 'banned', 'sending_paused'] as const

/** Why what is proven of somebody is not enough. */
export type Shortfall = 'never_verified' | 'evidence_ended' | 'evidence_too_old' | 'level_too_low'

/** What something can be proven by: the carrier, a bank, a live face, a document, or a person who looks at papers. */
export type ProofSource = 'carrier' | 'bank' | 'police' | 'document' | 'review'

/** Whether somebody may use a feature now; if not, why, and where to send them. */
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
      /** The page to send the user to: where they verify, or see what raises their level; null where neither would help. */
      verifyUrl: string | null
      /** Of `not_verified`: the level that it takes, and theirs, 0 none to 4 full; null for the others. */
      neededLevel: number | null
      heldLevel: number | null
      /** Of `not_verified`: why theirs is not enough. */
      shortfall: Shortfall | null
      /** Of `not_verified`: what would be, each way the sources to prove (anew), all of them. */
      missing: readonly (readonly ProofSource[])[]
      /** Of `sending_paused`: until when. */
      pausedUntil: string | null
      /** Why, as a sentence for people. */
      detail: string
    }

type Refused = Extract<GateDecision, { allowed: false }>

/** What the service tells of `not_verified`; of an older one there may be less. */
type Told = {
  verifyUrl?: string
  neededLevel?: number
  heldLevel?: number
  shortfall?: Shortfall
  missing?: string
}

const waysIn = (missing: string): ProofSource[][] => missing.split(' ').map((way) => way.split('+') as ProofSource[])

const refusedBy = (code: Refused['code'], problem: ShimingProblem): Refused => {
  const { legacyCode = null, detail, extra, retryAt } = problem
  const { verifyUrl = null, neededLevel = null, heldLevel = null, shortfall = null, missing } = extra as Told
  return {
    ...{ allowed: false, code, legacyCode, verifyUrl, neededLevel, heldLevel, shortfall },
    ...{ missing: missing ? waysIn(missing) : [], pausedUntil: retryAt?.toISOString() ?? null, detail },
  }
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
    return refusedBy(code, error as ShimingProblem)
  }
}
