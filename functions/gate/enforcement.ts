import { DAY, type Millis, nextBeijingDay } from '../../shared/kernel/time.ts'
import { datedFeatures, type GateTerms, type Standing, shortOf } from './gate.ts'

/** On how many days before the date the notice becomes more urgent, the most urgent first. */
export const enforcementNotices = [1, 7, 30] as const
type Notice = (typeof enforcementNotices)[number]

/**
 * How the enforcement date concerns an account. `daysLeft`: days of the Beijing calendar until it, 0 on the day itself and after.
 * `notice`: which warning is due, where one is.
 */
export type Enforcement = { from: Millis; inForce: boolean; daysLeft: number; notice?: Notice }

/** An account's enforcement while a warning is due. */
export type EnforcementNotice = Enforcement & { notice: Notice }

const daysUntil = (from: Millis, now: Millis): number => Math.max(0, (nextBeijingDay(from) - nextBeijingDay(now)) / DAY)

/** Whether any feature that the date concerns is shut to it once that has come. */
const isShut = ({ proofs }: Standing, { demands }: GateTerms, now: Millis): boolean =>
  datedFeatures.some((feature) => shortOf(demands[feature], proofs, now) !== undefined)

/**
 * How the date from which the gate is shut to the unverified concerns an account; undefined for whoever it does not: those who are
 * verified as each of those features needs it, and the banned, whom verifying does not help.
 */
export const enforcementOn = (standing: Standing, terms: GateTerms, now: Millis): Enforcement | undefined => {
  if (standing.banned || !isShut(standing, terms, now)) return undefined
  const { enforceFrom } = terms
  if (now >= enforceFrom) return { from: enforceFrom, inForce: true, daysLeft: 0 }
  const daysLeft = daysUntil(enforceFrom, now)
  const notice = enforcementNotices.find((days) => daysLeft <= days)
  return { from: enforceFrom, inForce: false, daysLeft, notice }
}

/** The warning that is due to an account now: from 30, 7 and 1 days before the date on. Afterwards the gate itself says it. */
export const enforcementNotice = (standing: Standing, terms: GateTerms, now: Millis): EnforcementNotice | undefined => {
  const enforcement = enforcementOn(standing, terms, now)
  return enforcement?.notice && { ...enforcement, notice: enforcement.notice }
}
