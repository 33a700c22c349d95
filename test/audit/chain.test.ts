import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type AuditRecord, chained, hashOf } from '../../functions/audit/chain.ts'
import { BEGINNING } from '../../functions/audit/head.ts'
import { NOON } from '../kit.ts'

const record: AuditRecord = {
  id: '1'.repeat(32),
  subject: 'order:a',
  at: NOON,
  by: { kind: 'operator', id: 'ling' },
  action: 'refund_recheck',
  reason: '核对',
}

const REFUND = `${'a'.repeat(32)}v1`

describe('M7 a record of which a part is no name', () => {
  it.each<[string, Partial<AuditRecord>]>([
    ['a detail in words', { detail: '林知夏 110101188001010011' }],
    ['an ID number for a refund', { detail: '110101188001010011' }],
    ['more behind it', { detail: `${REFUND} 19410011001` }],
    ['a line behind it', { detail: `${REFUND}\n` }],
    ['half of a surrogate pair', { detail: '\ud800' }],
    ['a detail where its deed has none', { action: 'account_ban', detail: REFUND }],
    ['letters as somebody named them', { action: 'dead_letters_replay', detail: 'a b' }],
    ['a search by its number', { action: 'number_search', detail: '19410011001' }],
    ['a subject in words', { subject: 'order:张三' }],
    ['a subject of no kind', { subject: 'a' }],
    ['a book for a reason', { reason: '长'.repeat(2001) }],
  ])('is never chained: %s, and the error does not say it', (_what, change) => {
    const of = { ...record, ...change }
    const told = () => chained(of, BEGINNING)
    expect(told).toThrow(/^no record of [a-z_]+ has this form$/)
  })
  it('is chained as each deed writes it', () => {
    for (const [action, detail] of [
      ['refund_retry', REFUND],
      ['refund_paid_by_hand', `${'0a'.repeat(12)}0p12d3`],
      ['identity_read', 'b'.repeat(32)],
      ['number_search', 'id_number'],
      ['dead_letters_replay', 'all'],
      ['dead_letters_replay', `100 ${'c'.repeat(64)}`],
      ['operator_role', 'finance'],
      ['account_ban', undefined],
    ] as const)
      expect(chained({ ...record, action, detail }, BEGINNING).n).toBe(1)
  })
})

describe('M7 the chain of a subject', () => {
  it('begins with nothing before it, and each record carries the hash of the one before', () => {
    const first = chained(record, BEGINNING)
    expect(first).toMatchObject({ ...record, form: 1, n: 1, previous: '0'.repeat(64) })
    const second = chained({ ...record, id: '2'.repeat(32) }, first)
    expect(second).toMatchObject({ n: 2, previous: first.hash })
    expect(hashOf(second)).toBe(second.hash)
  })
  it('has as hash what anybody computes from docs/audit.md', () => {
    const text = `{"action":"refund_recheck","at":${NOON},"by":{"id":"ling","kind":"operator"},"form":1,"id":"${'1'.repeat(32)}","n":1,"previous":"${'0'.repeat(64)}","reason":"核对","subject":"order:a"}`
    expect(chained(record, BEGINNING).hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })
  it.each([
    ...[{ id: '3' }, { subject: 'order:b' }, { at: NOON + 1 }, { by: { kind: 'platform', id: 'ling' } as const }],
    ...[
      { by: { kind: 'operator', id: 'wang' } as const },
      { action: 'refund_retry' as const },
      { detail: `${'1'.repeat(32)}v2` },
    ],
    ...[{ detail: undefined }, { reason: '' }, { n: 2 }, { previous: '1'.repeat(64) }],
  ])('has another hash for a record with %j', (change) => {
    const { hash, ...said } = chained({ ...record, detail: `${'1'.repeat(32)}v1` }, BEGINNING)
    expect(hashOf({ ...said, ...change })).not.toBe(hash)
  })
})
