import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindIndex, versionOf } from '../../../shared/vault/blind-index.ts'

const mac = { version: 'v1', bytes: randomBytes(32) }

describe('a blind index cannot be confused', () => {
  it.each([
    ['parts joined', ['a', 'bc'], ['ab', 'c']],
    ['parts merged', ['a', 'b'], ['ab']],
    ['an empty part left out', ['a', ''], ['a']],
    ['an empty part moved', ['', 'a'], ['a', '']],
    ['parts swapped', ['a', 'b'], ['b', 'a']],
    ['a part that writes the framing itself', ['a', 'b'], ['a1:b']],
    ['lengths counted in bytes, not characters', ['张', 'a'], ['张a']],
    ['texts that only look alike', ['e\u0301'], ['\u00e9']],
  ])('%s', (_, one, other) => {
    expect(blindIndex(mac, 'person', ...one)).not.toBe(blindIndex(mac, 'person', ...other))
  })
  it('any two different lists of parts', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('1', ':', 'a', '张'), maxLength: 4 }), { minLength: 1 })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const [purpose = '', ...rest] = one
        const [otherPurpose = '', ...otherRest] = other
        const equal = blindIndex(mac, purpose, ...rest) === blindIndex(mac, otherPurpose, ...otherRest)
        expect(equal).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })
  it('between purposes', () => {
    expect(blindIndex(mac, 'person')).not.toBe(blindIndex(mac, 'resubmission'))
    expect(blindIndex(mac, 'a', 'b')).not.toBe(blindIndex(mac, 'b', 'a'))
  })
  it('between keys', () => {
    expect(blindIndex({ ...mac, bytes: randomBytes(32) }, 'person')).not.toBe(blindIndex(mac, 'person'))
  })
})

describe('P11 what is stored of it', () => {
  it('is the same each time, with the version of the key, and nothing of the parts', () => {
    const index = blindIndex(mac, 'resubmission', '张三', '13800000000')
    expect(index).toBe(blindIndex(mac, 'resubmission', '张三', '13800000000'))
    expect(index).toMatch(/^v1\.[\w-]{43}$/)
    const later = blindIndex({ ...mac, version: 'v12' }, 'resubmission', '张三', '13800000000')
    expect(later).toMatch(/^v12\.[\w-]{43}$/)
    expect([versionOf(index), versionOf(later)]).toEqual(['v1', 'v12'])
  })
  it('is not the MAC itself', () => {
    expect(blindIndex(mac, '')).not.toContain(mac.bytes.toString('base64url'))
  })
})
