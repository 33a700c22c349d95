import { DAY, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { Certificate } from './certificate.ts'

/** W7 how long before its end its administrator hears of it. */
const BEFORE: readonly Millis[] = [90 * DAY, 60 * DAY, 30 * DAY, 7 * DAY]

/** Of how many reminders the time has come. */
export const remindersBy = ({ validUntil }: Pick<Certificate, 'validUntil'>, now: Millis): number =>
  BEFORE.filter((before) => now >= validUntil - before).length

/** The days before its end of the last reminder whose time has come; undefined of none. */
export const daysReminded = (of: Pick<Certificate, 'validUntil'>, now: Millis): number | undefined => {
  const before = BEFORE[remindersBy(of, now) - 1]
  return before === undefined ? undefined : before / DAY
}

/** When the page of its app is to be looked at next (epoch ms), once it is registered and then once a day. Undefined where there is none. */
export const lookAtOf = ({ page, looks }: Pick<Certificate, 'page' | 'looks'>): Millis | undefined =>
  page && Math.max(page.since, looks === undefined ? 0 : looks.at + DAY)

/** When the clock has something to do about it next (epoch ms): a reminder, its end, a look at its page, or at whoever administers the app. Undefined where it has not. */
export const dueAtOf = (
  of: Pick<Certificate, 'status' | 'validUntil' | 'reminded' | 'page' | 'looks' | 'wakeAt'>,
): Millis | undefined => {
  if (of.status === 'revoked') return undefined
  if (of.status !== 'valid') return of.wakeAt
  const before = BEFORE[of.reminded] ?? 0
  const look = lookAtOf(of) ?? Number.POSITIVE_INFINITY
  return Math.min(of.validUntil - before, of.validUntil, look, of.wakeAt ?? Number.POSITIVE_INFINITY)
}

/** Until whoever else writes at the same time is certainly done. */
const SETTLED: Millis = HOUR

/** When to look once more whether whoever administers the app is somebody still, as they could become nobody in the moment of that very write. */
export const lookedAgainAt = (now: Millis): Millis => now + SETTLED

/** From when on it is renewed without loss of its time. */
export const renewalFrom = (
  { validUntil }: Pick<Certificate, 'validUntil'>,
  { renewMs }: { renewMs: Millis },
): Millis => validUntil - renewMs

/** Until when it counts once it is renewed at `now`: a year more where its last days run, and otherwise a year from now; never less long than before. */
export const renewedUntil = (
  { validUntil }: Pick<Certificate, 'validUntil'>,
  { validMs, renewMs }: { validMs: Millis; renewMs: Millis },
  now: Millis,
): Millis => Math.max(validUntil, (now < validUntil && now >= validUntil - renewMs ? validUntil : now) + validMs)
