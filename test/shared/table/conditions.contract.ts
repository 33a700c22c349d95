import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../../shared/table/table.ts'
import {
  absent,
  all,
  any,
  atLeast,
  atMost,
  below,
  type Condition,
  contains,
  equals,
  exists,
  guard,
  isNew,
  oneOf,
  put,
  sizeBelow,
} from '../../../shared/table/write.ts'

const key = { pk: 'conditions', sk: 'item' }

/** One attribute of every type; `missing` is not among them. */
const item = {
  text: 'abc',
  count: 5,
  yes: true,
  nothing: null,
  bytes: new Uint8Array([1, 2, 3]),
  list: ['a', 'b'],
  map: { a: 1 },
  tags: new Set(['a', 'b']),
}
const attributes = [...Object.keys(item), 'missing']

type Row = [what: string, condition: (attr: string) => Condition, holdsFor: string[]]

const rows: Row[] = [
  ['exists', exists, Object.keys(item)],
  ['absent', absent, ['missing']],
  ['equals a text', (attr) => equals(attr, 'abc'), ['text']],
  ['equals a number', (attr) => equals(attr, 5), ['count']],
  ['equals digits', (attr) => equals(attr, '5'), []],
  ['equals true', (attr) => equals(attr, true), ['yes']],
  ['equals false', (attr) => equals(attr, false), []],
  ['at most, met', (attr) => atMost(attr, 5), ['count']],
  ['at most, exceeded', (attr) => atMost(attr, 4), []],
  ['at least, met', (attr) => atLeast(attr, 5), ['count']],
  ['at least, missed', (attr) => atLeast(attr, 6), []],
  ['below, met', (attr) => below(attr, 6), ['count']],
  ['below, reached', (attr) => below(attr, 5), []],
  ['one of, met', (attr) => oneOf(attr, ['x', 'abc']), ['text']],
  ['one of, missed', (attr) => oneOf(attr, ['5', 'a', 'true']), []],
  ['contains a member or part', (attr) => contains(attr, 'a'), ['text', 'list', 'tags']],
  ['contains a part only', (attr) => contains(attr, 'ab'), ['text']],
  ['contains neither', (attr) => contains(attr, 'z'), []],
  ['size below four', (attr) => sizeBelow(attr, 4), ['text', 'bytes', 'list', 'map', 'tags']],
  ['size below three', (attr) => sizeBelow(attr, 3), ['list', 'map', 'tags']],
  ['size below one', (attr) => sizeBelow(attr, 1), []],
]

/** Every condition operator, on attributes of every type, on a missing one and on a missing item. */
export const conditionsContract = (open: () => Promise<Table>): void => {
  let table: Table
  beforeAll(async () => {
    table = await open()
    await table.commit([put(key, item)])
  })
  const held = async (condition: Condition, of = key): Promise<boolean> =>
    (await table.commit([guard(of, condition)])).kind === 'committed'

  describe('conditions', () => {
    it.each(rows)('%s', async (_, condition, holdsFor) => {
      const found = []
      for (const attr of attributes) if (await held(condition(attr))) found.push(attr)
      expect(found).toEqual(holdsFor)
    })
    it.each(rows)('%s, on an item that is not there', async (what, condition) => {
      expect(await held(condition('text'), { pk: 'conditions', sk: 'nothing' })).toBe(what === 'absent')
    })
    it('isNew means that the whole item is not there', async () => {
      expect(await held(isNew)).toBe(false)
      expect(await held(isNew, { pk: 'conditions', sk: 'nothing' })).toBe(true)
    })
    it('joins by all and any, nested', async () => {
      const [yes, no] = [exists('text'), exists('missing')]
      expect(await held(all(yes, yes))).toBe(true)
      expect(await held(all(yes, no))).toBe(false)
      expect(await held(any(no, yes))).toBe(true)
      expect(await held(any(no, no))).toBe(false)
      expect(await held(all(any(no, all(yes)), yes))).toBe(true)
      expect(await held(any(all(yes, no), all(no, yes)))).toBe(false)
      expect(await held(all(all(any(all(yes)))))).toBe(true)
    })
    it('takes attribute names that are reserved words of DynamoDB', async () => {
      const reserved = { pk: 'conditions', sk: 'reserved' }
      await table.commit([put(reserved, { status: 'paid', size: 3, name: 'x', 'a.b-c d': 1 })])
      const condition = all(equals('status', 'paid'), atMost('size', 3), exists('name'), equals('a.b-c d', 1))
      expect(await held(condition, reserved)).toBe(true)
    })
    it('refuses to build a condition of nothing', () => {
      expect(() => all()).toThrow('empty')
      expect(() => any()).toThrow('empty')
      expect(() => oneOf('text', [])).toThrow('empty')
    })
  })
}
