import { describe, expect, it } from 'vitest'
import { sessionOf } from '../../../functions/account/sessions/session-store.ts'
import { signIn } from '../../../functions/account/sessions/sign-in.ts'
import { signOut } from '../../../functions/account/sessions/sign-out.ts'
import { type Settings, settingsOf } from '../../../functions/settings.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import { askCode, claimOf, lastCode, otherThan, signedInAs, world } from '../fixture.ts'

const limits = (sms: Partial<Settings['sms']>) => ({ sms: { ...settingsOf('sandbox', undefined).sms, ...sms } })

describe('P3 a code by text message', () => {
  it('is six digits, says how long it is good for, and tells when the next may be asked for', async () => {
    const at = world()
    expect(valueIn(await askCode(at))).toEqual({ retryAt: NOON + MINUTE })
    expect(at.texts).toEqual([{ phone: PHONE, code: expect.stringMatching(/^\d{6}$/), minutes: 5 }])
  })

  it('takes a number however it is typed', async () => {
    const at = world()
    valueIn(await askCode(at, { phone: '+86 138-0013-8000' }))
    expect(at.texts[0]?.phone).toBe(PHONE)
    expect(codeOf(await askCode(at, { phone: '１３８００１３８０００' }))).toBe('sms_too_often')
  })

  it('replaces the one before and gives back all tries', async () => {
    const at = world()
    await askCode(at)
    const old = lastCode(at)
    for (let tries = 0; tries < 5; tries += 1) await signIn(at, { phone: PHONE, code: otherThan(old) })
    expect(codeOf(await signIn(at, { phone: PHONE, code: old }))).toBe('sms_code_spent')
    at.time.now += MINUTE
    await askCode(at)
    expect(lastCode(at)).not.toBe(old)
    expect(codeOf(await signIn(at, { phone: PHONE, code: old }))).toBe('sms_code_wrong')
    expect(codeOf(await signIn(at, { phone: PHONE, code: lastCode(at) }))).toBe('ok')
  })

  it('that proves a number stays with the session that asked for it', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, token }))).toBe('ok')
    const session = sessionOf(token)?.session ?? { pk: '', sk: '' }
    expect(await at.table.get(session)).toMatchObject({ codeTries: 0, codeUntil: NOON + 5 * MINUTE })
    const code = lastCode(at, OTHER_PHONE)
    expect(codeOf(await signIn(at, { phone: OTHER_PHONE, code }))).toBe('sms_code_wrong')
  })

  it('costs three database calls and one KMS call, for either purpose', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    for (const asked of [{ phone: OTHER_PHONE }, { phone: OTHER_PHONE, token }]) {
      const before = [at.table.calls(), at.vault.calls()] as const
      valueIn(await askCode(at, asked))
      expect([at.table.calls() - before[0], at.vault.calls() - before[1]]).toEqual([3, 1])
    }
  })
})

describe('P3 a code by text message, refused', () => {
  it.each(['', '1380013800', '23800138000', '+1 202 555 0100', '138001380001', 'abc'])(
    'for the number %j',
    async (phone) => {
      const at = world()
      expect(await askCode(at, { phone })).toEqual({
        ok: false,
        refusal: { code: 'invalid_phone', fields: [{ pointer: '/phone', code: 'invalid_phone' }] },
      })
      expect(at.table.calls()).toBe(0)
    },
  )

  it('within a minute of the last one of the same purpose, until exactly then', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    at.time.now += 20 * SECOND
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: NOON + MINUTE } })
    expect(codeOf(await askCode(at, { token }))).toBe('ok')
    at.time.now = NOON + MINUTE - 1
    expect(codeOf(await askCode(at))).toBe('sms_too_often')
    at.time.now = NOON + MINUTE
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('after five in an hour, both purposes counted together, until exactly the next hour', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    for (const inSession of [token, undefined, token, undefined]) {
      at.time.now += MINUTE
      valueIn(await askCode(at, { token: inSession }))
    }
    at.time.now += MINUTE
    const nextHour = NOON + 30 * MINUTE
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: nextHour } })
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE }))).toBe('ok')
    at.time.now = nextHour - 1
    expect(codeOf(await askCode(at))).toBe('sms_too_often')
    at.time.now = nextHour
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('after ten on a day in Beijing, until exactly midnight there', async () => {
    const at = world()
    for (let sent = 0; sent < 10; sent += 1) {
      valueIn(await askCode(at))
      at.time.now += 20 * MINUTE
    }
    const midnight = Date.parse('2026-11-21T00:00:00+08:00')
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: midnight } })
    at.time.now = midnight
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('names the latest of several limits that refuse at once', async () => {
    const at = world(limits({ perHour: 1 }))
    valueIn(await askCode(at))
    expect(await askCode(at)).toMatchObject({ refusal: { retryAt: NOON + 30 * MINUTE } })
  })

  it('to one source address after its limit, without touching the number', async () => {
    const at = world(limits({ perAddressHour: 2 }))
    await askCode(at)
    await askCode(at, { phone: OTHER_PHONE })
    const third = { phone: '18600000000' }
    expect(await askCode(at, third)).toMatchObject({ refusal: { code: 'sms_too_often', retryAt: NOON + 30 * MINUTE } })
    expect(at.vault.calls()).toBe(2)
    expect(codeOf(await askCode(at, { ...third, sourceIp: '192.0.2.2' }))).toBe('ok')
  })

  it('to everybody once the day has cost enough', async () => {
    const at = world(limits({ codesPerDay: 1 }))
    valueIn(await askCode(at))
    const refused = await askCode(at, { phone: OTHER_PHONE })
    const midnight = Date.parse('2026-11-21T00:00:00+08:00')
    expect(refused).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: midnight } })
    expect(at.texts).toHaveLength(1)
    at.time.now += DAY
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE }))).toBe('ok')
  })

  it('for good where a limit is zero', async () => {
    const at = world(limits({ codesPerDay: 0 }))
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: undefined } })
    expect(at.texts).toHaveLength(0)
  })

  it('when the vendor cannot be reached, and may be tried again after the spacing', async () => {
    const at = world()
    at.vendor.answer = { kind: 'unavailable', code: 'timeout' }
    const unavailable = { ok: false, refusal: { code: 'sms_unavailable', retryAt: NOON + MINUTE } }
    expect(await askCode(at)).toEqual(unavailable)
    at.vendor.answer = { kind: 'sent' }
    at.time.now += MINUTE
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('when the vendor refuses us, which rings at once, and says neither number nor code', async () => {
    const at = world()
    const code = 'UnauthorizedOperation.SerivceSuspendDueToArrears'
    at.vendor.answer = { kind: 'unavailable', code, needsRepair: true }
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_unavailable', retryAt: NOON + MINUTE } })
    expect(at.alarms).toEqual([{ event: 'sms_vendor_needs_repair', fields: { vendor: 'tencent_cloud', code } }])
  })

  it.each([
    { kind: 'sent' },
    { kind: 'unavailable', code: 'timeout' },
    { kind: 'rejected', code: 'FailedOperation.PhoneNumberInBlacklist' },
  ] as const)('without an alarm when it does not: %j', async (answer) => {
    const at = world()
    at.vendor.answer = answer
    await askCode(at)
    expect([at.texts.length, at.alarms]).toEqual([1, []])
  })

  it('when the vendor will not send to the number', async () => {
    const at = world()
    at.vendor.answer = { kind: 'rejected', code: 'FailedOperation.PhoneNumberInBlacklist' }
    expect(await askCode(at)).toMatchObject({
      refusal: { code: 'sms_rejected', fields: [{ pointer: '/phone', code: 'sms_rejected' }] },
    })
  })
})

describe('P3 a code by text message, attacked', () => {
  it('proves no number for the token of a session there never was', async () => {
    const at = world()
    const token = `${'0'.repeat(32)}.unknown`
    expect(codeOf(await askCode(at, { token }))).toBe('unauthenticated')
    expect(at.texts).toHaveLength(0)
  })

  it('proves no number for a session that has ended or expired, and counts nothing against the number', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    const ended = await signedInAs(at, OTHER_PHONE)
    await signOut(at, claimOf(ended.token))
    const phone = '18600000000'
    expect(codeOf(await askCode(at, { phone, token: ended.token }))).toBe('unauthenticated')
    at.time.now += at.settings.sessions.lifeMs - 1
    expect(codeOf(await askCode(at, { phone, token }))).toBe('ok')
    at.time.now += 1
    expect(codeOf(await askCode(at, { phone: PHONE, token }))).toBe('unauthenticated')
    expect(codeOf(await askCode(at, { phone: PHONE }))).toBe('ok')
  })

  it('sends one text for many requests at once', async () => {
    const at = world()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => askCode(at)))
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(at.texts).toHaveLength(1)
  })

  it('is counted before it is sent, so a crash while sending costs a count and never a free text', async () => {
    const at = world()
    at.vendor.onSend = () => {
      throw new Error('crash')
    }
    await expect(askCode(at)).rejects.toThrow('crash')
    at.vendor.onSend = () => undefined
    expect(codeOf(await askCode(at))).toBe('sms_too_often')
    expect(at.texts).toHaveLength(0)
  })

  it('is not found in the table, nor is the number', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    await askCode(at, { phone: OTHER_PHONE, token })
    const dump = JSON.stringify(at.table.items())
    for (const plain of [PHONE, OTHER_PHONE, ...at.texts.map(({ code }) => `"${code}"`)])
      expect(dump).not.toContain(plain)
  })

  it('leaves only items that clean themselves up', async () => {
    const at = world()
    await askCode(at)
    const kept = at.table.items()
    expect(kept).toHaveLength(6)
    for (const item of kept) {
      expect(item.ttl).toBeGreaterThan(NOON / SECOND)
      expect(item.ttl).toBeLessThanOrEqual((NOON + DAY) / SECOND)
    }
  })

  it('counts an IPv6 subscriber once, whatever address of the /64 is used', async () => {
    const at = world(limits({ perAddressHour: 1 }))
    valueIn(await askCode(at, { sourceIp: '2001:db8:1:2::1' }))
    const neighbour = { phone: OTHER_PHONE, sourceIp: '2001:db8:1:2:aaaa::1' }
    expect(codeOf(await askCode(at, neighbour))).toBe('sms_too_often')
    expect(codeOf(await askCode(at, { ...neighbour, sourceIp: '2001:db8:1:3::1' }))).toBe('ok')
    at.time.now += HOUR
    expect(codeOf(await askCode(at, { ...neighbour, phone: '18600000000' }))).toBe('ok')
  })
})
