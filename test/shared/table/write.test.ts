import { describe, expect, it } from 'vitest'
import { assertDistinct } from '../../../shared/table/table.ts'
import { exists, guard, nameOf, put, remove, update } from '../../../shared/table/write.ts'

const key = { pk: 'p', sk: 's' }

describe('an update that DynamoDB would refuse', () => {
  it.each([
    ['set and remove', { set: { a: 1 }, remove: ['a'] }],
    ['set and add', { set: { a: 1 }, add: { a: 1 } }],
    ['add and sum', { add: { a: 1 }, sum: { a: { of: 'a', or: 0, plus: 1 } } }],
    ['add and addToSet', { add: { a: 1 }, addToSet: { a: 'x' } }],
    ['add and append', { add: { a: 1 }, append: { a: ['x'] } }],
    ['remove twice', { remove: ['a', 'a'] }],
  ])('cannot be described: %s of one attribute', (_, changes) => {
    expect(() => update(key, changes)).toThrow('two changes of one attribute')
  })
  it.each([
    ['the partition key', { set: { pk: 'x' } }],
    ['the sort key', { remove: ['sk'] }],
    ['the operation token', { add: { op: 1 } }],
  ])('cannot be described: a change of %s', (_, changes) => {
    expect(() => update(key, changes)).toThrow('keys or the token')
  })
  it('may leave a set undefined and remove the attribute instead', () => {
    expect(update(key, { set: { a: undefined }, remove: ['a'] }).changes.remove).toEqual(['a'])
  })
})

describe('two writes for one item', () => {
  it('are refused whatever their kinds', () => {
    const writes = [put(key, {}), update(key, {}), remove(key), guard(key, exists('pk'))]
    for (const one of writes)
      for (const other of writes) expect(() => assertDistinct([one, put({ ...key, sk: 'other' }, {}), other])).toThrow()
  })
  it('are told from writes whose keys only join to the same text', () => {
    expect(nameOf({ pk: 'a', sk: 'bc' })).not.toBe(nameOf({ pk: 'ab', sk: 'c' }))
    expect(nameOf({ pk: 'a', sk: ' bc' })).not.toBe(nameOf({ pk: 'a ', sk: 'bc' }))
  })
})
