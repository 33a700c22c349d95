import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  isOutdated,
  isPassword,
  keepPassword,
  PASSWORD_COST,
  passwordFault,
} from '../../../functions/operators/access/password.ts'

const GOOD = 'correct horse battery'

describe('a password', () => {
  it('is kept as scrypt makes it of a salt of its own, with the parameters beside it', async () => {
    const kept = await keepPassword(GOOD, PASSWORD_COST)
    expect(kept).toMatchObject({ n: 2 ** 15, r: 8, p: 3 })
    const salt = Buffer.from(kept.salt, 'base64url')
    const made = scryptSync(GOOD, salt, 32, { N: kept.n, r: kept.r, p: kept.p, maxmem: 2 ** 27 })
    expect(kept.hash).toBe(made.toString('base64url'))
    expect(salt).toHaveLength(16)
    expect(JSON.stringify(kept)).not.toContain(GOOD)
    expect(isOutdated(kept, PASSWORD_COST)).toBe(false)
  })

  it('is itself and no other, under whatever parameters it was kept', async () => {
    const cost = { n: 16, r: 1, p: 1 }
    const salt = Buffer.alloc(16, 7)
    const hash = scryptSync(GOOD, salt, 32, { N: 16, r: 1, p: 1 }).toString('base64url')
    const kept = { ...cost, salt: salt.toString('base64url'), hash }
    expect(isOutdated(kept, PASSWORD_COST)).toBe(true)
    expect(await isPassword(GOOD, kept, PASSWORD_COST)).toBe(true)
    for (const wrong of ['', `${GOOD} `, GOOD.toUpperCase(), GOOD.slice(1)])
      expect(await isPassword(wrong, kept, PASSWORD_COST)).toBe(false)
    expect(await isPassword(GOOD, { ...kept, hash: '' }, PASSWORD_COST)).toBe(false)
  })

  it('is nobody’s where none is kept, not even an empty one', async () => {
    expect(await isPassword('', undefined, PASSWORD_COST)).toBe(false)
  })

  it('is the same however its characters were typed', async () => {
    const [composed, taken] = ['pässwörter für uns', 'pässwörter für uns'.normalize('NFD')]
    const salt = Buffer.alloc(16)
    const hash = scryptSync(composed, salt, 32, { N: 16, r: 1, p: 1 }).toString('base64url')
    expect(await isPassword(taken, { n: 16, r: 1, p: 1, salt: salt.toString('base64url'), hash }, PASSWORD_COST)).toBe(
      true,
    )
  })
})

describe('a password that may be chosen', () => {
  it.each([
    GOOD,
    '晚来天欲雪，能饮一杯无乎',
    'x7!Kp2@Lm9#Q',
    'a1b2c3d4e5f6',
    `${GOOD}${'x'.repeat(107)}`,
    '😀😃😄😁😆😅🤣😂🙂🙃😉😊',
  ])('%s', (password) => {
    expect(passwordFault(password, 'lin')).toBeUndefined()
  })

  it.each([
    ['', 'password_length'],
    ['x7!Kp2@Lm9#', 'password_length'],
    ['😀😃😄😁😆😅🤣😂🙂🙃😉', 'password_length'],
    [`${GOOD}${'x7!Kp2'.repeat(18)}`, 'password_length'],
    ['my LIN password', 'password_has_name'],
    ['berlin is big now', 'password_has_name'],
    ['aaaaaaaaaaaa', 'password_trivial'],
    ['abcabcabcabc', 'password_trivial'],
    ['密码密码密码密码密码密码', 'password_trivial'],
    ['abcdabcdabcdab', 'password_trivial'],
    ['abcdefghijklm', 'password_trivial'],
    ['123456789012', 'password_trivial'],
    ['210987654321', 'password_trivial'],
    ['aabbccddaabb', 'password_trivial'],
  ])('is not %s: %s', (password, fault) => {
    expect(passwordFault(password, 'lin')).toBe(fault)
  })
})
