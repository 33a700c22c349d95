import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { NotSealedHere, seal, unseal } from '../../../shared/vault/sealing.ts'

const key = randomBytes(32)
const binding = { dataSet: 'identity', key: 'verification-1', attribute: 'name' }

describe('P11 a field opens only where it was sealed', () => {
  const sealed = seal(key, binding, '张三')

  it.each([
    ['another attribute of the same item', { ...binding, attribute: 'idNumber' }],
    ['the same attribute of another item', { ...binding, key: 'verification-2' }],
    ['another data set', { ...binding, dataSet: 'complaint' }],
    ['parts of the binding swapped', { dataSet: 'name', key: 'verification-1', attribute: 'identity' }],
    ['a boundary between the parts shifted', { dataSet: 'identityv', key: 'erification-1', attribute: 'name' }],
    ['a part that brings its own separators', { dataSet: 'identity","verification-1', key: 'name', attribute: '' }],
    ['an empty binding', { dataSet: '', key: '', attribute: '' }],
  ])('not as %s', (_, elsewhere) => {
    expect(() => unseal(key, elsewhere, sealed)).toThrow(NotSealedHere)
  })
  it('but there', () => {
    expect(unseal(key, { ...binding }, sealed)).toBe('张三')
  })
})

describe('P11 a field opens only under its own key', () => {
  const sealed = seal(key, binding, '张三')

  it('not under any key that differs in one bit', () => {
    for (let bit = 0; bit < 256; bit += 1) {
      const other = Buffer.from(key)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => unseal(other, binding, sealed)).toThrow(NotSealedHere)
    }
  })
  it('not under a wiped, short or long key', () => {
    for (const other of [new Uint8Array(32), key.subarray(0, 16), key.subarray(0, 31), Buffer.concat([key, key])])
      expect(() => unseal(other, binding, sealed)).toThrow(NotSealedHere)
  })
  it('and is not sealed at all under a key of the wrong length', () => {
    for (const length of [0, 16, 31, 33]) expect(() => seal(randomBytes(length), binding, 'x')).toThrow()
  })
  it('says nothing about key or content when it refuses', () => {
    const failure = (() => {
      try {
        return unseal(new Uint8Array(32), binding, sealed)
      } catch (error) {
        return error
      }
    })()
    expect(failure).toBeInstanceOf(NotSealedHere)
    expect(failure instanceof Error && failure.message).toBe('damaged, or sealed elsewhere')
    expect(failure instanceof Error && failure.cause).toBeUndefined()
  })
})
