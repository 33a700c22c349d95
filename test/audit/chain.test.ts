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
    ...[{ by: { kind: 'operator', id: 'wang' } as const }, { action: 'refund_retry' as const }, { detail: 'v2' }],
    ...[{ detail: undefined }, { reason: '' }, { n: 2 }, { previous: '1'.repeat(64) }],
  ])('has another hash for a record with %j', (change) => {
    const { hash, ...said } = chained({ ...record, detail: 'v1' }, BEGINNING)
    expect(hashOf({ ...said, ...change })).not.toBe(hash)
  })
})
