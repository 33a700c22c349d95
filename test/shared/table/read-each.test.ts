import { describe, expect, it } from 'vitest'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Item } from '../../../shared/table/write.ts'

const item = (sk: string, fen: number | string): Item => ({ pk: 'ORDER#1', sk, fen })

const fenOf = ({ fen }: Item): number => {
  if (typeof fen !== 'number') throw new Error(`no amount: ${String(fen)}`)
  return fen
}

describe('items read one by one', () => {
  it('keep their order, and the broken are named by their keys alone', () => {
    const items = [item('A', 1), item('B', 'secret'), item('C', 3)]
    expect(readEach(items, fenOf)).toEqual({ read: [1, 3], unreadable: ['ORDER#1 B'] })
  })

  it('may be none', () => {
    expect(readEach([], fenOf)).toEqual({ read: [], unreadable: [] })
  })
})
