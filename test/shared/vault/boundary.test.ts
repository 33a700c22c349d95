import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '../../../shared/vault/sealing.ts'

const key = randomBytes(32)
const binding = { dataSet: 'identity', key: 'verification-1', attribute: 'name' }
const there = (plaintext: string) => unseal(key, binding, seal(key, binding, plaintext))

describe('every text comes back exactly', () => {
  it.each([
    ['nothing', ''],
    ['a NUL', '\0'],
    ['a minority name', '阿卜杜拉·艾力·买买提'],
    ['characters outside the first plane', '𠮷𣜿𬎆🀄'],
    ['combining and joined characters', 'e\u0301 👩‍👩‍👧‍👦'],
    ['both directions of writing', 'abc \u202e אבג'],
    ['what looks sealed', 'v1.AAAA'],
    ['sixteen bytes', '0123456789abcdef'],
    ['a megabyte', '实'.repeat(350_000)],
  ])('%s', (_, plaintext) => {
    expect(there(plaintext)).toBe(plaintext)
  })
  it('any text and any binding', () => {
    const character = fc.integer({ max: 0x10ffff, min: 0 }).filter((code) => code < 0xd800 || code > 0xdfff)
    const text = fc.array(character, { maxLength: 20 }).map((codes) => String.fromCodePoint(...codes))
    const anywhere = fc.record({ dataSet: text, key: text, attribute: text })
    fc.assert(
      fc.property(anywhere, text, (where, plaintext) => {
        expect(unseal(key, where, seal(key, where, plaintext))).toBe(plaintext)
      }),
    )
  })
})

describe('P11 what is stored', () => {
  it('differs each time, so that equal fields cannot be told', () => {
    const sealed = Array.from({ length: 2000 }, () => seal(key, binding, '张三'))
    expect(new Set(sealed).size).toBe(2000)
    expect(new Set(sealed.map((one) => one.slice(0, 3 + 16))).size).toBe(2000)
  })
  it('holds no part of the plaintext and only characters that are safe anywhere', () => {
    const sealed = seal(key, binding, '110101189001011234')
    expect(sealed).toMatch(/^v1\.[\w-]+$/)
    expect(Buffer.from(sealed.slice(3), 'base64url').includes('110101')).toBe(false)
  })
  it('is as long as the text, an IV of 12 bytes and a tag of 16', () => {
    for (const plaintext of ['', 'a', '张三']) {
      const raw = Buffer.from(seal(key, binding, plaintext).slice(3), 'base64url')
      expect(raw.length).toBe(12 + 16 + Buffer.byteLength(plaintext))
    }
  })
})
