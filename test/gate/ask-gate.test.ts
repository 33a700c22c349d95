import { describe, expect, it } from 'vitest'
import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import { signInPlatformUser } from '../../functions/account/sessions/sign-in-platform.ts'
import { byUserClaim } from '../../functions/account/sessions/user-guards.ts'
import { askGate, passGate } from '../../functions/gate/ask-gate.ts'
import { datedFeatures } from '../../functions/gate/gate.ts'
import { refusedField } from '../../shared/kernel/outcome.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { claimOf } from '../account/fixture.ts'
import { requestFor } from '../http-event.ts'
import { codeOf, valueIn } from '../kit.ts'
import { ban, cost, decided, enter, type User, type World, world } from '../world.ts'

const refused = {
  ok: false,
  refusal: {
    code: 'not_verified',
    extra: {
      verifyUrl: 'https://shiming.test/verify',
      neededLevel: 1,
      heldLevel: 0,
      shortfall: 'never_verified',
      missing: 'review bank carrier',
    },
  },
}
const passes = { ok: true, value: { allowed: true } }
/** As who asks is told: with what is held, and until when that is enough. */
const open = (level: number) => ({ ok: true, value: { allowed: true, level, until: null } })

/** A user the platform vouches for. */
const platformUser = async (at: World, externalId: string): Promise<User> => {
  const { token, account } = valueIn(await signInPlatformUser(at, { externalId }))
  return { token, accountId: account.id, caller: valueIn(await authenticate(at, token)) }
}

const askAs = (at: World, token: string, { feature = 'send_message' } = {}) =>
  askGate(at, { feature, caller: { claim: claimOf(token) } })

/** As the route lets the platform in. */
const askFor = async (at: World, externalId: string) => {
  const caller = valueIn(await byUserClaim(at, at.platformKeys).admit(requestFor(at.platformKey, externalId)))
  return askGate(at, { feature: 'send_message', caller })
}

describe.each(datedFeatures)('P1 the gate of %s', (feature) => {
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
    expect(await askAs(at, user.token, { feature })).toEqual(open(1))
  })

  it('counts each call that it refuses, with why, and none that it lets pass', async () => {
    const at = world()
    const { user } = await decided(at)
    await askAs(at, user.token, { feature })
    expect(at.counted).toEqual([])
    const { token } = await platformUser(at, 'user-9')
    await askAs(at, token, { feature })
    await askAs(at, token, { feature })
    const one = { event: 'gate_refused', fields: { feature, because: 'never_verified' } }
    expect(at.counted).toEqual([one, one])
    await ban(at, user)
    await askAs(at, user.token, { feature })
    expect(at.counted[2]).toEqual({ event: 'gate_refused', fields: { feature, because: 'banned' } })
  })

  it('is open to everybody before the enforcement date', async () => {
    const at = world({ enforceFrom: '2026-11-20T12:30:01+08:00' })
    const { token } = await enter(at)
    expect(await askAs(at, token, { feature })).toEqual(open(0))
    at.time.now += 1000
    expect(await askAs(at, token, { feature })).toEqual(refused)
  })
})

describe('X3 the gate of what the enforcement date does not concern', () => {
  const LATER = { enforceFrom: '2099-01-01T00:00:00+08:00' }

  it('is shut to whoever is not verified before that date too', async () => {
    const at = world(LATER)
    const { token } = await enter(at)
    expect(await askAs(at, token, { feature: 'transfer_points' })).toEqual(refused)
  })

  it('asks for its own level, and tells what would reach it', async () => {
    const at = world(LATER)
    const { user } = await decided(at)
    expect(await askAs(at, user.token, { feature: 'transfer_points' })).toEqual(open(1))
    expect(await askAs(at, user.token, { feature: 'certify_app' })).toMatchObject({
      refusal: {
        code: 'not_verified',
        extra: { neededLevel: 2, heldLevel: 1, shortfall: 'level_too_low', missing: 'review document bank' },
      },
    })
  })

  it('says until when it is open, where its evidence may only be so old', async () => {
    const at = world({ gate: { transferMaxAgeMs: 30 * DAY } })
    const { user } = await decided(at)
    const { value } = (await askAs(at, user.token, { feature: 'transfer_points' })) as { value: { until: string } }
    expect(Date.parse(value.until) - at.time.now).toBeGreaterThan(29 * DAY)
  })
})

describe('P1 who passes the gate before the date', () => {
  const SOON = { enforceFrom: '2026-11-27T00:00:00+08:00' }
  const notice = { from: Date.parse(SOON.enforceFrom), inForce: false, daysLeft: 7, notice: 7 }

  it('is warned without a read more, whoever asks and for whichever feature', async () => {
    const at = world(SOON)
    const user = await platformUser(at, 'user-7')
    const { calls } = await cost(at, () => askAs(at, user.token))
    await askFor(at, 'user-7')
    await askFor(at, 'stranger')
    expect(await passGate(at, 'recharge_points', user.accountId)).toEqual(passes)
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
    expect(await askFor(at, 'user-7')).toEqual(refused)
    await decided(at, { user })
    const { value, calls } = await cost(at, () => askFor(at, 'user-7'))
    expect(value).toEqual(open(1))
    expect(calls.table).toBe(2)
  })

  it('for somebody never seen: refused, after one read', async () => {
    const at = world()
    const { value, calls } = await cost(at, () => askFor(at, 'stranger'))
    expect(value).toEqual(refused)
    expect(calls.table).toBe(1)
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
    const known = { enum: ['send_message', 'recharge_points', 'transfer_points', 'certify_app'] }
    expect(await askAs(at, token, { feature })).toEqual(refusedField('/feature', 'unknown_feature', known))
  })

  it.each(['a session there never was', 'a guess at the session of the user'])(
    'answers nothing to %s',
    async (which) => {
      const at = world()
      const { accountId } = await platformUser(at, 'user-7')
      const owner = which.startsWith('a guess') ? accountId : 'a'.repeat(32)
      expect(codeOf(await askAs(at, `${owner}.guess`))).toBe('unauthenticated')
    },
  )

  it('is not opened by a session that has run out', async () => {
    const at = world({ sessions: { lifeMs: DAY } })
    const { user } = await decided(at)
    at.time.now += DAY
    expect(codeOf(await askAs(at, user.token))).toBe('unauthenticated')
  })
})
