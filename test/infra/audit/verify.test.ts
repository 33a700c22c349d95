import { beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../../../functions/audit/canonical.ts'
import { chained } from '../../../functions/audit/chain.ts'
import { merkleRoot } from '../../../functions/audit/roots/merkle.ts'
import type { Fault } from '../../../infra/audit/finding.ts'
import type { RawItem, Snapshot } from '../../../infra/audit/snapshot.ts'
import { verifyAudit } from '../../../infra/audit/verify.ts'
import { beijingDay, DAY, HOUR } from '../../../shared/kernel/time.ts'
import { auditWorld, lived, signingKey } from '../../audit/roots/signing.ts'

let whole: Snapshot
beforeAll(async () => {
  whole = (await lived()).snapshot()
})

type Tampering = (of: Snapshot) => Snapshot | Promise<Snapshot>

const recordKey = (subject: string, n: number) => `AUDIT#${subject} AUDIT#${String(n).padStart(10, '0')}`
const isAt = (name: string) => (item: RawItem) => `${item.pk} ${item.sk}` === name
const isRecordOf = (subject: string) => (item: RawItem) => item.pk === `AUDIT#${subject}`
const isEntryOf = (subject: string, n?: number) => (item: RawItem) =>
  item.pk.startsWith('AUDITDAY#') && item.subject === subject && (n === undefined || item.n === n)

const without = (of: Snapshot, ...gone: ((item: RawItem) => boolean)[]): Snapshot => ({
  ...of,
  audit: of.audit.filter((item) => !gone.some((isGone) => isGone(item))),
})
const changed = (of: Snapshot, is: (item: RawItem) => boolean, change: (item: RawItem) => RawItem): Snapshot => ({
  ...of,
  audit: of.audit.map((item) => (is(item) ? change(item) : item)),
})
const withHead = (of: Snapshot, subject: string, head: object | undefined): Snapshot => ({
  ...of,
  heads: of.heads.flatMap((item) => (item.pk !== `CHAIN#${subject}` ? [item] : head ? [{ ...item, ...head }] : [])),
})
const withFile = (of: Snapshot, day: string, change: (text: string) => string | undefined): Snapshot => ({
  ...of,
  files: of.files.flatMap(({ name, text }) => {
    const next = name.includes(day) ? change(text) : text
    return next === undefined ? [] : [{ name, text: next }]
  }),
})
const found = (of: Snapshot, name: string): RawItem => {
  const item = of.audit.find(isAt(name))
  if (!item) throw new Error(`no ${name}`)
  return item
}

/** The chain of a subject from a record on, made anew so that it is whole in itself: records, entries, head. */
const rechained = (of: Snapshot, subject: string, from: number, change: (item: RawItem) => object): Snapshot => {
  const items = of.audit.filter(isRecordOf(subject)).toSorted((a, b) => Number(a.n) - Number(b.n))
  let head = { n: 0, hash: '0'.repeat(64) }
  let next = of
  for (const item of items) {
    const { pk: _pk, sk: _sk, n: _n, previous: _previous, hash: _hash, form: _form, ...said } = item
    const record = chained({ ...said, ...(Number(item.n) >= from ? change(item) : {}) } as never, head)
    next = changed(next, isAt(`${item.pk} ${item.sk}`), (old) => ({ ...old, ...record }))
    next = changed(next, isEntryOf(subject, record.n), (old) => ({ ...old, hash: record.hash }))
    head = record
  }
  return withHead(next, subject, { n: head.n, hash: head.hash })
}

/** A root of that day as somebody without the key would make it: whole in itself. */
const forged = (text: string, leaves: (lines: string[]) => string[]): string => {
  const [first = '', ...lines] = text.trimEnd().split('\n')
  const kept = leaves(lines)
  const root = JSON.parse(first)
  const statement = { ...root.statement, records: kept.length, root: merkleRoot(kept) }
  return `${[canonical({ ...root, statement }), ...kept].join('\n')}\n`
}

/** The bucket is another or empty, and the table knows of no root. */
const rootless = (of: Snapshot): Snapshot => ({ ...without(of, (item) => item.pk === 'AUDITROOT#'), files: [] })

/** A record as somebody makes it up who can only put items: whole in itself, of that time, behind that head. */
const madeUp = (of: Snapshot, subject: string, at: number, head = { n: 0, hash: '0'.repeat(64) }): Snapshot => {
  const by = { kind: 'operator', id: 'innocent' } as const
  const said = { id: 'f'.repeat(32), subject, at, by, action: 'refund_retry', reason: '伪造' } as const
  const record = chained(said, head)
  const sk = `AUDIT#${String(record.n).padStart(10, '0')}`
  return { ...of, audit: [...of.audit, { ...record, pk: `AUDIT#${subject}`, sk }] }
}

const headIn = (of: Snapshot, subject: string): { n: number; hash: string } => {
  const head = of.heads.find(({ pk }) => pk === `CHAIN#${subject}`)
  return { n: Number(head?.n), hash: String(head?.hash) }
}

const DAY_ONE = '20261120'
const rows: [what: string, tamper: Tampering, faults: Fault[], where?: string][] = [
  [
    'a changed field',
    (of) => changed(of, isAt(recordKey('order:a', 2)), (item) => ({ ...item, reason: '改' })),
    ['record_changed'],
    recordKey('order:a', 2),
  ],
  [
    'a field more',
    (of) => changed(of, isAt(recordKey('order:a', 2)), (item) => ({ ...item, more: 1 })),
    ['record_changed'],
  ],
  [
    'a changed field with a hash to it',
    (of) => {
      const { hash } = chained({ ...found(of, recordKey('order:a', 2)), pk: undefined } as never, { n: 1, hash: 'x' })
      return changed(of, isAt(recordKey('order:a', 2)), (item) => ({ ...item, reason: '改', hash }))
    },
    ['record_changed', 'chain_broken', 'entry_inserted'],
  ],
  ['a removed record', (of) => without(of, isAt(recordKey('order:a', 2))), ['record_missing'], recordKey('order:a', 2)],
  [
    'a removed record with its entry',
    (of) => without(of, isAt(recordKey('order:a', 2)), isEntryOf('order:a', 2)),
    ['record_missing'],
  ],
  [
    'two swapped records',
    (of) => {
      const [one, two] = [found(of, recordKey('order:a', 1)), found(of, recordKey('order:a', 2))]
      const swapped = changed(of, isAt(recordKey('order:a', 1)), ({ pk, sk }) => ({ ...two, pk, sk }))
      return changed(
        swapped,
        (item) => item.pk === two.pk && item.sk === two.sk,
        ({ pk, sk }) => ({ ...one, pk, sk }),
      )
    },
    ['record_misplaced'],
  ],
  [
    'two swapped records, numbered anew',
    (of) => {
      const reasons: Record<number, unknown> = { 1: '2', 2: '1' }
      return rechained(of, 'order:a', 1, (item) => ({ reason: reasons[Number(item.n)] ?? item.reason }))
    },
    ['record_changed', 'record_inserted'],
  ],
  [
    'an inserted record',
    (of) => ({ ...of, audit: [...of.audit, { ...found(of, recordKey('order:a', 6)), sk: 'AUDIT#0000000007', n: 7 }] }),
    ['record_inserted', 'record_changed', 'entry_missing'],
  ],
  [
    'an inserted record that is whole, of a day that has its root',
    (of) => {
      const { pk: _pk, sk: _sk, n: _n, previous: _p, hash: _h, form: _f, ...said } = found(of, recordKey('order:b', 1))
      const record = chained({ ...said, subject: 'order:z', id: 'f'.repeat(32) } as never, {
        n: 0,
        hash: '0'.repeat(64),
      })
      const entry = of.audit.find(isEntryOf('order:b'))
      const sk = `ENTRY#${String(record.at).padStart(15, '0')}#${record.id}`
      const items = [
        { ...record, pk: 'AUDIT#order:z', sk: 'AUDIT#0000000001' },
        { pk: entry?.pk ?? '', sk, subject: 'order:z', n: 1, hash: record.hash },
      ]
      return {
        ...of,
        audit: [...of.audit, ...items],
        heads: [...of.heads, { pk: 'CHAIN#order:z', sk: 'HEAD', n: 1, hash: record.hash }],
      }
    },
    ['record_inserted'],
  ],
  [
    'an inserted record that is whole, of a day before the first root',
    (of) => {
      const { pk: _pk, sk: _sk, n: _n, previous: _p, hash: _h, form: _f, ...said } = found(of, recordKey('order:b', 1))
      const early = { ...said, subject: 'order:z', at: Number(said.at) - 9 * DAY, id: 'f'.repeat(32) }
      const record = chained(early as never, { n: 0, hash: '0'.repeat(64) })
      const sk = `ENTRY#${String(record.at).padStart(15, '0')}#${record.id}`
      const items = [
        { ...record, pk: 'AUDIT#order:z', sk: 'AUDIT#0000000001' },
        { pk: 'AUDITDAY#20261111', sk, subject: 'order:z', n: 1, hash: record.hash },
      ]
      return {
        ...of,
        audit: [...of.audit, ...items],
        heads: [...of.heads, { pk: 'CHAIN#order:z', sk: 'HEAD', n: 1, hash: record.hash }],
      }
    },
    ['record_inserted'],
  ],
  [
    'a cut tail before the last root, head and entries with it',
    (of) => {
      const cut = without(of, ...[3, 4, 5, 6].flatMap((n) => [isAt(recordKey('order:a', n)), isEntryOf('order:a', n)]))
      return withHead(cut, 'order:a', { n: 2, hash: found(of, recordKey('order:a', 2)).hash })
    },
    ['record_missing'],
  ],
  [
    'a cut tail behind the last root, where the head is as it was',
    (of) => without(of, isAt(recordKey('order:a', 6)), isEntryOf('order:a', 6)),
    ['tail_cut'],
  ],
  ['a changed head', (of) => withHead(of, 'order:b', { hash: 'f'.repeat(64) }), ['head_differs']],
  ['a head that is set back', (of) => withHead(of, 'order:a', { n: 5 }), ['record_inserted']],
  ['a removed head', (of) => withHead(of, 'order:b', undefined), ['head_missing']],
  [
    'a whole subject that is gone, with head and entries',
    (of) => withHead(without(of, isRecordOf('order:b'), isEntryOf('order:b')), 'order:b', undefined),
    ['subject_removed'],
  ],
  [
    'a whole subject that is gone behind the last root, where the head is as it was',
    (of) => without(of, isRecordOf('order:d'), isEntryOf('order:d')),
    ['subject_removed'],
  ],
  ['a removed entry', (of) => without(of, isEntryOf('order:a', 1)), ['entry_missing']],
  [
    'an entry of another record',
    (of) => changed(of, isEntryOf('order:a', 1), (item) => ({ ...item, hash: 'f'.repeat(64) })),
    ['entry_inserted', 'entry_missing'],
  ],
  [
    'records chained anew by somebody who writes to both tables',
    (of) => rechained(of, 'order:a', 2, () => ({ reason: '改' })),
    ['record_changed', 'record_inserted'],
  ],
  [
    'a root in place of another',
    (of) => withFile(of, DAY_ONE, () => of.files.find(({ name }) => name.includes('20261122'))?.text),
    ['root_replaced'],
  ],
  [
    'a root that somebody else made',
    (of) => withFile(of, DAY_ONE, (text) => forged(text, (lines) => lines.slice(1))),
    ['root_unsigned'],
  ],
  [
    'a changed list of leaves',
    (of) => withFile(of, DAY_ONE, (text) => text.replace('"n":2', '"n":9')),
    ['leaves_changed'],
  ],
  [
    'leaves in another order',
    (of) =>
      withFile(of, DAY_ONE, (text) => {
        const [first, one, two, ...more] = text.split('\n')
        return [first, two, one, ...more].join('\n')
      }),
    ['leaves_changed'],
  ],
  ['a removed root', (of) => withFile(of, '20261121', () => undefined), ['root_missing']],
  ['the last root removed', (of) => withFile(of, '20261122', () => undefined), ['root_missing']],
  ['the first root removed', (of) => withFile(of, DAY_ONE, () => undefined), ['root_missing']],
  ['a root that is no root', (of) => withFile(of, DAY_ONE, () => 'nothing\n'), ['root_changed']],
  [
    'a root put over another',
    (of) => ({ ...of, files: [...of.files, { name: `roots/${DAY_ONE}.jsonl`, text: 'x' }] }),
    ['root_replaced'],
  ],
  ['roots signed by another key', (of) => ({ ...of, publicKey: signingKey().publicKey }), ['root_unsigned']],
  ['no root for a day that is long over', (of) => ({ ...of, now: of.now + 3 * DAY }), ['root_missing']],
  ['all roots and all notes of them gone', rootless, ['root_missing']],
  ['all roots and notes gone for a year', (of) => ({ ...rootless(of), now: of.now + 365 * DAY }), ['root_missing']],
  [
    'all roots and notes gone, and the entries with them',
    (of) => without(rootless(of), (item) => item.pk.startsWith('AUDITDAY#')),
    ['root_missing', 'entry_missing'],
  ],
  [
    'all roots, notes and records gone, and entries left',
    (of) => without(rootless(of), (item) => item.pk.startsWith('AUDIT#')),
    ['root_missing', 'record_missing', 'subject_removed'],
  ],
  ['a public key that is none', (of) => ({ ...rootless(of), publicKey: 'rubbish' }), ['key_unreadable']],
  [
    'a record made up of a subject nobody knows, dated ten years ahead',
    (of) => madeUp(of, 'order:z', of.now + 3650 * DAY),
    ['record_ahead', 'head_missing', 'entry_missing'],
  ],
  [
    'a record made up behind a chain, dated ahead',
    (of) => madeUp(of, 'order:a', of.now + 400 * DAY, headIn(of, 'order:a')),
    ['record_ahead', 'record_inserted', 'entry_missing'],
    recordKey('order:a', 7),
  ],
  [
    'the same, three hundred days later',
    (of) => ({ ...madeUp(of, 'order:a', of.now + 400 * DAY, headIn(of, 'order:a')), now: of.now + 300 * DAY }),
    ['record_ahead', 'record_inserted'],
  ],
  [
    'a record made up with head and entry, dated ahead',
    (of) => {
      const next = madeUp(of, 'order:z', of.now + DAY)
      const { subject, n, hash, at, id } = found(next, recordKey('order:z', 1))
      const entry = { pk: `AUDITDAY#${beijingDay(Number(at))}`, sk: `ENTRY#${String(at).padStart(15, '0')}#${id}` }
      return {
        ...next,
        audit: [...next.audit, { ...entry, subject, n, hash }],
        heads: [...of.heads, { pk: 'CHAIN#order:z', sk: 'HEAD', n, hash }],
      }
    },
    ['record_ahead'],
  ],
  [
    'an entry of the future, of no record',
    (of) => {
      const at = of.now + 3650 * DAY
      const [pk, sk] = [`AUDITDAY#${beijingDay(at)}`, `ENTRY#${String(at).padStart(15, '0')}#${'f'.repeat(32)}`]
      return { ...of, audit: [...of.audit, { pk, sk, subject: 'order:z', n: 1, hash: '0'.repeat(64) }] }
    },
    ['record_missing'],
  ],
  [
    'what is no item of the audit',
    (of) => ({ ...of, audit: [...of.audit, { pk: 'ELSE#1', sk: 'x' }] }),
    ['unknown_item'],
  ],
  [
    'a note of another root',
    (of) =>
      changed(
        of,
        (item) => item.pk === 'AUDITROOT#',
        (item) => ({ ...item, hash: 'f'.repeat(64) }),
      ),
    ['root_replaced'],
  ],
]

describe('M7 the verifier', () => {
  it('finds nothing where nothing was done', () => {
    expect(verifyAudit(whole)).toEqual({ findings: [], records: 9, subjects: 4, roots: 3, last: '20261122' })
  })

  it.each(rows)('finds %s', async (_what, tamper, faults, where) => {
    const { findings } = verifyAudit(await tamper(structuredClone(whole)))
    const told = findings.map(({ fault }) => fault)
    expect(told).toEqual(expect.arrayContaining(faults))
    if (where !== undefined) expect(findings.map((one) => one.where)).toContain(where)
    for (const { since, words } of findings) expect([since, words].every((text) => text.length > 3)).toBe(true)
  })

  it('finds an audit that is wholly gone by the day since which somebody knows that there are roots, and cannot without', () => {
    const gone = { ...whole, audit: [], heads: [], files: [] }
    expect(verifyAudit(gone).findings).toEqual([])
    const { findings } = verifyAudit(gone, { since: DAY_ONE })
    expect(findings.map(({ fault, where }) => [fault, where])).toEqual(
      [DAY_ONE, '20261121', '20261122'].map((day) => ['root_missing', `roots/${day}.jsonl`]),
    )
    expect(verifyAudit(whole, { since: DAY_ONE }).findings).toEqual([])
    const before = verifyAudit(whole, { since: '20261119' }).findings
    expect(before).toMatchObject([{ fault: 'root_missing', where: 'roots/20261119.jsonl' }])
  })

  it('does not miss roots of a day that is not over for long', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(18 * HOUR)
    expect(verifyAudit(at.snapshot()).findings).toEqual([])
    at.passes(2 * HOUR)
    expect(verifyAudit(at.snapshot()).findings).toMatchObject([{ fault: 'root_missing' }])
  })

  it('says since when: after the root of the day was made, or that there is none yet', () => {
    const one = verifyAudit(changed(whole, isAt(recordKey('order:a', 2)), (item) => ({ ...item, reason: '改' })))
    expect(one.findings[0]?.since).toBe('after the root of 20261120 was made')
    const late = verifyAudit(changed(whole, isAt(recordKey('order:d', 1)), (item) => ({ ...item, reason: '改' })))
    expect(late.findings[0]?.since).toBe('unknown, it is behind the last root (20261122)')
  })

  it('does not find what docs/audit.md says it cannot: a tail behind the last root, cut together with its head', () => {
    const cut = without(whole, isAt(recordKey('order:a', 6)), isEntryOf('order:a', 6))
    const { hash } = found(whole, recordKey('order:a', 5))
    expect(verifyAudit(withHead(cut, 'order:a', { n: 5, hash })).findings).toEqual([])
  })

  it('does not blame what is being written while it reads', async () => {
    const at = await lived()
    const before = at.snapshot()
    await at.deed('order:a', '7')
    const { audit } = at.snapshot()
    const now = at.time.now
    expect(verifyAudit({ ...before, audit, now }).findings).toEqual([])
    const halfRead = audit.filter((item) => item.pk !== 'AUDIT#order:a' || item.n !== 7)
    expect(verifyAudit({ ...before, audit: halfRead, now }).findings).toEqual([])
  })
})
