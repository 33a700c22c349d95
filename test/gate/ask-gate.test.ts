import { describe, expect, it } from 'vitest'
import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import type { PlatformOrClaim } from '../../functions/account/sessions/session-guards.ts'
import { signInPlatformUser } from '../../functions/account/sessions/sign-in-platform.ts'
import { askGate, passGate } from '../../functions/gate/ask-gate.ts'
import { features } from '../../functions/gate/gate.ts'
import { refusedField } from '../../shared/kernel/outcome.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { claimOf } from '../account/fixture.ts'
import { codeOf, valueIn } from '../kit.ts'
import { ban, cost, decided, enter, type User, type World, world } from '../world.ts'

const refused = {
  ok: false,
  refusal: { code: 'not_verified', extra: { verifyUrl: 'https://shiming.test/verify' } },
}
const open = { ok: true, value: { allowed: true } }

/** A user the platform vouches for. */
const platformUser = async (at: World, externalId: string): Promise<User> => {
  const { token, account } = valueIn(await signInPlatformUser(at, { externalId }))
  return { token, accountId: account.id, caller: valueIn(await authenticate(at, token)) }
}

type Asked = { feature?: string; externalId?: string }

const ask = (at: World, caller: PlatformOrClaim, of: Asked = {}) =>
  askGate(at, { feature: of.feature ?? 'send_message', caller, externalId: of.externalId })

const PLATFORM = { platformKeyId: 'backend' }

const askAs = (at: World, token: string, of: Asked = {}) => ask(at, { claim: claimOf(token) }, of)

describe.each(features)('P1 the gate of %s', (feature) => {
  it('is closed to a signed-in user who is not verified, and links to verification', async () => {
    const at = world()
    const { token } = await enter(at)
    const { value, calls } = await cost(at, () => askAs(at, token, { feature }))
    expect(value).toEqual(refused)
    expect(calls).toEqual({ table: 1, kms: 0, queue: 0, vendor: 0 })
  })

  it('is open to a verified one', async () => {
    const at = world()
    const { user } = await decided(at)
    expect(await askAs(at, user.token, { feature })).toEqual(open)
  })

  it('is open to everybody before the enforcement date', async () => {
    const at = world({ enforceFrom: '2026-11-20T12:30:01+08:00' })
    const { token } = await enter(at)
    expect(await askAs(at, token, { feature })).toEqual(open)
    at.time.now += 1000
    expect(await askAs(at, token, { feature })).toEqual(refused)
  })
})

describe('P1 who passes the gate before the date', () => {
  const SOON = { enforceFrom: '2026-11-27T00:00:00+08:00' }
  const notice = { from: Date.parse(SOON.enforceFrom), inForce: false, daysLeft: 7, notice: 7 }

  it('is warned without a read more, whoever asks and for whichever feature', async () => {
    const at = world(SOON)
    const user = await platformUser(at, 'user-7')
    const { calls } = await cost(at, () => askAs(at, user.token))
    await ask(at, PLATFORM, { externalId: 'user-7' })
    await ask(at, PLATFORM, { externalId: 'stranger' })
    expect(await passGate(at, 'recharge_points', user.accountId)).toEqual(open)
    expect(at.warnings).toEqual([notice, notice, notice, notice])
    expect(calls.table).toBe(1)
  })

  it('is not where it is verified, banned or not let in, nor once the date has come', async () => {
    const at = world(SOON)
    const { user } = await decided(at)
    await askAs(at, user.token)
    await ban(at, user)
    await askAs(at, user.token)
    const other = await enter(at)
    await ask(at, PLATFORM)
    await askAs(at, `${other.accountId}.guess`)
    at.time.now += 7 * DAY
    expect(await askAs(at, other.token)).toEqual(refused)
    expect(at.warnings).toEqual([])
  })
})

describe('P1 the platform asks', () => {
  it('for a user by externalId: refused, and open once that user is verified', async () => {
    const at = world()
    const user = await platformUser(at, 'user-7')
    expect(await ask(at, PLATFORM, { externalId: 'user-7' })).toEqual(refused)
    await decided(at, { user })
    const { value, calls } = await cost(at, () => ask(at, PLATFORM, { externalId: 'user-7' }))
    expect(value).toEqual(open)
    expect(calls.table).toBe(2)
  })

  it('for somebody never seen: refused', async () => {
    const at = world()
    expect(await ask(at, PLATFORM, { externalId: 'stranger' })).toEqual(refused)
  })

  it('and must say for whom', async () => {
    const at = world()
    expect(await ask(at, PLATFORM)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_external_id', fields: [{ pointer: '/externalId' }] },
    })
  })
})

describe('P12 a banned account', () => {
  it('is refused at any time, without the link', async () => {
    const at = world({ enforceFrom: '2099-01-01T00:00:00+08:00' })
    const { user } = await decided(at)
    await ban(at, user)
    expect(await askAs(at, user.token)).toEqual({ ok: false, refusal: { code: 'banned' } })
    expect(await passGate(at, 'recharge_points', user.accountId)).toEqual({ ok: false, refusal: { code: 'banned' } })
  })
})

describe('P1 the gate hostile', () => {
  it.each(['', 'receive', 'constructor', 'SEND_MESSAGE'])('knows no feature %j', async (feature) => {
    const at = world()
    const { token } = await enter(at)
    const known = { enum: ['send_message', 'recharge_points'] }
    expect(await askAs(at, token, { feature })).toEqual(refusedField('/feature', 'unknown_feature', known))
  })

  it.each(['a session there never was', 'a guess at the session of the user'])(
    'answers nothing to %s',
    async (which) => {
      const at = world()
      const { accountId } = await platformUser(at, 'user-7')
      const owner = which.startsWith('a guess') ? accountId : 'a'.repeat(32)
      expect(codeOf(await askAs(at, `${owner}.guess`, { externalId: 'user-7' }))).toBe('unauthenticated')
    },
  )

  it('lets no user ask for another: externalId counts for the platform only', async () => {
    const at = world()
    const verified = await platformUser(at, 'user-7')
    await decided(at, { user: verified })
    const { token } = await enter(at)
    expect(await askAs(at, token, { externalId: 'user-7' })).toEqual(refused)
  })

  it('is not opened by a session that has run out', async () => {
    const at = world({ sessions: { lifeMs: DAY } })
    const { user } = await decided(at)
    at.time.now += DAY
    expect(codeOf(await askAs(at, user.token))).toBe('unauthenticated')
  })
})
