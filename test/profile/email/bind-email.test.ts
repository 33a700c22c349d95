import { describe, expect, it } from 'vitest'
import { readEmail } from '../../../functions/profile/email/read-email.ts'
import { unbindEmail } from '../../../functions/profile/email/unbind-email.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { claimOf, otherThan, signedInAs } from '../../account/fixture.ts'
import { codeOf, NOON, OTHER_PHONE, valueIn } from '../../kit.ts'
import { askedFor, codeFor, EMAIL, furtherAt, mailWorld, OTHER_EMAIL, type Signed, typed } from './fixture.ts'

const started = async () => {
  const at = mailWorld()
  const user: Signed = await signedInAs(at)
  valueIn(await askedFor(at, user))
  return { at, user }
}

describe('X3 an e-mail address is proven', () => {
  it('by the same request once more, as whoever lost the answer sends it, and no other address by no code', async () => {
    const at = mailWorld()
    const user = await signedInAs(at)
    await askedFor(at, user)
    const code = codeFor(at)
    const first = valueIn(await typed(at, user, { code }))
    expect(valueIn(await typed(at, user, { code }))).toEqual(first)
    expect(codeOf(await typed(at, user, { code, email: OTHER_EMAIL }))).toBe('email_code_wrong')
  })

  it('by its code, once, and is kept masked', async () => {
    const { at, user } = await started()
    const proven = valueIn(await typed(at, user, { email: 'ZHANG@example.com ', code: codeFor(at) }))
    expect(proven).toMatchObject({ masked: 'z***@example.com', provenAt: NOON })
    expect((await furtherAt(at, user)).email).toEqual(proven)
    expect(valueIn(await readEmail(at, claimOf(user.token)))).toEqual(proven)
  })

  it('until the last moment of its ten minutes', async () => {
    const { at, user } = await started()
    at.time.now = NOON + 10 * MINUTE
    expect(codeOf(await typed(at, user))).toBe('ok')
    const later = await started()
    later.at.time.now = NOON + 10 * MINUTE + 1
    expect(codeOf(await typed(later.at, later.user))).toBe('email_code_wrong')
  })

  it('and takes the place of the one before', async () => {
    const { at, user } = await started()
    await typed(at, user)
    await askedFor(at, user, OTHER_EMAIL)
    await typed(at, user, { email: OTHER_EMAIL })
    expect((await furtherAt(at, user)).email?.masked).toBe('l***@example.com')
  })

  it('and is taken off, so that nothing is kept; also where there is none', async () => {
    const { at, user } = await started()
    await typed(at, user)
    for (let times = 0; times < 2; times += 1) expect(codeOf(await unbindEmail(at, claimOf(user.token)))).toBe('ok')
    expect(await furtherAt(at, user)).toEqual({})
    expect(valueIn(await readEmail(at, claimOf(user.token)))).toBeUndefined()
  })
})

describe('X3 an e-mail address is not proven', () => {
  it('by the code for another address, or of another account', async () => {
    const { at, user } = await started()
    expect(await typed(at, user, { email: OTHER_EMAIL, code: codeFor(at) })).toMatchObject({
      refusal: { code: 'email_code_wrong', fields: [{ pointer: '/code', code: 'email_code_wrong' }] },
    })
    const other = await signedInAs(at, OTHER_PHONE)
    expect(codeOf(await typed(at, other, { code: codeFor(at) }))).toBe('email_code_wrong')
    expect(codeOf(await typed(at, user))).toBe('ok')
  })

  it('by the code before the newest', async () => {
    const { at, user } = await started()
    const before = codeFor(at)
    at.time.now += MINUTE
    await askedFor(at, user)
    if (codeFor(at) !== before) expect(codeOf(await typed(at, user, { code: before }))).toBe('email_code_wrong')
    expect(codeOf(await typed(at, user))).toBe('ok')
  })

  it('by guessing: five wrong tries spend the code, whatever comes then', async () => {
    const { at, user } = await started()
    const wrong = otherThan(codeFor(at))
    const answers = []
    for (let tries = 0; tries < 6; tries += 1) answers.push(codeOf(await typed(at, user, { code: wrong })))
    expect(answers).toEqual([...Array(5).fill('email_code_wrong'), 'email_code_spent'])
    expect(codeOf(await typed(at, user))).toBe('email_code_spent')
  })

  it('by many guesses at once: five are compared', async () => {
    const { at, user } = await started()
    const wrong = otherThan(codeFor(at))
    const answers = await Promise.all(Array.from({ length: 50 }, () => typed(at, user, { code: wrong })))
    expect(answers.map(codeOf).filter((code) => code === 'email_code_wrong')).toHaveLength(5)
  })

  it('by whoever only knows the id of the account, who cannot spend its tries either', async () => {
    const { at, user } = await started()
    const guess = { ...user, token: `${user.accountId}.${'x'.repeat(43)}` }
    for (let tries = 0; tries < 6; tries += 1)
      expect(codeOf(await typed(at, guess, { code: codeFor(at) }))).toBe('unauthenticated')
    expect(codeOf(await unbindEmail(at, claimOf(guess.token)))).toBe('unauthenticated')
    expect(codeOf(await readEmail(at, claimOf(guess.token)))).toBe('unauthenticated')
    expect(codeOf(await typed(at, user, { email: EMAIL }))).toBe('ok')
  })
})
