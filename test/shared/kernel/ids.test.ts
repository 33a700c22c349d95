import { describe, expect, it } from 'vitest'
import { isId } from '../../../shared/kernel/ids.ts'
import { ids } from '../../../shared/runtime/ids.ts'

describe('ids', () => {
  it('are 32 hex digits that sort by time and never repeat', () => {
    const made = Array.from({ length: 2000 }, () => ids.id())
    expect(made.every(isId)).toBe(true)
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(2000)
  })
  it.each(['', 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32), `${'a'.repeat(32)}\n`, 'g'.repeat(32)])(
    'are not %j',
    (text) => {
      expect(isId(text)).toBe(false)
    },
  )
})

describe('randomness', () => {
  it('gives secrets of that many bytes in characters that are safe in a URL', () => {
    expect(ids.secret(32)).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(ids.secret(20), 'base64url')).toHaveLength(20)
    expect(ids.secret(32)).not.toBe(ids.secret(32))
  })
  it('gives every number below the limit, and no other', () => {
    const drawn = new Set(Array.from({ length: 400 }, () => ids.below(10)))
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
