import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { Contended } from '../../../shared/table/table.ts'
import { otherThan } from '../../account/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { bought, cost, decided, enter, person, submission, type World, world } from '../../world.ts'

const verificationsIn = (at: World) => at.table.items().filter(({ sk }) => sk.startsWith('VERIFICATION#'))

describe('M4 submit again with the same Idempotency-Key', () => {
  it('answers the same, although the code is consumed, and opens nothing', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const first = valueIn(await submit(at, sent))
    const again = valueIn(await submit(at, sent))
    expect(again).toEqual(first)
    expect(verificationsIn(at)).toHaveLength(1)
  })

  it('answers the same after a new code was asked for, and leaves that code good', async () => {
    const at = world()
    const user = await enter(at)
    const first = valueIn(await submit(at, await submission(at, user, { key: 'k' })))
    const again = valueIn(await submit(at, await submission(at, user, { key: 'k' })))
    expect(again.verification.id).toBe(first.verification.id)
    expect(verificationsIn(at)).toHaveLength(1)
  })

  it('answers the state as it is by then', async () => {
    const at = world()
    const user = await enter(at)
    await bought(at, { user, key: 'k' })
    const again = valueIn(await submit(at, await submission(at, user, { key: 'k' })))
    expect([again.verification.status, again.order.status]).toEqual(['queued', 'paid'])
  })

  it('answers also when the account has been verified with it', async () => {
    const at = world()
    const user = await enter(at)
    await decided(at, { user, key: 'k' })
    const again = valueIn(await submit(at, await submission(at, user, { key: 'k' })))
    expect([again.verification.status, again.order.status]).toEqual(['verified', 'settled'])
  })

  it.each([
    ['the notice', (at: World) => Object.assign(at.settings, { consentNotice: '2099-01' }), 'consent_outdated'],
    [
      'the birth years',
      (at: World) => Object.assign(at.settings.checks, { birthYearTo: 1850 }),
      'id_number_birth_year',
    ],
    ['the age', (at: World) => Object.assign(at.settings.checks, { minimumAge: 999 }), 'under_age'],
  ] as const)('answers the same after %s changed, and only that request', async (_what, change, code) => {
    const at = world()
    const user = await enter(at)
    const sent = await submission(at, user)
    const first = valueIn(await submit(at, sent))
    change(at)
    expect(valueIn(await submit(at, sent))).toEqual(first)
    expect(codeOf(await submit(at, { ...sent, idempotencyKey: 'another' }))).toBe(code)
    const other = await submission(at, await enter(at), { typed: { consent: sent.body.consent } })
    expect(codeOf(await submit(at, { ...other, idempotencyKey: sent.idempotencyKey }))).toBe(code)
    const reused = { ...sent, body: { ...sent.body, offer: 'membership' as const } }
    expect(codeOf(await submit(at, reused))).toBe('idempotency_key_reused')
  })

  it('is refused where the session is over, whatever was accepted', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    valueIn(await submit(at, sent))
    at.time.now += 400 * DAY
    Object.assign(at.settings, { consentNotice: '2099-01' })
    expect(codeOf(await submit(at, sent))).toBe('consent_outdated')
  })

  it('takes the data in another spelling for the same', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const first = valueIn(await submit(at, sent))
    const spelt = { ...sent.body, phone: `+86${sent.body.phone}`, name: ` ${sent.body.name}` }
    expect(valueIn(await submit(at, { ...sent, body: spelt })).verification.id).toBe(first.verification.id)
  })

  it.each([
    ['another name', { name: '王小明' }],
    ['another ID number', { idNumber: person('match', 1).idNumber }],
    ['another number', { phone: person('match', 1).phone }],
    ['another offer', { offer: 'membership' as const }],
  ])('with %s is refused', async (_what, change) => {
    const at = world()
    const sent = await submission(at, await enter(at))
    valueIn(await submit(at, sent))
    expect(codeOf(await submit(at, { ...sent, body: { ...sent.body, ...change } }))).toBe('idempotency_key_reused')
    expect(verificationsIn(at)).toHaveLength(1)
  })

  it('is refused when the key opened something else', async () => {
    const at = world()
    const user = await enter(at)
    valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'k' }))
    expect(codeOf(await submit(at, await submission(at, user, { key: 'k' })))).toBe('idempotency_key_reused')
    expect(verificationsIn(at)).toHaveLength(0)
  })

  it('from another account is another request', async () => {
    const at = world()
    const one = valueIn(await submit(at, await submission(at, await enter(at), { key: 'k' })))
    const other = await submission(at, await enter(at), { key: 'k', who: person('match', 1) })
    expect(valueIn(await submit(at, other)).order.id).not.toBe(one.order.id)
  })
})

describe('submit hostile', () => {
  it('twice at once with one key gives one verification, and both are told of it', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const [one, other] = (await Promise.all([submit(at, sent), submit(at, sent)])).map(valueIn)
    expect(one?.verification.id).toBe(other?.verification.id)
    expect(verificationsIn(at)).toHaveLength(1)
  })

  it('many times at once with different keys gives one verification, and the others are told which', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const keys = ['a', 'b', 'c', 'd', 'e']
    const outcomes = await Promise.all(keys.map((idempotencyKey) => submit(at, { ...sent, idempotencyKey })))
    expect(outcomes.map(codeOf).sort()).toEqual(['ok', ...Array(4).fill('verification_open')])
    expect(verificationsIn(at)).toHaveLength(1)
  })

  it('counts tries before it compares: of many guesses at once five are looked at', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const guess = { ...sent, body: { ...sent.body, smsCode: otherThan(sent.body.smsCode) } }
    const outcomes = await Promise.all([guess, guess, guess, guess, guess, sent].map((one) => submit(at, one)))
    expect(outcomes.map(codeOf)).toEqual([...Array(4).fill('sms_code_wrong'), 'sms_code_spent', 'sms_code_spent'])
  })

  it('counts the try also when what follows fails, and writes nothing by halves', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const before = at.table.items().length
    const contended = async () => {
      throw new Contended()
    }
    const broken = { ...at, table: { ...at.table, commit: contended } }
    for (let tries = 0; tries < 5; tries += 1) await expect(submit(broken, sent)).rejects.toThrow(Contended)
    expect(at.table.items()).toHaveLength(before)
    expect(codeOf(await submit(at, sent))).toBe('sms_code_spent')
  })

  it('writes nothing when KMS does not answer', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    const before = at.table.items().length
    const silent = async () => {
      throw new Error('no answer')
    }
    for (const part of ['mac', 'newDataKey'])
      await expect(submit({ ...at, vault: { ...at.vault, [part]: silent } }, sent)).rejects.toThrow('no answer')
    expect(at.table.items()).toHaveLength(before)
    expect(codeOf(await submit(at, sent))).toBe('ok')
  })

  it('tells nothing of what was typed in a refusal', async () => {
    const at = world()
    const who = person('match')
    await decided(at, { who })
    const refused = await submit(at, await submission(at, await enter(at), { who }))
    expect(codeOf(refused)).toBe('identity_unavailable')
    for (const canary of [who.name, who.idNumber, who.phone]) expect(JSON.stringify(refused)).not.toContain(canary)
  })

  it('answers a replay without counting towards anything', async () => {
    const at = world()
    const sent = await submission(at, await enter(at))
    valueIn(await submit(at, sent))
    const before = JSON.stringify(at.table.items())
    const { calls } = await cost(at, () => submit(at, sent))
    expect(JSON.stringify(at.table.items())).toBe(before)
    expect(calls).toMatchObject({ table: 3, kms: 1, queue: 0 })
  })
})
