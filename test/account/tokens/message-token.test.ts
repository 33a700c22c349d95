import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOfToken, newMessageToken } from '../../../functions/account/tokens/message-token.ts'
import { ids } from '../../../shared/runtime/ids.ts'

const SECRETS = 2 ** 43

const hex = (digits: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits }).map((all) => all.join(''))

const uuidV7 = fc
  .tuple(hex(12), hex(3), fc.constantFrom('8', '9', 'a', 'b'), hex(15))
  .map(([time, random, variant, rest]) => `${time}7${random}${variant}${rest}`)

const secret = fc.maxSafeNat().map((number) => number % SECRETS)

describe('a message token', () => {
  it('gives back the account it was made for, whatever the account and the secret', () => {
    fc.assert(
      fc.property(uuidV7, secret, (accountId, drawn) => {
        const token = newMessageToken(accountId, () => drawn)
        expect(token).toMatch(/^[0-9a-z]{32}$/)
        expect(accountOfToken(token)).toBe(accountId)
      }),
    )
  })

  it('differs by account and by secret', () => {
    fc.assert(
      fc.property(uuidV7, uuidV7, secret, secret, (one, other, first, second) => {
        const [a, b] = [newMessageToken(one, () => first), newMessageToken(other, () => second)]
        expect(a === b).toBe(one === other && first === second)
      }),
    )
  })

  it('takes the extremes', () => {
    for (const accountId of [
      `${'0'.repeat(12)}7000${'8'.padEnd(16, '0')}`,
      `${'f'.repeat(12)}7fff${'b'.padEnd(16, 'f')}`,
    ]) {
      for (const drawn of [0, SECRETS - 1]) {
        expect(accountOfToken(newMessageToken(accountId, () => drawn))).toBe(accountId)
      }
    }
  })

  it('is made from real ids and 43 bits of real randomness', () => {
    const accountId = ids.id()
    const asked: number[] = []
    const token = newMessageToken(accountId, (limit) => {
      asked.push(limit)
      return ids.below(limit)
    })
    expect(asked).toEqual([SECRETS])
    expect(accountOfToken(token)).toBe(accountId)
  })
})

describe('a text that is no message token', () => {
  it.each([
    '',
    'z'.repeat(32),
    '0'.repeat(31),
    '0'.repeat(33),
    `${'0'.repeat(31)}A`,
    `${'0'.repeat(31)}-`,
    `${'0'.repeat(31)}\n`,
    '０'.repeat(32),
  ])('%j names no account', (text) => {
    expect(accountOfToken(text)).toBeUndefined()
  })

  it('never breaks the reader, and names an account only if it is exactly that token', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z]{32}$/)), (text) => {
        const accountId = accountOfToken(text)
        expect(accountId === undefined || /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(accountId)).toBe(true)
      }),
    )
  })

  it('cannot be made for an id of another form', () => {
    const right = `${'0'.repeat(12)}7000${'8'.padEnd(16, '0')}`
    for (const wrong of [
      '0'.repeat(32),
      `0${right}`,
      `${right}0`,
      right.replace(/^0/, 'g'),
      right.replace('700', '70g'),
    ])
      expect(() => newMessageToken(wrong, () => 0)).toThrow('UUIDv7')
    expect(() => newMessageToken(right.replace(/0$/, 'g'), () => 0)).toThrow('UUIDv7')
  })
})
