import type { News } from './piece.ts'

/** What was seen so far, of all threads together. */
export type Sum = { runs: number; effects: number; counts: Map<string, number>; since: number }

export const nothingSeen = (since: number): Sum => ({ runs: 0, effects: 0, counts: new Map(), since })

/** Adds what one thread has seen. */
export const added = (sum: Sum, news: News & { kind: 'seen' }): void => {
  sum.runs += news.runs
  sum.effects += news.effects
  for (const [what, times] of news.counts) sum.counts.set(what, (sum.counts.get(what) ?? 0) + times)
}

/** Thousands are told apart. */
export const digits = (value: number): string => value.toLocaleString('en-US')

const SECOND = 1000
const MINUTE = 60

const lasting = (seconds: number): string =>
  seconds < 2 * MINUTE ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / MINUTE)} min`

/** How far a part of the work is, in one line. `share`: how much of it is done, from 0 to 1. */
export const progressLine = (what: string, { runs, effects, since }: Sum, share: number, now: number): string => {
  const seconds = Math.max((now - since) / SECOND, 0.001)
  const left = share > 0 && share < 1 ? `, ${lasting((seconds * (1 - share)) / share)} left` : ''
  const rate = Math.round(runs / seconds)
  return `${what}: ${digits(runs)} done (${Math.floor(share * 100)} %), ${digits(effects)} effects, ${digits(rate)}/s${left}`
}
