import * as z from 'zod/mini'
import { beijingDay, MINUTE } from '../../shared/kernel/time.ts'
import type { Finding } from './finding.ts'
import { type Json, sha256, sortedJson } from './hashing.ts'
import type { Roots } from './read-roots.ts'
import type { RawItem } from './snapshot.ts'

const recordItem = z.object({
  subject: z.string(),
  n: z.int(),
  previous: z.string(),
  hash: z.string(),
  id: z.string(),
  at: z.number(),
})

/** `isFresh`: written while everything was being read, so that what belongs to it may have been read before. */
export type Found = { item: RawItem; said: z.output<typeof recordItem>; day: string; isFresh: boolean }

/** How young (ms) is fresh: longer than a commit takes, and than a table is read. Clocks differ by less. */
const FRESH = 2 * MINUTE

/** Whether something of that time may have been written while everything was read; what is dated ahead was not. */
export const isFreshAt = (at: number, now: number): boolean => at > now - FRESH && at <= now + FRESH

/** Where an item is, as findings say it. */
export const nameOf = ({ pk, sk }: RawItem): string => `${pk} ${sk}`
/** Where record `n` of a subject has to be. */
export const placeOf = (subject: string, n: number): string => `AUDIT#${subject} AUDIT#${String(n).padStart(10, '0')}`

/** Attributes that say where an item is and who wrote it, and are in no hash. */
const OUTSIDE = new Set(['pk', 'sk', 'op', 'hash'])

const recomputed = (item: RawItem): string =>
  sha256(sortedJson(Object.fromEntries(Object.entries(item).filter(([name]) => !OUTSIDE.has(name))) as Json))

/** Since when it must be so: what a root covers was as it says when that was made. */
export const sinceOf = (day: string, { byDay, last }: Roots): string => {
  if (byDay.has(day)) return `after the root of ${day} was made`
  return last === undefined ? 'unknown, there is no root yet' : `unknown, it is behind the last root (${last})`
}

/** Every record by its own: it is at its place, and says what its hash is of. */
export const readRecords = (items: readonly RawItem[], roots: Roots, now: number) => {
  const findings: Finding[] = []
  const records: Found[] = []
  for (const item of items) {
    const { data: said } = z.safeParse(recordItem, item)
    if (!said) {
      findings.push({
        fault: 'record_changed',
        where: nameOf(item),
        since: 'unknown',
        words: 'it is no record any more',
      })
      continue
    }
    const day = beijingDay(said.at)
    records.push({ item, said, day, isFresh: isFreshAt(said.at, now) })
    const since = sinceOf(day, roots)
    if (said.at > now + FRESH)
      findings.push({
        fault: 'record_ahead',
        where: nameOf(item),
        since,
        words: `it is dated ${day}, which is not yet`,
      })
    if (nameOf(item) !== placeOf(said.subject, said.n))
      findings.push({
        fault: 'record_misplaced',
        where: nameOf(item),
        since,
        words: `it is record ${said.n} of ${said.subject}`,
      })
    if (recomputed(item) !== said.hash)
      findings.push({
        fault: 'record_changed',
        where: nameOf(item),
        since,
        words: 'what it says is not what its hash was made of',
      })
  }
  return { records, findings }
}
