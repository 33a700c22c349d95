import { DAY, HOUR, type Millis, rfc3339Beijing } from '../../shared/kernel/time.ts'

/** `2026-11-20 12:00:00`: how both channels write a time in Beijing without saying so. */
export const beijingTime = (at: Millis): string => rfc3339Beijing(at).slice(0, 19).replace('T', ' ')

/** The moment of such a text; undefined when there is none. */
export const readBeijingTime = (text: string): Millis | undefined => {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined
  const at = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  return beijingTime(at || 0) === text ? at : undefined
}

/** The first moment in Beijing of a day written YYYY-MM-DD; undefined when the calendar has no such day. */
export const beijingDayStart = (day: string): Millis | undefined => readBeijingTime(`${day} 00:00:00`)

/** Bills are made in the night; both channels say to fetch them from 10:00 on. */
const READY_AFTER: Millis = 10 * HOUR
const KEPT_FOR: Millis = 92 * DAY

/** Whether the bill of a day can be had: its day is not over, it is being made, it is there, or no longer kept. */
export const billReadiness = (dayStart: Millis, now: Millis): 'too_early' | 'creating' | 'ready' | 'gone' => {
  const over = dayStart + DAY
  if (now < over) return 'too_early'
  if (now < over + READY_AFTER) return 'creating'
  return now > over + KEPT_FOR ? 'gone' : 'ready'
}
