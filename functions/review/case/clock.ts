import type { Millis } from '../../../shared/kernel/time.ts'
import { isOwed, type ReviewCase } from './case.ts'
import { afterSilence } from './moves.ts'

/** Shares of the time in which the user is to be answered after which an alarm rings: once before it is over, and once when it is. */
const marks = [
  { word: 'late', numerator: 3, denominator: 4 },
  { word: 'missed', numerator: 1, denominator: 1 },
] as const

export type Ring = { name: string; word: (typeof marks)[number]['word']; at: Millis }

const ringsOf = ({ since, answerBy }: ReviewCase): Ring[] =>
  marks.map(({ word, numerator, denominator }) => ({
    // An answer of the user begins a time of its own.
    name: `${word}@${since}`,
    word,
    at: since + Math.floor(((answerBy - since) * numerator) / denominator),
  }))

/**
 * Which alarm must ring now, and which have rung afterwards. Of two that came due unnoticed the later rings; nothing rings where nobody
 * owes an answer.
 */
export const ringing = (of: ReviewCase, now: Millis): { ring?: Ring; rung: readonly string[] } => {
  if (!isOwed(of)) return { rung: of.rung }
  const passed = ringsOf(of).filter(({ at }) => at <= now)
  const last = passed.at(-1)
  const isNew = last !== undefined && !of.rung.includes(last.name)
  return { ...(isNew && { ring: last }), rung: passed.map(({ name }) => name) }
}

/** When the clock has something to do about it next (epoch ms); undefined where it has not. */
export const dueAtOf = (of: ReviewCase): Millis | undefined => {
  if (of.status === 'waiting') return of.waitUntil
  return isOwed(of) ? ringsOf(of).find(({ name }) => !of.rung.includes(name))?.at : undefined
}

/** Whether the time for the user's answer is over. */
export const isSilent = ({ status, waitUntil = 0 }: Pick<ReviewCase, 'status' | 'waitUntil'>, now: Millis): boolean =>
  status === 'waiting' && now >= waitUntil

/** A case as it stands at a moment: what the clock has ended is ended, whether or not anybody has looked since. */
export const standing = (of: ReviewCase, now: Millis): ReviewCase => (isSilent(of, now) ? afterSilence(of) : of)
