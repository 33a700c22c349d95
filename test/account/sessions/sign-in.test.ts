import { describe, expect, it } from 'vitest'
import { indexPhone } from '../../../functions/account/codes/index-phone.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf, NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import { askCode, lastCode, otherThan, signedInAs, typeCode, type World, world } from '../fixture.ts'

const refusedCode = (code: string) => ({ ok: false, refusal: { code, fields: [{ pointer: '/code', code }] } })

describe('signing in', () => {
  it('creates the account at the first time and finds it ever after', async () => {
    const at = world()
    const first = await signedInAs(at)
    expect(isId(first.accountId)).toBe(true)
    expect(await at.table.get(accountKeys.profile(first.accountId))).toMatchObject({
      createdAt: NOON,
      maskedPhone: '138****8000',
      phoneIndex: await indexPhone(at.vault, PHONE),
    })
    at.time.now += MINUTE
    const second = await signedInAs(at)
    expect(second.accountId).toBe(first.accountId)
    expect(second.token).not.toBe(first.token)
    expect((await signedInAs(at, OTHER_PHONE)).accountId).not.toBe(first.accountId)
  })

  it('gives a token that is good for thirty days, beside those of other devices', async () => {
    const at = world()
    const first = await signedInAs(at)
    at.time.now += MINUTE
    const second = await signedInAs(at)
    for (const { token } of [first, second]) expect(codeOf(await authenticate(at, token))).toBe('ok')
    at.time.now = NOON + at.settings.sessions.lifeMs
    expect(codeOf(await authenticate(at, first.token))).toBe('unauthenticated')
    expect(codeOf(await authenticate(at, second.token))).toBe('ok')
  })

  it('takes the number however it is typed', async () => {
    const at = world()
    await askCode(at)
    const mine = { code: lastCode(at), smsCodeId: at.codeIds.get(PHONE) }
    expect(codeOf(await typeCode(at, { ...mine, phone: '+86 138 0013 8000' }))).toBe('ok')
  })

  it('works with the fifth try, and to the last moment of the five minutes', async () => {
    const at = world()
    await askCode(at)
    for (let tries = 0; tries < 4; tries += 1) await typeCode(at, { code: otherThan(lastCode(at)) })
    at.time.now += 5 * MINUTE
    expect(codeOf(await typeCode(at))).toBe('ok')
  })

  it('takes a code from before the key was changed', async () => {
    const at = world()
    await askCode(at)
    at.keyRing = async () => ringOf(['k2', 'k1'])
    expect(codeOf(await typeCode(at))).toBe('ok')
  })

  it('is open to a banned account, so that it sees its refunds', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    await at.table.commit([update(accountKeys.profile(accountId), { set: { bannedAt: NOON } })])
    at.time.now += MINUTE
    expect((await signedInAs(at)).accountId).toBe(accountId)
  })

  it('costs three database calls and one KMS call, for a new account and for an old one', async () => {
    const at = world()
    for (let round = 0; round < 2; round += 1) {
      await askCode(at)
      const before = [at.table.calls(), at.vault.calls()] as const
      valueIn(await typeCode(at))
      expect([at.table.calls() - before[0], at.vault.calls() - before[1]]).toEqual([3, 1])
      at.time.now += MINUTE
    }
  })
})

describe('signing in, refused', () => {
  it('with a number that is none', async () => {
    const at = world()
    expect(codeOf(await typeCode(at, { phone: '12345', code: '000000' }))).toBe('invalid_phone')
    expect(at.vault.calls()).toBe(0)
  })

  it('without a code having been sent', async () => {
    expect(await typeCode(world(), { code: '000000' })).toEqual(refusedCode('sms_code_wrong'))
  })

  it('with a wrong code, and then with the right one once all five tries are spent', async () => {
    const at = world()
    await askCode(at)
    const code = lastCode(at)
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await typeCode(at, { code: otherThan(code) })).toEqual(refusedCode('sms_code_wrong'))
    }
    expect(await typeCode(at, { code })).toEqual(refusedCode('sms_code_spent'))
  })

  it('after five minutes', async () => {
    const at = world()
    await askCode(at)
    at.time.now += 5 * MINUTE + 1
    expect(await typeCode(at)).toEqual(refusedCode('sms_code_wrong'))
  })

  it('with a code whose version of the key is gone, which rings; a new code works', async () => {
    const at = world()
    const rung: [string, object][] = []
    await askCode(at)
    at.keyRing = async () => ringOf(['k2'], { alarm: (event, fields) => void rung.push([event, fields]) })
    expect(await typeCode(at)).toEqual(refusedCode('sms_code_wrong'))
    expect(rung).toEqual([['key_version_gone', { version: 'k1', purpose: 'sms_code' }]])
    at.time.now += MINUTE
    await askCode(at)
    expect(codeOf(await typeCode(at))).toBe('ok')
  })

  it('with a code that was used, or sent to another number', async () => {
    const at = world()
    await askCode(at)
    await askCode(at, { phone: OTHER_PHONE })
    expect(codeOf(await typeCode(at, { phone: OTHER_PHONE, code: lastCode(at) }))).toBe('sms_code_wrong')
    expect(codeOf(await typeCode(at))).toBe('ok')
    expect(await typeCode(at)).toEqual(refusedCode('sms_code_wrong'))
  })
})

/** The table, with something happening right before the n-th commit. */
const disturbed = (table: World['table'], nth: number, disturb: () => Promise<unknown>): World['table'] => {
  let commits = 0
  return {
    ...table,
    async commit(writes) {
      commits += 1
      if (commits === nth) await disturb()
      return table.commit(writes)
    },
  }
}

describe('signing in, attacked', () => {
  it('many times at once with one code opens one account and one session', async () => {
    const at = world()
    await askCode(at)
    const code = lastCode(at)
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => typeCode(at, { code })))
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    const kinds = at.table.items().map(({ sk }) => sk.split('#')[0])
    for (const one of ['PROFILE', 'SESSION', 'PHONE']) expect(kinds.filter((kind) => kind === one)).toHaveLength(1)
  })

  it('gets five guesses however many are made at once', async () => {
    const at = world()
    await askCode(at)
    const guesses = Array.from({ length: 50 }, (_one, add) => String((Number(lastCode(at)) + 1 + add) % 1_000_000))
    const outcomes = await Promise.all(guesses.map((guess) => typeCode(at, { code: guess.padStart(6, '0') })))
    expect(outcomes.filter((one) => codeOf(one) === 'sms_code_wrong')).toHaveLength(5)
    expect(outcomes.filter((one) => codeOf(one) === 'sms_code_spent')).toHaveLength(45)
  })

  it('joins the account that a rival opened for the number in between', async () => {
    const at = world()
    await askCode(at)
    const rival = at.ids.id()
    const key = accountKeys.phone(await indexPhone(at.vault, PHONE))
    const table = disturbed(at.table, 1, () => at.table.commit([update(key, { set: { accountId: rival } })]))
    const { account } = valueIn(await typeCode({ ...at, table }))
    expect(account.id).toBe(rival)
    expect(at.table.items().filter(({ sk }) => sk === 'PROFILE')).toHaveLength(0)
  })

  it('is not in the way of somebody else who asks for a code of the same number', async () => {
    const at = world()
    await askCode(at)
    const mine = { code: lastCode(at), smsCodeId: at.codeIds.get(PHONE) ?? '' }
    at.time.now += MINUTE
    const table = disturbed(at.table, 1, () => askCode(at, { sourceIp: '192.0.2.2' }))
    expect(codeOf(await typeCode({ ...at, table }, mine))).toBe('ok')
    expect(codeOf(await typeCode(at))).toBe('ok')
  })

  it('leaves nothing of a code that a thief of the table could try all codes on', async () => {
    const keptUnder = async (other: string) => {
      const at = world()
      at.keyRing = async () => ringOf(['k1'], { other })
      await askCode(at)
      const kept = at.table.items().find(({ sk }) => sk === 'CHALLENGE')
      return { codeHash: kept?.codeHash, codeSalt: kept?.codeSalt, code: lastCode(at) }
    }
    // Code, salt and number are the same: all that differs is a key that is not in the table.
    const [one, other] = [await keptUnder('one'), await keptUnder('other')]
    expect([one.code, one.codeSalt]).toEqual([other.code, other.codeSalt])
    expect(one.codeHash).toMatch(/^k1\.[\w-]{43}$/)
    expect(one.codeHash).not.toBe(other.codeHash)
  })

  it('leaves no token, code or number in the table', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    const dump = JSON.stringify(at.table.items())
    for (const plain of [token, token.split('.')[1] ?? token, PHONE, `"${lastCode(at)}"`])
      expect(dump).not.toContain(plain)
  })
})
