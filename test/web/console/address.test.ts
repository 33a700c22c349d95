import { describe, expect, it } from 'vitest'
import { atCursors, cursorsIn, dayIn, withQuery } from '../../../web/console/lists/address.ts'
import { sorted, sortIn, sortOf } from '../../../web/console/lists/sort.ts'

const at = (text: string) => ({ path: '/console/refunds', query: new URLSearchParams(text) })

describe('what stands in an address', () => {
  it('is changed one word at a time, and another choice begins at the first page', () => {
    expect(withQuery(at('which=overdue&at=c1&at=c2'), { sort: '-amount' })).toBe(
      '/console/refunds?which=overdue&sort=-amount',
    )
    expect(withQuery(at('which=overdue'), { which: undefined })).toBe('/console/refunds')
    expect(withQuery(at('q=1'), { q: '' })).toBe('/console/refunds')
  })

  it('leads to every page of a list and back, with its filters', () => {
    const second = atCursors(at('which=overdue'), ['c/1'])
    expect(second).toBe('/console/refunds?which=overdue&at=c%2F1')
    const third = atCursors(at('which=overdue&at=c/1'), ['c/1', 'c2'])
    const query = new URLSearchParams(third.split('?')[1])
    expect(cursorsIn(query)).toEqual(['c/1', 'c2'])
    expect(atCursors({ path: '/console/refunds', query }, cursorsIn(query).slice(0, -1))).toBe(second)
  })
})

describe('a day in an address', () => {
  it('is one of the calendar, and else none', () => {
    const { query } = at('from=20240229&to=20260230&day=2026-11-20&until=20261301&empty=')
    const names = ['from', 'to', 'day', 'until', 'empty', 'other']
    expect(names.map((name) => dayIn(query, name))).toEqual(['20240229', ...names.slice(1).map(() => undefined)])
  })
})

describe('an order of rows', () => {
  const rows = [
    { id: 'a', fen: 900, name: '乙' },
    { id: 'b', fen: 100, name: '甲' },
    { id: 'c', fen: 900, name: '丙' },
  ]
  const columns = [
    { name: 'fen', sort: ({ fen }: (typeof rows)[number]) => fen },
    { name: 'id', sort: ({ id }: (typeof rows)[number]) => id },
    { name: 'name' },
  ]
  const ids = (text: string) => sorted(rows, columns, sortIn(new URLSearchParams(text))).map(({ id }) => id)

  it('is that of the list unless a column that can be sorted by is named', () => {
    for (const text of ['', 'sort=name', 'sort=gone', 'sort=', 'sort=a%20b'])
      expect(ids(text), text).toEqual(['a', 'b', 'c'])
  })

  it('goes up or down, and equal ones stay as they stood', () => {
    expect(ids('sort=fen')).toEqual(['b', 'a', 'c'])
    expect(ids('sort=-fen')).toEqual(['a', 'c', 'b'])
    expect(ids('sort=-id')).toEqual(['c', 'b', 'a'])
  })

  it('is read as it is written', () => {
    for (const sort of [
      { name: 'fen', isUp: true },
      { name: 'fen', isUp: false },
    ])
      expect(sortIn(new URLSearchParams({ sort: sortOf(sort) }))).toEqual(sort)
  })
})
