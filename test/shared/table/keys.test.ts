import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DUE,
  DUE_SHARDS,
  due,
  keyOf,
  keys,
  LEDGER_PARTS,
  LISTED,
  listedAt,
  listPart,
  lists,
  pointerTo,
} from '../../../shared/table/keys.ts'
import { type Key, nameOf } from '../../../shared/table/write.ts'

const id = fc.stringMatching(/^[0-9a-f]{32}$/)
const number = fc.stringMatching(/^[0-9a-f]{32}(p[2-9])?[vdc]$/)

describe('pointers', () => {
  it('lead back to the very item they were made for', () => {
    const owing = fc.oneof(
      id.map((one) => ({ kind: 'order', key: keys.order(one) })),
      fc.tuple(id, id).map((of) => ({ kind: 'check', key: keys.check(...of) })),
      fc.tuple(id, number).map((of) => ({ kind: 'refund', key: keys.refund(...of) })),
      fc.tuple(id, id).map((of) => ({ kind: 'message', key: keys.message(...of) })),
    )
    fc.assert(
      fc.property(owing, ({ kind, key }) => {
        const pointer = pointerTo(key)
        expect(pointer?.kind).toBe(kind)
        expect(pointer && keyOf(pointer)).toEqual(key)
      }),
    )
  })
  it('are made for nothing that never owes work', () => {
    const idle = [
      keys.profile('a'),
      keys.session('a', 'b'),
      keys.verification('a', 'b'),
      keys.payment('a', 1),
      keys.ledger('a', 'b'),
      keys.person('a'),
      keys.challenge('a'),
      keys.limit('a', 'b'),
    ]
    expect(idle.map(pointerTo)).toEqual(idle.map(() => undefined))
  })
  it('of a form that is not ours name nothing', () => {
    expect(keyOf({ kind: 'order', id: 'a.b' })).toBeUndefined()
    expect(keyOf({ kind: 'check', id: 'a' })).toBeUndefined()
    expect(keyOf({ kind: 'refund', id: '' })).toBeUndefined()
    expect(keyOf({ kind: 'message', id: 'x' })).toBeUndefined()
  })
})

describe('keys', () => {
  it('of different kinds never meet, even for the same ids', () => {
    const { payment, ...rest } = keys
    const all = [payment('a', 1), ...Object.values(rest).map((make) => make('a', 'b', 'c'))]
    expect(new Set(all.map(nameOf)).size).toBe(all.length)
  })
  it('are found in the lists they belong to', () => {
    const listed: [{ pk: string; prefix?: string }, Key][] = [
      [lists.verifications('a'), keys.verification('a', 'b')],
      [lists.messages('a'), keys.message('a', 'b')],
      [lists.tokens('a'), keys.token('a', 'b')],
      [lists.orderParts('a'), keys.order('a')],
      [lists.orderParts('a'), keys.refund('a', 'b')],
    ]
    for (const [{ pk, prefix = '' }, key] of listed) {
      expect(key.pk).toBe(pk)
      expect(key.sk.startsWith(prefix)).toBe(true)
    }
  })
})

describe('due index', () => {
  it('spreads partitions evenly over all its shards, and the same one always to the same', () => {
    const counts = Array.from({ length: DUE_SHARDS }, () => 0)
    for (let n = 0; n < 1600; n += 1) {
      const { dueShard } = due(keys.order(n.toString(16).padStart(32, '0')), 0)
      counts[dueShard] = (counts[dueShard] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(50)
    expect(Math.max(...counts)).toBeLessThan(200)
    expect(due(keys.order('a'), 1).dueShard).toBe(due(keys.refund('a', 'b'), 2).dueShard)
  })
  it('is left by removing what entering it has set', () => {
    expect(Object.keys(due(keys.order('a'), 5)).every((name) => DUE.some((one) => one === name))).toBe(true)
  })
})

describe('list index', () => {
  it('spreads a busy list evenly over its parts', () => {
    const counts = Array.from({ length: LEDGER_PARTS }, () => 0)
    for (let n = 0; n < 800; n += 1) {
      const part = listPart(keys.order(n.toString(16).padStart(32, '0')).pk)
      counts[part] = (counts[part] ?? 0) + 1
    }
    expect(counts).toHaveLength(LEDGER_PARTS)
    expect(Math.min(...counts)).toBeGreaterThan(120)
  })
  it('is left by removing what entering it has set', () => {
    expect(Object.keys(listedAt('A', 5)).toSorted()).toEqual([...LISTED].toSorted())
  })
})
