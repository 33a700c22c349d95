import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { type Complaint, isEnded } from '../complaint.ts'

/** What the channel demands of us, in which time. */
export type Limits = { replyMs: Millis; completeMs: Millis }

type Duty = 'reply' | 'complete'

/** Shares of the time after which an alarm rings: twice before it is over, and once when it is. */
const marks = [
  { word: 'half', numerator: 1, denominator: 2 },
  { word: 'late', numerator: 5, denominator: 6 },
  { word: 'missed', numerator: 1, denominator: 1 },
] as const

export type Ring = { name: string; duty: Duty; word: (typeof marks)[number]['word']; at: Millis; until: Millis }

const dutiesOf = (complaint: Complaint, limits: Limits): { duty: Duty; since: Millis; within: Millis }[] => {
  if (isEnded(complaint)) return []
  const complete = { duty: 'complete', since: complaint.roundAt, within: limits.completeMs } as const
  const { waitingSince } = complaint
  return waitingSince === undefined
    ? [complete]
    : [{ duty: 'reply', since: waitingSince, within: limits.replyMs }, complete]
}

/** By when the payer must be answered and the complaint ended; undefined where nothing is owed. */
export const deadlinesOf = (complaint: Complaint, limits: Limits): Partial<Record<Duty, Millis>> =>
  Object.fromEntries(dutiesOf(complaint, limits).map(({ duty, since, within }) => [duty, since + within]))

const ringsOf = (complaint: Complaint, limits: Limits): Ring[] =>
  dutiesOf(complaint, limits).flatMap(({ duty, since, within }) =>
    marks.map(({ word, numerator, denominator }) => ({
      name: `${duty}_${word}@${since}`,
      duty,
      word,
      at: since + Math.floor((within * numerator) / denominator),
      until: since + within,
    })),
  )

/**
 * Which alarms must ring now, and which have rung afterwards. Of several that came due unnoticed only the last of a duty
 * rings. A new round or a new message of the payer rings anew, because the time is part of the name.
 */
export const ringing = (
  complaint: Complaint,
  limits: Limits,
  now: Millis,
): { rings: readonly Ring[]; rung: readonly string[] } => {
  const all = ringsOf(complaint, limits)
  const passed = all.filter(({ at }) => at <= now)
  const latest = passed.filter((one) => !passed.some((other) => other.duty === one.duty && other.at > one.at))
  const kept = complaint.rung.filter((name) => !name.includes('@') || all.some((one) => one.name === name))
  return {
    rings: latest.filter(({ name }) => !kept.includes(name)),
    rung: [...new Set([...kept, ...passed.map(({ name }) => name)])],
  }
}

/** The channel is asked at least so often while a complaint is not ended: notifications may not come. */
const LOOK_EVERY: Millis = HOUR

/** When to look next: when an alarm is due, or after `pause`. */
export const nextLookAt = (complaint: Complaint, limits: Limits, now: Millis, pause: Millis = LOOK_EVERY): Millis =>
  Math.min(now + pause, ...ringsOf(complaint, limits).flatMap(({ at }) => (at > now ? [at] : [])))
