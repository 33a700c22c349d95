import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { answerLastFour } from '../../../functions/account/numbers/answer-last-four.ts'
import { indexLastFour } from '../../../functions/account/numbers/index-last-four.ts'
import { signInRoute } from '../../../functions/account/sign-in.route.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, PHONE, valueIn } from '../../kit.ts'
import { askCode, easy, signedInAs, typeCode, type World, world } from '../fixture.ts'

const ID_NUMBER = '11010118850615203X'

/** An account that was verified when its number was last proven, so many days ago; a code has just been read from it. */
const backAfter = async (days: number, { isVerified = true } = {}) => {
  const at = world(easy)
  const { accountId } = await signedInAs(at)
  if (isVerified) at.lastFours.set(accountId, await indexLastFour(at.vault, accountId, ID_NUMBER))
  at.time.now += days * DAY
  valueIn(await askCode(at))
  return { at, accountId }
}

const accountIn = async (typed: ReturnType<typeof typeCode>): Promise<string> => valueIn(await typed).account.id

const guessing = async (at: World, times: number): Promise<string[]> => {
  const codes: string[] = []
  for (let tries = 0; tries < times; tries += 1) {
    at.time.now += 30 * MINUTE
    valueIn(await askCode(at))
    codes.push(codeOf(await typeCode(at, { idLastFour: `000${tries}` })))
  }
  return codes
}

describe('a number that comes back', () => {
  it('within ninety days opens its account', async () => {
    const { at, accountId } = await backAfter(89)
    expect(await accountIn(typeCode(at))).toBe(accountId)
  })

  it('counts from when it was last proven', async () => {
    const { at, accountId } = await backAfter(89)
    valueIn(await typeCode(at))
    at.time.now += 89 * DAY
    valueIn(await askCode(at))
    expect(await accountIn(typeCode(at))).toBe(accountId)
  })

  it('after ninety days opens a verified account only with the last four of the ID number, by the same code', async () => {
    const { at, accountId } = await backAfter(90)
    const refused = await typeCode(at)
    expect(refused).toMatchObject({
      refusal: { code: 'id_last_four_required', fields: [{ pointer: '/idLastFour', code: 'id_last_four_required' }] },
    })
    expect(codeOf(await typeCode(at, { idLastFour: '2031' }))).toBe('id_last_four_wrong')
    expect(await accountIn(typeCode(at, { idLastFour: '203X' }))).toBe(accountId)
    at.time.now += MINUTE
    valueIn(await askCode(at))
    expect(await accountIn(typeCode(at))).toBe(accountId)
  })

  it('counts no right answer as a guess, however many are asked for, and no wrong one less for it', async () => {
    const { at, accountId } = await backAfter(90)
    expect(await guessing(at, 4)).toEqual(Array(4).fill('id_last_four_wrong'))
    const of = { accountId, expected: at.lastFours.get(accountId), triedBy: accountId }
    for (let times = 0; times < 9; times += 1) expect((await answerLastFour(at, of, '203X')).ok).toBe(true)
    expect(codeOf(await answerLastFour(at, of, '0009'))).toBe('id_last_four_wrong')
    expect(codeOf(await answerLastFour(at, of, '203X'))).toBe('id_last_four_too_often')
  })

  it('after ninety days opens an account that is not verified', async () => {
    const { at, accountId } = await backAfter(200, { isVerified: false })
    expect(await accountIn(typeCode(at))).toBe(accountId)
  })

  it('may start over with an account of its own, and the one before has no number any more', async () => {
    const { at, accountId } = await backAfter(90)
    const fresh = await accountIn(typeCode(at, { startsOver: true }))
    expect(fresh).not.toBe(accountId)
    expect(await at.table.get(accountKeys.profile(fresh))).toMatchObject({ maskedPhone: '138****8000' })
    expect(await at.table.get(accountKeys.profile(accountId))).toEqual({
      ...accountKeys.profile(accountId),
      createdAt: NOON,
    })
    at.time.now += MINUTE
    valueIn(await askCode(at))
    expect(await accountIn(typeCode(at))).toBe(fresh)
  })

  it('starts nothing over where nothing else was asked for', async () => {
    const { at, accountId } = await backAfter(1)
    expect(await accountIn(typeCode(at, { startsOver: true }))).toBe(accountId)
  })

  it('takes the four as people type them', () => {
    const body = { phone: PHONE, smsCodeId: '0'.repeat(32), code: '123456', idLastFour: ' ２０３ｘ' }
    expect(signInRoute.body.safeParse(body)).toMatchObject({ data: { idLastFour: '203X', startOver: false } })
  })
})

describe('a number that comes back, attacked', () => {
  it('gets five guesses in thirty days, and then the right one is refused as well', async () => {
    const { at } = await backAfter(100)
    expect(await guessing(at, 6)).toEqual([...Array<string>(5).fill('id_last_four_wrong'), 'id_last_four_too_often'])
    at.time.now += MINUTE
    valueIn(await askCode(at))
    expect(await typeCode(at, { idLastFour: '203X' })).toMatchObject({
      refusal: {
        code: 'id_last_four_too_often',
        fields: [{ pointer: '/idLastFour', code: 'id_last_four_too_often' }],
        retryAt: expect.any(Number),
      },
    })
  })

  it('learns nothing of an account without the code', async () => {
    const { at } = await backAfter(90)
    expect(codeOf(await typeCode(at, { code: '000000', idLastFour: '203X' }))).toBe('sms_code_wrong')
    expect(codeOf(await typeCode(at, { code: '000000', startsOver: true }))).toBe('sms_code_wrong')
  })

  it('twice at once opens one account', async () => {
    const { at } = await backAfter(90)
    const outcomes = await Promise.all([1, 2, 3].map(() => typeCode(at, { startsOver: true })))
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(at.table.items().filter(({ sk }) => sk === 'PROFILE')).toHaveLength(2)
  })

  it('finds the four in no item', async () => {
    const { at, accountId } = await backAfter(90)
    await typeCode(at, { idLastFour: '203X' })
    expect(JSON.stringify(at.table.items())).not.toContain('203X')
    expect(await indexLastFour(at.vault, accountId, ID_NUMBER)).not.toBe(await indexLastFour(at.vault, 'b', ID_NUMBER))
  })
})
