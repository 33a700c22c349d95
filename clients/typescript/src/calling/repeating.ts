import { keyed } from '../generated/keyed.ts'
import { type ShimingError, ShimingProblem, ShimingUnexpected, ShimingUnreachable } from './errors.ts'
import { jittered } from './waiting.ts'

/**
 * What is tried again. `always`: the service has said that it did nothing. `harmless`: it may have done it, so only where doing it
 * twice is doing it once. Whatever is not here is the last word.
 */
const repeats: Readonly<Record<string, 'always' | 'harmless'>> = {
  contended: 'always',
  busy: 'always',
  429: 'always',
  unreachable: 'harmless',
  500: 'harmless',
  502: 'harmless',
  503: 'harmless',
  504: 'harmless',
}

/** The answer to these is shown once: a repeat would be answered without the secret that the first one made. */
const SHOWN_ONCE: readonly string[] = ['PUT /v1/channels/{code}']

/** Whether doing it twice is doing it once: it reads, puts, sets or deletes, or the service knows a repeat by its Idempotency-Key. */
export const isHarmless = (route: string): boolean =>
  route.startsWith('POST ') ? takesKey(route) : !SHOWN_ONCE.includes(route)

/** Whether the service asks for an Idempotency-Key here. */
export const takesKey = (route: string): boolean => keyed.includes(route)

/** The word of the table for what came; a code goes before its status. */
const judged = (error: ShimingError): 'always' | 'harmless' | undefined => {
  if (error instanceof ShimingProblem) return repeats[error.code] ?? repeats[error.status]
  if (error instanceof ShimingUnexpected) return repeats[error.status]
  return error instanceof ShimingUnreachable ? repeats.unreachable : undefined
}

const FIRST_MS = 400
const LONGEST_MS = 10_000

/**
 * How long to wait before the next attempt, in ms; undefined where there is none. `made`: attempts so far. `askedMs`: what the
 * service asks for. Whoever is asked to wait for long is told so instead.
 */
export const waitBeforeNext = (error: ShimingError, made: number, askedMs: number | undefined): number | undefined => {
  const word = judged(error)
  if (word === undefined || (word === 'harmless' && !isHarmless(error.route))) return undefined
  // A limit says until when it holds, where waiting helps.
  if (askedMs === undefined && error instanceof ShimingProblem && error.status === 429) return undefined
  if (askedMs !== undefined) return askedMs > LONGEST_MS ? undefined : askedMs + jittered(FIRST_MS)
  return jittered(Math.min(LONGEST_MS, FIRST_MS * 2 ** made))
}

/** What the header Retry-After asks for, in ms; undefined where it is absent or none. */
export const askedWait = (header: string | null): number | undefined => {
  if (header === null || header === '') return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
