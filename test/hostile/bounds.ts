import type { Answered } from './wire.ts'

const MOST_BYTES = 64 * 1024
/** What a function may answer at most; files do not grow with what was sent. */
const MOST_OF_FILE = 6 * 1024 * 1024
const MOST_CPU_MS = 1000

/** What no request may bring about. `isFile`: the route answers files, the same to everybody. */
export const answerFaults = ({ status, bytes, body, cpuMs = 0 }: Answered, isFile = false): string[] => [
  ...(status >= 500 ? [`status ${status}: ${body.slice(0, 200)}`] : []),
  ...(bytes > (isFile ? MOST_OF_FILE : MOST_BYTES) ? [`an answer of ${bytes} bytes`] : []),
  ...(cpuMs > MOST_CPU_MS ? [`${cpuMs} ms of CPU`] : []),
  // The description of the API tells of our faults, and is none.
  ...(!isFile && /"code":(?:"internal"|500\b)/.test(body) ? [`a fault of ours: ${body.slice(0, 200)}`] : []),
]

/**
 * What rings for a person by design: what an operator tells or asks again, and what a channel signs, may be about nothing of ours or not be
 * so; and whoever sends at random guesses.
 */
const RINGS = [
  'vendor_statement_differs',
  'refund_waits_for_operator',
  'complaint_unknown_at_channel',
  'notification_contradicts_books',
  'operator_guessed_at',
  'number_search_misses',
]

/** What no log may hold: a fault, and anything of a request. `secrets`: texts that were sent. */
export const logFaults = (log: string, secrets: readonly string[]): string[] =>
  log
    .split('\n')
    .flatMap((line) => [
      ...(line.includes('"level":"ERROR"') && !RINGS.some((event) => line.includes(`"message":"${event}"`))
        ? [`an ERROR line: ${line.slice(0, 600)}`]
        : []),
      ...secrets
        .filter((secret) => line.includes(secret))
        .map((secret) => `a log line with ${secret.slice(0, 12)}…: ${line.slice(0, 600)}`),
    ])
