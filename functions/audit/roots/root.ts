import { createHash } from 'node:crypto'
import { beijingDayStart, DAY, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { canonical } from '../canonical.ts'
import type { Entry } from '../entry.ts'
import { merkleRoot } from './merkle.ts'

/**
 * What is signed of a day: the Merkle root over all its records in the order of their entries, how many they are, and the hash of the
 * statement of the day before, so that no day can be left out or replaced.
 */
export type Statement = {
  form: 1
  /** YYYYMMDD in Beijing. */
  day: string
  records: number
  root: string
  previous: string
  madeAt: Millis
}

export type SignedRoot = {
  statement: Statement
  /** DER, in base64, over the statement's canonical text. */
  signature: string
  /** The ARN of the key. */
  key: string
}

/** What the first day has before it. */
export const NO_ROOT = '0'.repeat(64)

/** Longer than a function of ours may live: what began on a day has written its record by then. */
const ROOT_MARGIN: Millis = HOUR

/** From when on the root of a day is made (epoch ms). */
export const rootDueAt = (day: string): Millis => beijingDayStart(day) + DAY + ROOT_MARGIN

/** So long after it could have been made, a root that is not is a matter for people. */
const OVERDUE: Millis = 6 * HOUR

/** Whether the root of a day, if there is none, should long have been made. */
export const isRootOverdue = (day: string, now: Millis): boolean => rootDueAt(day) + OVERDUE < now

export const statementHash = (statement: Statement): string =>
  createHash('sha256').update(canonical(statement)).digest('hex')

/** A record as a leaf: that there is one of this subject, at this place, with this hash. */
export const leafOf = ({ subject, n, hash }: Entry): string => canonical({ subject, n, hash })

export const statementOf = (day: string, leaves: readonly string[], previous: string, madeAt: Millis): Statement => ({
  form: 1,
  day,
  records: leaves.length,
  root: merkleRoot(leaves),
  previous,
  madeAt,
})

const FOLDER = 'roots/'

/** Where the root of a day is kept. */
export const rootName = (day: string): string => `${FOLDER}${day}.jsonl`

/** The day of such a name; undefined for any other. */
export const dayOfRoot = (name: string): string | undefined => /^roots\/(\d{8})\.jsonl$/.exec(name)?.[1]

/** As it is kept: the signed statement in the first line, a leaf in each after it. */
export const rootText = ({ statement, ...signed }: SignedRoot, leaves: readonly string[]): string =>
  `${[canonical({ ...signed, statement }), ...leaves].join('\n')}\n`
