import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { NotSealedHere, seal, unseal } from '../../../shared/vault/sealing.ts'

const key = randomBytes(32)
const binding = { dataSet: 'identity', key: 'verification-1', attribute: 'name' }
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Those of the texts that open, or fail in another way than by refusal. */
const opened = (texts: Iterable<string>): string[] =>
  [...texts].filter((text) => {
    try {
      unseal(key, binding, text)
      return true
    } catch (error) {
      return !(error instanceof NotSealedHere)
    }
  })

const bitsFlipped = (raw: Buffer): Buffer[] =>
  Array.from({ length: raw.length * 8 }, (_, bit) => {
    const damaged = Buffer.from(raw)
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return damaged
  })

describe('P11 a damaged field is never opened', () => {
  // Lengths of all three remainders, because base64url leaves unused bits after two of them.
  it.each(['', 'a', 'ab'])('every bit flipped, of the sealed "%s"', (plaintext) => {
    const raw = Buffer.from(seal(key, binding, plaintext).slice(3), 'base64url')
    expect(opened(bitsFlipped(raw).map((damaged) => `v1.${damaged.toString('base64url')}`))).toEqual([])
  })
  it.each(['', 'a', 'ab'])('every character replaced, of the sealed "%s"', (plaintext) => {
    const sealed = seal(key, binding, plaintext)
    const damaged = [...sealed].flatMap((character, at) =>
      [...`${ALPHABET}.=+/ `]
        .filter((other) => other !== character)
        .map((other) => sealed.slice(0, at) + other + sealed.slice(at + 1)),
    )
    expect(opened(damaged)).toEqual([])
  })
  it('cut off anywhere', () => {
    const sealed = seal(key, binding, '张三')
    expect(opened(Array.from(sealed, (_, length) => sealed.slice(0, length)))).toEqual([])
  })
  it('something added at either end', () => {
    const sealed = seal(key, binding, '张三')
    const more = ['A', '=', '==', ' ', '\n', '.', 'AAAA', '\0']
    expect(opened(more.flatMap((one) => [sealed + one, one + sealed]))).toEqual([])
  })
  it('parts of two fields put together', () => {
    const [one, other] = [seal(key, binding, '张三'), seal(key, binding, '李四')]
    expect(opened([19, 40].map((at) => one.slice(0, at) + other.slice(at)))).toEqual([])
  })
  it('a tag shortened to what the cipher would still accept', () => {
    const raw = Buffer.from(seal(key, binding, '').slice(3), 'base64url')
    const cut = [4, 8, 12, 13, 14, 15].map((length) => `v1.${raw.subarray(0, 12 + length).toString('base64url')}`)
    expect(opened(cut)).toEqual([])
  })
  it('another version', () => {
    const sealed = seal(key, binding, '张三')
    expect(opened(['v0', 'v2', 'V1', ''].map((version) => version + sealed.slice(2)))).toEqual([])
  })
  it('and the field itself does open, so that these refusals mean something', () => {
    const sealed = seal(key, binding, '张三')
    expect(opened([sealed])).toEqual([sealed])
  })
})
