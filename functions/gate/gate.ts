import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Proof, Source } from '../evidence/evidence.ts'
import { type Level, lastsUntil, levelEver, levelOf, waysTo } from '../evidence/level.ts'
import type { GateSettings } from './settings.ts'

/** What is behind the gate. Everything else stays open to everybody. */
export const features = ['send_message', 'recharge_points', 'transfer_points', 'certify_app'] as const
export type Feature = (typeof features)[number]

/** P1 those that are open to everybody before the enforcement date. The others have needed their level from their first day. */
export const datedFeatures = ['send_message', 'recharge_points'] as const satisfies readonly Feature[]
export type DatedFeature = (typeof datedFeatures)[number]

/**
 * What the gate needs to know of an account: what is proven of it, also what has ended since, whether it is banned, and until when its
 * sending is paused, also where that is over (epoch ms).
 */
export type Standing = { proofs: readonly Proof[]; banned: boolean; pausedUntil?: Millis }

/** Why an account may not. */
export const gateRefusals = ['not_verified', 'banned', 'sending_paused'] as const

/**
 * Why an account is not verified as a feature needs it: nothing was ever proven, what was has ended or is older than the feature takes,
 * or it never was enough.
 */
export const shortfalls = ['never_verified', 'evidence_ended', 'evidence_too_old', 'level_too_low'] as const
export type Shortfall = (typeof shortfalls)[number]

/** Why an account is refused, as it is counted. */
export const gateReasons = ['banned', 'sending_paused', ...shortfalls] as const
export type GateReason = (typeof gateReasons)[number]

/** How far an account is from what a feature needs. `missing`: the ways to it, each the sources to prove (anew). */
export type Short = { neededLevel: number; heldLevel: Level; shortfall: Shortfall; missing: readonly Source[][] }

export type GateDecision =
  | { allowed: true }
  | { allowed: false; because: 'banned' }
  | { allowed: false; because: 'sending_paused'; until: Millis }
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
    transfer_points: demand(of.transferLevel, of.transferMaxAgeMs),
    certify_app: demand(of.certifyLevel, of.certifyMaxAgeMs),
  },
})

/** X3 how far what is proven falls short of what is needed; undefined where it does not. */
export const shortOf = ({ level, maximumAgeMs }: Demand, proofs: readonly Proof[], now: Millis): Short | undefined => {
  if (levelOf(proofs, now, maximumAgeMs).level >= level) return undefined
  const missing = waysTo(level, proofs, now, maximumAgeMs)
  const short = { neededLevel: level, heldLevel: levelOf(proofs, now).level, missing }
  if (proofs.length === 0) return { ...short, shortfall: 'never_verified' }
  if (short.heldLevel >= level) return { ...short, shortfall: 'evidence_too_old' }
  return { ...short, shortfall: levelEver(proofs) >= level ? 'evidence_ended' : 'level_too_low' }
}

/** P11 somebody has proven that they are the person of the account, and says that its verification was not them. */
const pauseOf = (feature: Feature, { pausedUntil }: Standing, now: Millis): Millis | undefined =>
  feature === 'send_message' && pausedUntil !== undefined && now < pausedUntil ? pausedUntil : undefined

/** What an account holds, as whoever it passes is told: its level, and when it passes no more, if nothing is proven anew (epoch ms). */
export type Passed = { level: Level; until?: Millis }

/** How long what is proven is enough for a feature that it is enough for. */
export const passedWith = ({ level, maximumAgeMs }: Demand, proofs: readonly Proof[], now: Millis): Passed => {
  const until = lastsUntil(proofs, level, maximumAgeMs)
  return { level: levelOf(proofs, now).level, ...(until !== undefined && until > now && { until }) }
}

const isDated = (feature: Feature): boolean => datedFeatures.some((one) => one === feature)

/** Whether a feature needs its level by now. */
const isDemanded = (feature: Feature, { enforceFrom }: GateTerms, now: Millis): boolean =>
  !isDated(feature) || now >= enforceFrom

/**
 * Whether an account may use a gated feature now. Before the enforcement date everybody may use what it concerns; a ban and a pause of sending hold at any time.
 * `not_verified` is answered to clients as code 905.
 */
export const gate = (feature: Feature, standing: Standing, terms: GateTerms, now: Millis): GateDecision => {
  if (standing.banned) return { allowed: false, because: 'banned' }
  const short = isDemanded(feature, terms, now) ? shortOf(terms.demands[feature], standing.proofs, now) : undefined
  if (short) return { allowed: false, because: 'not_verified', ...short }
  const until = pauseOf(feature, standing, now)
  return until === undefined ? { allowed: true } : { allowed: false, because: 'sending_paused', until }
}

/** Why a decision refuses; undefined where it does not. */
export const reasonOf = (decision: GateDecision): GateReason | undefined => {
  if (decision.allowed) return undefined
  return decision.because === 'not_verified' ? decision.shortfall : decision.because
}

/** What scripts written for pushplus know `not_verified` by. */
export const NOT_VERIFIED_LEGACY_CODE = 905

/** Where a person verifies who they are. */
export const verifyUrl = (publicUrl: string): string => `${publicUrl}/verify`

/**
 * X3 where to go from a 905: who is nobody, or proves the same anew, verifies; who is verified, but not as far as this needs, is shown what leads
 * there, as the form takes nobody who is verified.
 */
export const wayOut = ({ heldLevel, shortfall }: Pick<Short, 'heldLevel' | 'shortfall'>, publicUrl: string): string =>
  heldLevel > 0 && shortfall !== 'evidence_too_old' ? `${publicUrl}/level` : verifyUrl(publicUrl)

/** Ways as a program reads them in one word each: sources joined by `+`. */
const inWords = (ways: readonly (readonly Source[])[]): string => ways.map((way) => way.join('+')).join(' ')

/** The decision as an outcome: a refusal carries what is missing, and the link to the page that leads there. */
export const passed = (decision: GateDecision, publicUrl: string): Outcome<{ allowed: true }> => {
  if (decision.allowed) return ok({ allowed: true })
  if (decision.because === 'banned') return refused('banned')
  if (decision.because === 'sending_paused') return refused('sending_paused', { retryAt: decision.until })
  const { because, neededLevel, heldLevel, shortfall, missing: ways } = decision
  const [way, missing] = [wayOut(decision, publicUrl), inWords(ways)]
  return refused(because, { extra: { verifyUrl: way, neededLevel, heldLevel, shortfall, missing } })
}
