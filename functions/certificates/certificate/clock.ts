import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Certificate } from './certificate.ts'

/** W7 how long before its end its administrator hears of it. */
const BEFORE: readonly Millis[] = [90 * DAY, 60 * DAY, 30 * DAY, 7 * DAY]

/** Of how many reminders the time has come. */
export const remindersBy = ({ validUntil }: Pick<Certificate, 'validUntil'>, now: Millis): number =>
  BEFORE.filter((before) => now >= validUntil - before).length

/** When the page of its app is to be looked at next (epoch ms), once it is registered and then once a day. Undefined where there is none. */
export const lookAtOf = ({ page, looks }: Pick<Certificate, 'page' | 'looks'>): Millis | undefined =>
  page && Math.max(page.since, looks === undefined ? 0 : looks.at + DAY)

/** When the clock has something to do about it next (epoch ms): a reminder, its end, or a look at its page. Undefined where it has not. */
export const dueAtOf = (
  of: Pick<Certificate, 'status' | 'validUntil' | 'reminded' | 'page' | 'looks'>,
): Millis | undefined => {
  if (of.status !== 'valid') return undefined
  const before = BEFORE[of.reminded] ?? 0
  return Math.min(of.validUntil - before, of.validUntil, lookAtOf(of) ?? Number.POSITIVE_INFINITY)
}

/** Until when it counts once it is renewed at `now`: a year more where its last days run, and otherwise a year from now. */
export const renewedUntil = (
  { validUntil }: Pick<Certificate, 'validUntil'>,
  { validMs, renewMs }: { validMs: Millis; renewMs: Millis },
  now: Millis,
): Millis => (now < validUntil && now >= validUntil - renewMs ? validUntil : now) + validMs
