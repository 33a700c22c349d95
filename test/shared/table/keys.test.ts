import { describe, expect, it } from 'vitest'
import {
  DUE,
  DUE_SHARDS,
  due,
  idInTimed,
  keyAt,
  LIST_PARTS,
  LISTED,
  listedAt,
  listPart,
  timedName,
} from '../../../shared/table/keys.ts'

const order = (id: string) => keyAt(`ORDER#${id}`, 'ORDER')

describe('due index', () => {
  it('spreads partitions evenly over all its shards, and the same one always to the same', () => {
    const counts = Array.from({ length: DUE_SHARDS }, () => 0)
    for (let n = 0; n < 1600; n += 1) {
      const { dueShard } = due(order(n.toString(16).padStart(32, '0')), 0)
      counts[dueShard] = (counts[dueShard] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(50)
    expect(Math.max(...counts)).toBeLessThan(200)
    expect(due(order('a'), 1).dueShard).toBe(due(keyAt('ORDER#a', 'REFUND#b'), 2).dueShard)
  })
  it('is left by removing what entering it has set', () => {
    expect(Object.keys(due(order('a'), 5)).every((name) => DUE.some((one) => one === name))).toBe(true)
  })
})

describe('a name behind a time', () => {
  const id = 'f'.repeat(32)

  it('sorts as its time does, and gives back its id', () => {
    const times = [0, 9, 10, 999_999_999_999, 1_795_147_200_000]
    const names = times.map((at) => timedName(at, id))
    expect(names.toSorted()).toEqual(names)
    expect(names.map(idInTimed)).toEqual(times.map(() => id))
  })

  it.each([
    '',
    id,
    `1#${id}`,
    `${'1'.repeat(16)}#${id}`,
    `${'1'.repeat(15)}${id}`,
    `${'1'.repeat(15)}#`,
    `x${'1'.repeat(15)}#${id}`,
  ])('is not %j', (text) => {
    expect(idInTimed(text)).toBeUndefined()
  })
})

describe('list index', () => {
  it('spreads a busy list evenly over its parts', () => {
    const counts = Array.from({ length: LIST_PARTS }, () => 0)
    for (let n = 0; n < 800; n += 1) {
      const part = listPart(order(n.toString(16).padStart(32, '0')).pk)
      counts[part] = (counts[part] ?? 0) + 1
    }
    expect(counts).toHaveLength(LIST_PARTS)
    expect(Math.min(...counts)).toBeGreaterThan(120)
  })
  it('is left by removing what entering it has set', () => {
    expect(Object.keys(listedAt('A', 5)).toSorted()).toEqual([...LISTED].toSorted())
  })
})
