import * as z from 'zod/mini'
import type { Finding } from './finding.ts'
import { type Found, isFreshAt, nameOf, placeOf, sinceOf } from './read-records.ts'
import type { Roots } from './read-roots.ts'
import type { RawItem } from './snapshot.ts'

const link = z.object({ subject: z.string(), n: z.int(), hash: z.string() })

/** Every entry of a day means a record that is there, and every record has its entry. */
export const entryFaults = (
  entries: readonly RawItem[],
  records: readonly Found[],
  roots: Roots,
  now: number,
): Finding[] => {
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
    const isFresh = isFreshAt(Number(item.sk.slice('ENTRY#'.length, 'ENTRY#'.length + 15)), now)
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
