import { describe, expect, it } from 'vitest'
import { isAnswered } from '../../../functions/account/codes/challenge-store.ts'
import { notTakenBecause, type SmsResult } from '../../../functions/account/codes/sms-sender.ts'
import { signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { sessionOf } from '../../../functions/account/sessions/session-store.ts'
import { type Settings, settingsOf } from '../../../functions/settings.ts'
import { DAY, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import {
  askCode,
  claimOf,
  easy,
  lastCode,
  otherThan,
  signedInAs,
  solved,
  typeCode,
  unsolved,
  world,
} from '../fixture.ts'

const defaults = settingsOf('sandbox', undefined)
const limits = (sms: Partial<Settings['sms']>) => ({ sms: { ...defaults.sms, ...sms } })

describe('P3 a code by text message', () => {
  it('is six digits, says how long it is good for, and tells when the next may be asked for', async () => {
    const at = world()
    expect(valueIn(await askCode(at))).toEqual({
      status: 'sent',
      retryAt: NOON + MINUTE,
      smsCodeId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    expect(at.texts).toMatchObject([
      { vendor: 'tencent_cloud', phone: PHONE, code: expect.stringMatching(/^\d{6}$/), minutes: 5 },
    ])
  })

  it('takes a number however it is typed', async () => {
    const at = world()
    valueIn(await askCode(at, { phone: '+86 138-0013-8000' }))
    expect(at.texts[0]?.phone).toBe(PHONE)
    expect(codeOf(await askCode(at, { phone: '１３８００１３８０００' }))).toBe('sms_too_often')
  })

  it('in a session replaces the one before', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    for (let sent = 0; sent < 2; sent += 1) {
      valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
      at.time.now += MINUTE
    }
    const session = await at.table.get(claimOf(token).session)
    const [first = '', second = ''] = at.texts.filter(({ phone }) => phone === OTHER_PHONE).map(({ code }) => code)
    const ring = await at.keyRing()
    expect(session && [first, second].map((code) => isAnswered(ring, session, OTHER_PHONE, code))).toEqual([
      false,
      true,
    ])
  })

  it('that proves a number stays with the session that asked for it', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, token }))).toBe('ok')
    const session = sessionOf(token)?.session ?? { pk: '', sk: '' }
    expect(await at.table.get(session)).toMatchObject({ codeTries: 0, codeUntil: NOON + 5 * MINUTE })
    const code = lastCode(at, OTHER_PHONE)
    expect(codeOf(await typeCode(at, { phone: OTHER_PHONE, code }))).toBe('sms_code_wrong')
  })

  it.each([
    ['to sign in', false, 5],
    ['in a session', true, 4],
  ])('%s costs no more calls than it says', async (_what, inSession, calls) => {
    const at = world()
    const { token } = await signedInAs(at)
    const before = [at.table.calls(), at.vault.calls()] as const
    valueIn(await askCode(at, { phone: OTHER_PHONE, ...(inSession && { token }) }))
    expect([at.table.calls() - before[0], at.vault.calls() - before[1]]).toEqual([calls, 1])
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

  it('after five in an hour, until exactly the next hour', async () => {
    const at = world(easy)
    for (let sent = 0; sent < 5; sent += 1) {
      valueIn(await askCode(at))
      at.time.now += MINUTE
    }
    const nextHour = NOON + 30 * MINUTE
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: nextHour } })
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE }))).toBe('ok')
    at.time.now = nextHour - 1
    expect(codeOf(await askCode(at))).toBe('sms_too_often')
    at.time.now = nextHour
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('after ten on a day in Beijing, until exactly midnight there', async () => {
    const at = world(easy)
    for (let sent = 0; sent < 10; sent += 1) {
      valueIn(await askCode(at))
      at.time.now += 20 * MINUTE
    }
    const midnight = Date.parse('2026-11-21T00:00:00+08:00')
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_too_often', retryAt: midnight } })
    at.time.now = midnight
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('in a session within a minute for the same number, and not for the one that was meant', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    valueIn(await askCode(at, { phone: '18600000000', token }))
    expect(await askCode(at, { phone: '18600000000', token })).toMatchObject({ refusal: { retryAt: NOON + MINUTE } })
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, token }))).toBe('ok')
  })

  it('in the sessions of an account, after five in an hour for whatever numbers', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    for (let sent = 0; sent < 5; sent += 1) {
      valueIn(await askCode(at, { phone: `1860000000${sent}`, token }))
      at.time.now += MINUTE
    }
    expect(await askCode(at, { token })).toMatchObject({
      refusal: { code: 'sms_too_often', retryAt: NOON + 30 * MINUTE },
    })
  })

  it('names the latest of several limits that refuse at once', async () => {
    const at = world(limits({ perHour: 1 }))
    valueIn(await askCode(at))
    expect(await askCode(at)).toMatchObject({ refusal: { retryAt: NOON + 30 * MINUTE } })
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
    at.vendor.answer = { kind: 'not_taken', because: 'not_sent', code: 'ECONNREFUSED' }
    const unavailable = { ok: false, refusal: { code: 'sms_unavailable', retryAt: NOON + MINUTE } }
    expect(await askCode(at)).toEqual(unavailable)
    at.vendor.answer = { kind: 'sent' }
    at.time.now += MINUTE
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('when the vendor refuses us, which rings at once, and says neither number nor code', async () => {
    const at = world()
    const code = 'UnauthorizedOperation.SerivceSuspendDueToArrears'
    at.vendor.answer = { kind: 'not_taken', because: 'needs_repair', code }
    expect(await askCode(at)).toEqual({ ok: false, refusal: { code: 'sms_unavailable', retryAt: NOON + MINUTE } })
    expect(at.alarms).toEqual([{ event: 'sms_vendor_needs_repair', fields: { vendor: 'tencent_cloud', code } }])
  })

  it.each<SmsResult>([
    { kind: 'sent' },
    { kind: 'in_doubt', code: 'timeout' },
    ...notTakenBecause
      .filter((because) => because !== 'needs_repair')
      .map((because): SmsResult => ({ kind: 'not_taken', because, code: 'c' })),
  ])('without an alarm when it does not: %j', async (answer) => {
    const at = world()
    at.vendor.answer = answer
    await askCode(at)
    expect([at.texts.length, at.alarms]).toEqual([1, []])
  })

  it.each(['bad_number', 'number_limited', 'blocked'] as const)(
    'when the vendor will not send to the number: %s',
    async (because) => {
      const at = world()
      at.vendor.answer = { kind: 'not_taken', because, code: 'c' }
      expect(await askCode(at)).toMatchObject({
        refusal: { code: 'sms_rejected', fields: [{ pointer: '/phone', code: 'sms_rejected' }] },
      })
    },
  )

  it('not where it is in doubt whether the text goes: the code is good, and what is known is said', async () => {
    const at = world()
    at.vendor.answer = { kind: 'in_doubt', code: 'timeout' }
    expect(valueIn(await askCode(at))).toMatchObject({ status: 'possibly_sent', retryAt: NOON + MINUTE })
    expect(codeOf(await typeCode(at))).toBe('ok')
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
    const items = at.table.items()
    expect(items).toHaveLength(8)
    for (const item of items) {
      expect(item.ttl).toBeGreaterThan(NOON / SECOND)
      // How many codes a day had, whoever asked, and what became of texts, is of use for a while.
      const kept = item.pk === 'LIMIT#DEPLOYMENT' || item.sk === 'TEXT' ? 31 * DAY : DAY
      expect(item.ttl).toBeLessThanOrEqual((NOON + kept) / SECOND)
    }
  })
})

describe('P3 what strangers can do to a number', () => {
  it('does not touch what its owner asks for in a session', async () => {
    const at = world(easy)
    const { token } = await signedInAs(at)
    at.time.now += 60 * MINUTE
    for (let sent = 0; sent < 12; sent += 1) {
      await askCode(at, { sourceIp: `192.0.2.${sent}` })
      at.time.now += 20 * MINUTE
    }
    expect(codeOf(await askCode(at))).toBe('sms_too_often')
    expect(codeOf(await askCode(at, { token }))).toBe('ok')
  })

  it('in sessions of their own does not touch it either, and ends for the day where the number is nobody’s', async () => {
    const at = world({ ...easy, ...limits({ perDayForeign: 2 }) })
    const owner = await signedInAs(at)
    const strangers = [await signedInAs(at, OTHER_PHONE), await signedInAs(at, '18600000000')]
    for (const { token } of strangers) valueIn(await askCode(at, { token }))
    at.time.now += MINUTE
    expect(codeOf(await askCode(at, { token: strangers[0]?.token }))).toBe('sms_too_often')
    expect(codeOf(await askCode(at, { token: owner.token }))).toBe('ok')
    expect(codeOf(await askCode(at))).toBe('ok')
  })

  it('from one address does not use up its day', async () => {
    const at = world({ ...easy, ...limits({ perDayFromAddress: 4 }) })
    const outcomes: string[] = []
    for (let sent = 0; sent < 8; sent += 1) {
      outcomes.push(codeOf(await askCode(at)))
      at.time.now += 20 * MINUTE
    }
    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(4)
    expect(codeOf(await askCode(at, { sourceIp: '192.0.2.2' }))).toBe('ok')
  })

  it('does not spend the code of its owner, nor replace it', async () => {
    const at = world(easy)
    valueIn(await askCode(at))
    const mine = { code: lastCode(at), smsCodeId: at.codeIds.get(PHONE) ?? '' }
    at.time.now += MINUTE
    valueIn(await askCode(at, { sourceIp: '192.0.2.2' }))
    for (let tries = 0; tries < 5; tries += 1) await typeCode(at, { code: otherThan(lastCode(at)) })
    expect(codeOf(await typeCode(at))).toBe('sms_code_spent')
    expect(codeOf(await typeCode(at, mine))).toBe('ok')
  })

  it('after what the day may cost takes no valid code from anybody', async () => {
    const at = world(limits({ codesPerDay: 2 }))
    const { token } = await signedInAs(at)
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    const before = await at.table.get(claimOf(token).session)
    at.time.now += MINUTE
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, token }))).toBe('sms_too_often')
    expect(await at.table.get(claimOf(token).session)).toEqual(before)
  })

  it('rings once, long before that', async () => {
    const at = world(limits({ codesPerDay: 10, alarmAfter: 3 }))
    for (let sent = 0; sent < 6; sent += 1) valueIn(await askCode(at, { phone: `1860000000${sent}` }))
    expect(at.alarms).toEqual([{ event: 'sms_codes_many', fields: { sent: 3, most: 10 } }])
  })
})

/** What a refusal wants solved. */
const wanted = (outcome: Awaited<ReturnType<typeof askCode>>) => {
  const { challenge = '', bits = 0 } = outcome.ok ? {} : (outcome.refusal.extra ?? {})
  return [String(challenge), Number(bits)] as const
}

describe('a proof of work', () => {
  const light = { proof: { ...defaults.proof, mostBits: 6 } }

  /** A world in which the next code for the number needs one. */
  const askedOften = async () => {
    const at = world(light)
    for (let sent = 0; sent < 2; sent += 1) {
      valueIn(await askCode(at))
      at.time.now += MINUTE
    }
    return at
  }

  it('is asked for where a number was asked for often, and opens one request', async () => {
    const at = await askedOften()
    const first = await askCode(at)
    expect(first).toMatchObject({ refusal: { code: 'challenge_required', extra: { bits: 6 } } })
    const proof = await solved(...wanted(first))
    expect(codeOf(await askCode(at, { proof }))).toBe('ok')
    at.time.now += MINUTE
    expect(codeOf(await askCode(at, { proof }))).toBe('challenge_required')
    expect(at.texts).toHaveLength(3)
  })

  it('is not asked for where the number has to wait anyway', async () => {
    const tooOften = (retryAt: number) => ({ ok: false, refusal: { code: 'sms_too_often', retryAt } })
    const soon = await askedOften()
    soon.time.now -= 1
    expect(await askCode(soon)).toEqual(tooOften(soon.time.now + 1))
    const nextHour = NOON + 30 * MINUTE
    const full = world({ ...light, ...limits({ perHour: 2 }) })
    const spent = world({ ...light, ...limits({ perDayFromAddress: 2 }) })
    for (const at of [full, spent])
      for (let sent = 0; sent < 2; sent += 1) {
        valueIn(await askCode(at))
        at.time.now += MINUTE
      }
    expect(await askCode(full)).toEqual(tooOften(nextHour))
    expect(codeOf(await askCode(spent))).toBe('sms_too_often')
    expect(codeOf(await askCode(spent, { sourceIp: '192.0.2.2' }))).toBe('challenge_required')
  })

  it('is asked for where an address asks often, and its neighbours go free', async () => {
    const at = world({ proof: { ...light.proof, addressFrom: 2 } })
    for (const phone of ['18600000000', '18600000001']) valueIn(await askCode(at, { phone }))
    expect(codeOf(await askCode(at))).toBe('challenge_required')
    expect(codeOf(await askCode(at, { sourceIp: '192.0.2.2' }))).toBe('ok')
    const sixth = { sourceIp: '2001:db8:1:2::1' }
    for (const phone of ['18600000002', '18600000003']) valueIn(await askCode(at, { ...sixth, phone }))
    const neighbour = { phone: '18600000004', sourceIp: '2001:db8:1:2:aaaa::1' }
    expect(codeOf(await askCode(at, neighbour))).toBe('challenge_required')
    expect(codeOf(await askCode(at, { ...neighbour, sourceIp: '2001:db8:1:3::1' }))).toBe('ok')
  })

  it('is asked for where everybody asks often', async () => {
    const at = world({ proof: { ...light.proof, deploymentFrom: 1 } })
    valueIn(await askCode(at))
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, sourceIp: '192.0.2.2' }))).toBe('challenge_required')
  })

  it('is never asked for in a session', async () => {
    const at = world({ proof: { ...light.proof, deploymentFrom: 0, addressFrom: 0, numberFrom: 0 } })
    const asked = await askCode(at)
    valueIn(await askCode(at, { proof: await solved(...wanted(asked)) }))
    const { token } = valueIn(await typeCode(at))
    expect(codeOf(await askCode(at, { token }))).toBe('ok')
  })

  it('is good for no other number, not for long, and only as it was given', async () => {
    const at = await askedOften()
    const [challenge, bits] = wanted(await askCode(at))
    const proof = await solved(challenge, bits)
    for (let sent = 0; sent < 2; sent += 1) {
      valueIn(await askCode(at, { phone: OTHER_PHONE }))
      at.time.now += MINUTE
    }
    expect(codeOf(await askCode(at, { phone: OTHER_PHONE, proof }))).toBe('challenge_required')
    const eased = challenge.replace(/^6\./, '1.')
    for (const wrong of [
      { ...proof, nonce: unsolved(challenge) },
      await solved(eased, 1),
      { challenge: '', nonce: '' },
      { challenge: '....', nonce: '0' },
    ])
      expect(codeOf(await askCode(at, { proof: wrong }))).toBe('challenge_required')
    at.time.now += 3 * MINUTE
    expect(codeOf(await askCode(at, { proof }))).toBe('challenge_required')
  })

  it('counts nothing while it is not given', async () => {
    const at = await askedOften()
    const before = at.table.items()
    for (let tries = 0; tries < 5; tries += 1) await askCode(at)
    expect(at.table.items()).toEqual(before)
  })

  it('lets one of many through that bring the same', async () => {
    const at = await askedOften()
    const proof = await solved(...wanted(await askCode(at)))
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => askCode(at, { proof })))
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
  })
})
