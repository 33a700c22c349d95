import { describe, expect, it } from 'vitest'
import { hourOf } from '../../../functions/account/limits/window.ts'
import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { cost } from '../../world.ts'
import { certificateWorld, clearedAt, ID, NOBODYS } from './world.ts'

const NEAR = { certificates: { missesPerHour: 2 } }

describe('W7 whoever asks about an id', () => {
  it.each([
    ['as it is', ID],
    ['in groups and small letters', groupedId(ID).toLowerCase()],
    [
      'in wide letters, with blanks',
      ` ${[...ID].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')} `,
    ],
  ])('is told of its certificate, typed %s: in two calls', async (_what, typed) => {
    const { at, asks } = await certificateWorld()
    const { value, calls } = await cost(at, () => asks(typed))
    expect(valueIn(value)).toMatchObject({ id: ID, standing: { status: 'valid' } })
    expect(calls).toEqual({ table: 2, kms: 0, queue: 0, vendor: 0 })
  })

  it('is told what clock and clearing have made of it, whether or not anybody wrote that down', async () => {
    const { at, certificate, asks } = await certificateWorld()
    at.time.now = certificate.validUntil - 1
    expect(valueIn(await asks()).standing?.status).toBe('valid')
    at.time.now += 1
    expect(valueIn(await asks()).standing?.status).toBe('expired')
    await clearedAt(at, certificate)
    expect(valueIn(await asks()).standing).toMatchObject({
      status: 'revoked',
      steps: [{}, { reason: 'identity_ended' }],
    })
  })

  it('is told that there is none of that id in two calls, and that one is mistyped in one', async () => {
    const { at, asks } = await certificateWorld()
    const none = await cost(at, () => asks(NOBODYS))
    expect(none.value).toEqual({ ok: true, value: { id: NOBODYS } })
    const mistyped = await cost(at, () => asks(`${ID.slice(0, 15)}7`))
    expect(mistyped.value).toEqual({ ok: true, value: { id: undefined } })
    expect([none.calls.table, mistyped.calls.table]).toEqual([2, 1])
  })
})

describe('W7 whoever guesses ids', () => {
  it('is told nothing more for the hour but of the certificates that there are: nobody hides one from others behind the same address', async () => {
    const { at, asks } = await certificateWorld({}, NEAR)
    await asks(NOBODYS)
    valueIn(await asks())
    await asks('mistyped')
    const refused = { ok: false, refusal: { code: 'too_often', retryAt: hourOf(NOON).endsAt } }
    expect(await asks(NOBODYS)).toMatchObject(refused)
    expect(valueIn(await asks()).standing?.id).toBe(ID)
    expect(codeOf(await asks('mistyped'))).toBe('too_often')
    valueIn(await asks(NOBODYS, '192.0.2.2'))
    at.time.now = hourOf(NOON).endsAt
    valueIn(await asks(NOBODYS))
  })

  it('has one address in all of those that a subscriber gets', async () => {
    const { asks } = await certificateWorld({}, NEAR)
    await asks(NOBODYS, '2001:db8:1:2::1')
    await asks(NOBODYS, '2001:db8:1:2::2')
    expect(codeOf(await asks(NOBODYS, '2001:db8:1:2:ffff::3'))).toBe('too_often')
    valueIn(await asks(NOBODYS, '2001:db8:1:3::1'))
  })

  it('does not pass by asking for many at once', async () => {
    const { asks } = await certificateWorld({}, NEAR)
    const answers = await Promise.all(Array.from({ length: 20 }, () => asks(NOBODYS)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  })

  it('is not anybody who asks for what there is, however often', async () => {
    const { asks } = await certificateWorld({}, NEAR)
    for (let times = 0; times < 5; times += 1) expect(valueIn(await asks()).standing?.status).toBe('valid')
  })
})
