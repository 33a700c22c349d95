/** Milliseconds since 1970, UTC. The only form in which time is kept in items and passed to rules. */
export type Millis = number

/** Where rules and operations get the time from; simulation and the local engine shift it. */
export type Clock = { now(): Millis }

export const SECOND: Millis = 1000
export const MINUTE: Millis = 60 * SECOND
export const HOUR: Millis = 60 * MINUTE
export const DAY: Millis = 24 * HOUR

/** China has had one zone without daylight saving since 1991; every date we compute lies after that. */
const BEIJING_OFFSET: Millis = 8 * HOUR

/** RFC 3339 in UTC, the form of every time in the API. */
export const rfc3339 = (at: Millis): string => new Date(at).toISOString()

/** The same for a moment that may not have come: null then, as every answer says that there is nothing. */
export const rfc3339If = (at: Millis | undefined): string | null => (at === undefined ? null : rfc3339(at))

/** RFC 3339 with +08:00 and whole seconds, as WeChat Pay wants `time_expire`. */
export const rfc3339Beijing = (at: Millis): string =>
  `${new Date(at + BEIJING_OFFSET).toISOString().slice(0, 19)}+08:00`

/** The minute as people in Beijing write it: `2026-11-20 12:30`. */
export const beijingMinute = (at: Millis): string => rfc3339Beijing(at).slice(0, 16).replace('T', ' ')

/** The calendar day in Beijing at that moment, as YYYYMMDD. */
export const beijingDay = (at: Millis): string =>
  new Date(at + BEIJING_OFFSET).toISOString().slice(0, 10).replaceAll('-', '')

/** The first moment of a Beijing day given as YYYYMMDD; NaN when the text is no day. */
export const beijingDayStart = (day: string): Millis =>
  Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00+08:00`)

/** The first moment of the next calendar day in Beijing. */
export const nextBeijingDay = (at: Millis): Millis => Math.floor((at + BEIJING_OFFSET) / DAY + 1) * DAY - BEIJING_OFFSET

/**
 * The same day and hour `months` later on the Beijing calendar; the last day of the month where that day does not exist
 * (31 January + 1 month = 28 or 29 February).
 */
export const addBeijingMonths = (at: Millis, months: number): Millis => {
  const local = new Date(at + BEIJING_OFFSET)
  const month = local.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), month + 1, 0)).getUTCDate()
  local.setUTCMonth(month, Math.min(local.getUTCDate(), lastDay))
  return local.getTime() - BEIJING_OFFSET
}

/** `500ms`, `30s`, `15m`, `72h`, `31d` in milliseconds; undefined when the text is none of these. */
export const parseDuration = (text: string): Millis | undefined => {
  const found = /^(\d{1,6})(ms|s|m|h|d)$/.exec(text)
  if (!found) return undefined
  const unit = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY }[found[2] as 'ms' | 's' | 'm' | 'h' | 'd']
  return Number(found[1]) * unit
}
