import * as z from 'zod/mini'
import { beijingDay, MINUTE } from '../../shared/kernel/time.ts'
import type { Fault, Finding } from './finding.ts'
import { type Json, sha256, sortedJson } from './hashing.ts'
import { type Leaf, type Roots, readRoots } from './read-roots.ts'
import type { RawItem, Snapshot } from './snapshot.ts'

const recordItem = z.object({
  subject: z.string(),
  n: z.int(),
  previous: z.string(),
  hash: z.string(),
  id: z.string(),
  at: z.number(),
})
const link = z.object({ subject: z.string(), n: z.int(), hash: z.string() })
const headItem = z.object({ n: z.int(), hash: z.string() })

/** `isFresh`: written while everything was being read, so that what belongs to it may have been read before. */
type Found = { item: RawItem; said: z.output<typeof recordItem>; day: string; isFresh: boolean }

/** Longer than a commit takes, and a table is read. */
const FRESH = 2 * MINUTE

const nameOf = ({ pk, sk }: RawItem): string => `${pk} ${sk}`
const placeOf = (subject: string, n: number): string => `AUDIT#${subject} AUDIT#${String(n).padStart(10, '0')}`

/** Attributes that say where an item is and who wrote it, and are in no hash. */
const OUTSIDE = new Set(['pk', 'sk', 'op', 'hash'])

const recomputed = (item: RawItem): string =>
  sha256(sortedJson(Object.fromEntries(Object.entries(item).filter(([name]) => !OUTSIDE.has(name))) as Json))

/** Since when it must be so: what a root covers was as it says when that was made. */
const sinceOf = (day: string, { byDay, last }: Roots): string => {
  if (byDay.has(day)) return `after the root of ${day} was made`
  return last === undefined ? 'unknown, there is no root yet' : `unknown, it is behind the last root (${last})`
}

const byKind = (of: Snapshot) => Map.groupBy(of.audit, ({ pk }) => pk.slice(0, pk.indexOf('#')))

/** Every record by its own: it is at its place, and says what its hash is of. */
const readRecords = (items: readonly RawItem[], roots: Roots, now: number) => {
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
    records.push({ item, said, day, isFresh: said.at > now - FRESH })
    const since = sinceOf(day, roots)
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

/** The records of one subject: none missing, each behind the one before, and the head at the last. */
const chainFaults = (subject: string, found: readonly Found[], head: Head | undefined, roots: Roots): Finding[] => {
  const chain = found
    .filter(({ said, isFresh }) => !isFresh || said.n <= (head?.n ?? 0))
    .toSorted((a, b) => a.said.n - b.said.n)
  const findings: Finding[] = []
  const tell = (fault: Fault, where: string, day: string, words: string) =>
    findings.push({ fault, where, since: sinceOf(day, roots), words })
  let before = { n: 0, hash: '0'.repeat(64) }
  for (const { said, day } of chain) {
    for (let n = before.n + 1; n < said.n; n += 1)
      tell('record_missing', placeOf(subject, n), day, `record ${n} of ${subject} is not there`)
    if (said.n === before.n + 1 && said.previous !== before.hash)
      tell('chain_broken', placeOf(subject, said.n), day, `it does not follow record ${before.n} as that is now`)
    before = said
  }
  const last = chain.at(-1)
  const where = `CHAIN#${subject} HEAD`
  if (!last) return findings
  if (!head) tell('head_missing', where, last.day, `the chain of ${subject} has no head`)
  else if (head.n > last.said.n)
    tell('tail_cut', where, last.day, `records ${last.said.n + 1} to ${head.n} of ${subject} are not there`)
  else if (head.n < last.said.n)
    tell('record_inserted', where, last.day, `records behind ${head.n} of ${subject} are unknown to its head`)
  else if (head.hash !== last.said.hash)
    tell('head_differs', where, last.day, `the head of ${subject} is at another record ${head.n}`)
  return findings
}

type Head = z.output<typeof headItem>

const headsOf = ({ heads }: Snapshot): Map<string, Head | undefined> =>
  new Map(heads.map((item) => [item.pk.slice('CHAIN#'.length), z.safeParse(headItem, item).data]))

/** Every entry of a day means a record that is there, and every record has its entry. */
const entryFaults = (entries: readonly RawItem[], records: readonly Found[], roots: Roots, now: number): Finding[] => {
  const findings: Finding[] = []
  const byPlace = new Map(records.map((one) => [placeOf(one.said.subject, one.said.n), one]))
  const covered = new Set<string>()
  for (const item of entries) {
    const { data } = z.safeParse(link, item)
    const day = item.pk.slice('AUDITDAY#'.length)
    const place = data ? placeOf(data.subject, data.n) : ''
    const record = byPlace.get(place)
    const since = sinceOf(day, roots)
    const name = record && `AUDITDAY#${record.day} ENTRY#${String(record.said.at).padStart(15, '0')}#${record.said.id}`
    const isFresh = Number(item.sk.slice('ENTRY#'.length, 'ENTRY#'.length + 15)) > now - FRESH
    if (!record && isFresh) continue
    if (!record)
      findings.push({
        fault: 'record_missing',
        where: place || nameOf(item),
        since,
        words: `the day ${day} knows of a record that is not there`,
      })
    else if (record.said.hash !== data?.hash || name !== nameOf(item))
      findings.push({ fault: 'entry_inserted', where: nameOf(item), since, words: `it is not what ${place} is now` })
    else covered.add(place)
  }
  for (const { item, day, said, isFresh } of records)
    if (!isFresh && !covered.has(placeOf(said.subject, said.n)))
      findings.push({
        fault: 'entry_missing',
        where: nameOf(item),
        since: sinceOf(day, roots),
        words: `the day ${day} does not list it`,
      })
  return findings
}

/** The first root covers the first record there was. */
const isBefore = (day: string, { byDay }: Roots): boolean => {
  const first = [...byDay.keys()].toSorted()[0]
  return first !== undefined && day < first
}

/** What a root signed is there as it was, and what is of its day is in it. */
const rootFaults = (records: readonly Found[], roots: Roots): Finding[] => {
  const findings: Finding[] = []
  const byPlace = new Map(records.map((one) => [placeOf(one.said.subject, one.said.n), one]))
  const subjects = new Set(records.map(({ said }) => said.subject))
  const signed = new Map<string, Leaf>()
  for (const { day, leaves } of roots.byDay.values()) {
    for (const leaf of leaves) {
      const place = placeOf(leaf.subject, leaf.n)
      signed.set(`${day} ${place} ${leaf.hash}`, leaf)
      const record = byPlace.get(place)
      const since = sinceOf(day, roots)
      if (!subjects.has(leaf.subject))
        findings.push({ fault: 'subject_removed', where: place, since, words: `nothing is left of ${leaf.subject}` })
      else if (!record)
        findings.push({
          fault: 'record_missing',
          where: place,
          since,
          words: 'the root of its day has it, and it is not there',
        })
      else if (record.said.hash !== leaf.hash)
        findings.push({
          fault: 'record_changed',
          where: place,
          since,
          words: 'the root of its day has another in its place',
        })
    }
  }
  for (const { item, day, said } of records)
    if (
      (roots.byDay.has(day) || isBefore(day, roots)) &&
      !signed.has(`${day} ${placeOf(said.subject, said.n)} ${said.hash}`)
    )
      findings.push({
        fault: 'record_inserted',
        where: nameOf(item),
        since: sinceOf(day, roots),
        words: `the root of ${day} does not have it as it is`,
      })
  return findings
}

/** A head without any record: what was behind it is gone, also where no root had it yet. */
const headFaults = (heads: ReadonlyMap<string, Head | undefined>, subjects: ReadonlySet<string>): Finding[] =>
  [...heads.keys()]
    .filter((subject) => !subjects.has(subject))
    .map((subject) => ({
      fault: 'subject_removed',
      where: `CHAIN#${subject} HEAD`,
      since: 'unknown',
      words: `its records are not there`,
    }))

export type Verified = {
  findings: Finding[]
  records: number
  subjects: number
  roots: number
  /** The day of the last root; nothing behind it is promised but what the heads say. */
  last: string | null
}

/** Holds everything the audit consists of against each other. */
export const verifyAudit = (of: Snapshot): Verified => {
  const roots = readRoots(of)
  const kinds = byKind(of)
  const { records, findings } = readRecords(kinds.get('AUDIT') ?? [], roots, of.now)
  const bySubject = Map.groupBy(records, ({ said }) => said.subject)
  const heads = headsOf(of)
  const strange = [...kinds]
    .filter(([kind]) => !['AUDIT', 'AUDITDAY', 'AUDITROOT'].includes(kind))
    .flatMap(([, items]) => items)
  return {
    findings: [
      ...roots.findings,
      ...findings,
      ...[...bySubject].flatMap(([subject, found]) => chainFaults(subject, found, heads.get(subject), roots)),
      ...headFaults(heads, new Set(bySubject.keys())),
      ...entryFaults(kinds.get('AUDITDAY') ?? [], records, roots, of.now),
      ...rootFaults(records, roots),
      ...strange.map(
        (item): Finding => ({
          fault: 'unknown_item',
          where: nameOf(item),
          since: 'unknown',
          words: 'the audit has no such items',
        }),
      ),
    ],
    records: records.length,
    subjects: bySubject.size,
    roots: roots.byDay.size,
    last: roots.last ?? null,
  }
}
