import * as z from 'zod/mini'
import type { Fault, Finding } from './finding.ts'
import { type Found, placeOf, sinceOf } from './read-records.ts'
import type { Roots } from './read-roots.ts'
import type { Snapshot } from './snapshot.ts'

const headItem = z.object({ n: z.int(), hash: z.string() })

type Head = z.output<typeof headItem>

/** The heads of the main table by subject; `undefined` where one is no head any more. */
export const headsOf = ({ heads }: Snapshot): Map<string, Head | undefined> =>
  new Map(heads.map((item) => [item.pk.slice('CHAIN#'.length), z.safeParse(headItem, item).data]))

/** The records of one subject: none missing, each behind the one before, and the head at the last. */
export const chainFaults = (
  subject: string,
  found: readonly Found[],
  head: Head | undefined,
  roots: Roots,
): Finding[] => {
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

/** A head without any record: what was behind it is gone, also where no root had it yet. */
export const headFaults = (heads: ReadonlyMap<string, Head | undefined>, subjects: ReadonlySet<string>): Finding[] =>
  [...heads.keys()]
    .filter((subject) => !subjects.has(subject))
    .map((subject) => ({
      fault: 'subject_removed',
      where: `CHAIN#${subject} HEAD`,
      since: 'unknown',
      words: `its records are not there`,
    }))
