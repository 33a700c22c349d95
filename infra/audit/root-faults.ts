import type { Finding } from './finding.ts'
import { type Found, nameOf, placeOf, sinceOf } from './read-records.ts'
import type { Leaf, Roots } from './read-roots.ts'

/** The first root covers the first record there was. */
const isBefore = (day: string, { byDay }: Roots): boolean => {
  const first = [...byDay.keys()].toSorted()[0]
  return first !== undefined && day < first
}

/** What a root signed is there as it was, and what is of its day is in it. */
export const rootFaults = (records: readonly Found[], roots: Roots): Finding[] => {
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
