import * as z from 'zod/mini'
import { dayAfter } from '../../shared/kernel/days.ts'
import { beijingDay, beijingDayStart, DAY, HOUR } from '../../shared/kernel/time.ts'
import type { Fault, Finding } from './finding.ts'
import { isPublicKey, isSignedBy, sha256, sortedJson, treeRoot } from './hashing.ts'
import type { Snapshot } from './snapshot.ts'

const statement = z.strictObject({
  form: z.literal(1),
  day: z.string(),
  records: z.number(),
  root: z.string(),
  previous: z.string(),
  madeAt: z.number(),
})
const signed = z.strictObject({ statement, signature: z.string(), key: z.string() })
const leaf = z.strictObject({ subject: z.string(), n: z.number(), hash: z.string() })

export type Leaf = z.output<typeof leaf>

/** What a day's root says of it. */
export type Root = { day: string; leaves: readonly Leaf[]; hash: string; previous: string }

export type Roots = { byDay: ReadonlyMap<string, Root>; last: string | undefined; findings: Finding[] }

const NOTHING = '0'.repeat(64)

/** When the root of a day has to be there: an hour after the day, and six hours until that is a matter for people. */
const LATEST = DAY + 7 * HOUR

const about = (day: string, fault: Fault, words: string): Finding => ({
  fault,
  where: `roots/${day}.jsonl`,
  since: `after the root of ${day} was made`,
  words,
})

const KEY_UNREADABLE: Finding = {
  fault: 'key_unreadable',
  where: 'the public key',
  since: 'unknown',
  words: 'it is no public key of P-256, so that nothing can be signed by it',
}

type Read = { root?: Root; findings: Finding[] }

const readRoot = (day: string, text: string, publicKey: string): Read => {
  const [first = '', ...lines] = text.trimEnd().split('\n')
  const head = z.safeParse(signed, parsed(first))
  if (!head.success) return { findings: [about(day, 'root_changed', 'its first line is no signed root')] }
  const { statement: said, signature } = head.data
  const findings: Finding[] = []
  if (said.day !== day) findings.push(about(day, 'root_replaced', `it is the root of ${said.day}`))
  if (!isSignedBy(publicKey, sortedJson(said), signature))
    findings.push(about(day, 'root_unsigned', 'what it says is not signed by the key of the audit'))
  const leaves = lines.map((line) => z.safeParse(leaf, parsed(line)).data)
  if (treeRoot(lines) !== said.root || said.records !== lines.length || leaves.includes(undefined))
    findings.push(
      about(day, 'leaves_changed', `its ${lines.length} leaves are not the ${said.records} that were signed`),
    )
  const root = {
    day,
    leaves: leaves.filter((one) => one !== undefined),
    hash: sha256(sortedJson(said)),
    previous: said.previous,
  }
  return { root, findings }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const noted = z.object({ day: z.string(), hash: z.string() })

/** Days that the table says have a root. */
const notedIn = ({ audit }: Snapshot): Map<string, string> =>
  new Map(
    audit
      .filter(({ pk }) => pk.startsWith('AUDITROOT#'))
      .flatMap((item) => {
        const { data } = z.safeParse(noted, item)
        return data ? [[data.day, data.hash] as const] : []
      }),
  )

/** The days of which the table has a record or an entry, whatever became of their roots. */
const daysWritten = ({ audit }: Snapshot): string[] =>
  audit.flatMap(({ pk, at }) => {
    if (pk.startsWith('AUDIT#') && typeof at === 'number') return [beijingDay(at)]
    return /^AUDITDAY#(\d{8})$/.exec(pk)?.[1] ?? []
  })

/**
 * The days that must have a root: from the first to the last of those that are known to have one, and on to the last that is over for long. Without
 * any the first is the oldest day of which there is anything, or the one that somebody knows.
 */
const expectedDays = (known: readonly string[], of: Snapshot, since: string | undefined): string[] => {
  const expected: string[] = []
  const [first] = [...(known.length > 0 ? known : daysWritten(of)), ...(since === undefined ? [] : [since])].toSorted()
  if (first === undefined) return []
  const last = known.at(-1) ?? ''
  for (let day = first; day <= last || beijingDayStart(day) + LATEST < of.now; day = dayAfter(day, 1))
    expected.push(day)
  return expected
}

/**
 * Reads the roots, and holds each against its signature, its leaves, the one before, and what the table notes of it. `since`: the first day that has
 * a root, as somebody knows it who need not believe what is read.
 */
export const readRoots = (of: Snapshot, since?: string): Roots => {
  const findings: Finding[] = isPublicKey(of.publicKey) ? [] : [KEY_UNREADABLE]
  const byDay = new Map<string, Root>()
  const files = Map.groupBy(of.files, ({ name }) => name)
  for (const [name, [first, ...later]] of files) {
    const day = /^roots\/(\d{8})\.jsonl$/.exec(name)?.[1]
    if (day === undefined || !first) {
      findings.push({ fault: 'unknown_item', where: name, since: 'unknown', words: 'no root has such a name' })
      continue
    }
    if (later.some(({ text }) => text !== first.text))
      findings.push(about(day, 'root_replaced', 'something else was put over it; the first version counts'))
    const read = readRoot(day, first.text, of.publicKey)
    findings.push(...read.findings)
    if (read.root) byDay.set(day, read.root)
  }
  const inTable = notedIn(of)
  const days = [...new Set([...byDay.keys(), ...inTable.keys()])].toSorted()
  let before: Root | undefined
  for (const [at, day] of expectedDays(days, of, since).entries()) {
    const root = byDay.get(day)
    if (!root) findings.push(about(day, 'root_missing', 'the day is over and its root is not there'))
    const previous = before?.hash ?? (at === 0 ? NOTHING : undefined)
    if (root && previous !== undefined && root.previous !== previous)
      findings.push(about(day, 'root_replaced', 'it does not follow the root of the day before'))
    const note = inTable.get(day)
    if (root && note !== undefined && note !== root.hash)
      findings.push(about(day, 'root_replaced', 'the table notes another root of that day'))
    // The newest may have been made a moment ago, by a function that did not get further.
    if (root && note === undefined && day !== days.at(-1))
      findings.push(about(day, 'root_not_noted', 'the table does not know of it'))
    before = root
  }
  return { byDay, last: [...byDay.keys()].toSorted().at(-1), findings }
}
