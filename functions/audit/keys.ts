import { keyAt } from '../../shared/table/keys.ts'

/** The kinds of partitions in the audit table; the heads of the chains are in the main one. */
export const auditPartitions = ['AUDIT', 'AUDITDAY', 'AUDITROOT'] as const

const [RECORD, ENTRY] = ['AUDIT#', 'ENTRY#']
const DIGITS = 10
const ROOTS = 'AUDITROOT#'

const subjectPartition = (subject: string): string => `AUDIT#${subject}`
const dayPartition = (day: string): string => `AUDITDAY#${day}`

/** The number of a record as the part of its key that lists are sorted by. */
const placeName = (n: number): string => String(n).padStart(DIGITS, '0')

/** Whether a text is such a number. */
export const isPlaceName = (text: string): boolean => /^\d{10}$/.test(text)

export const auditKeys = {
  /** What somebody did to a subject, and why, as the nth. Written once, read by operators. */
  record: (subject: string, n: number) => keyAt(subjectPartition(subject), `${RECORD}${placeName(n)}`),
  /** That there is a record of this Beijing day, whatever it is about, named by its time and id. Written once, with it. */
  entry: (day: string, name: string) => keyAt(dayPartition(day), `${ENTRY}${name}`),
  /** The signed root of a Beijing day, as it is in the bucket of roots. Written once. */
  root: (day: string) => keyAt(ROOTS, `ROOT#${day}`),
  /** Where the chain of a subject has come to. In the main table: who can write to one of them alone cannot shorten a chain. */
  head: (subject: string) => keyAt(`CHAIN#${subject}`, 'HEAD'),
}

/** Read as lists. */
export const auditLists = {
  records: (subject: string) => ({ pk: subjectPartition(subject), prefix: RECORD }),
  /** Of a Beijing day, YYYYMMDD. */
  roots: () => ({ pk: ROOTS, prefix: 'ROOT#' }),
  entries: (day: string) => ({ pk: dayPartition(day), prefix: ENTRY }),
}

/** Heads in the order in which they moved last, in so many parts: what has a record since a moment is found without reading all. */
export const headList = (part: number): string => `CHAINS#${part}`
