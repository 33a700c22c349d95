import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { gateRoute } from '../../functions/gate/ask.route.ts'
import { membershipRoute } from '../../functions/membership/buy.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { listRoute } from '../../functions/verification/read.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { rechargeRoute } from '../../functions/wallet/recharge.route.ts'
import { codeFor, codeToScan, formOf, scan, signIn, submit, type User, verificationNow } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('an account, from the first sign-in on', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const verified = async (user: User, offer: 'fee' | 'membership', person: Parameters<typeof submit>[2]) => {
    const { id, order } = await submit(instance.platform, user, person, offer)
    const { codeUrl } = await codeToScan(instance.platform, user, order.id)
    await scan(instance.platform, codeUrl)
    await instance.platform.pass('0s')
    return id
  }

  it('P2 the account page shows masked data once verified, and the way there before', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const user = await signIn(platform, person.phone)
    const before = await platform.must(accountRoute, { token: user.token })
    expect(before).toMatchObject({ verification: { status: 'unverified', verifyUrl: `${platform.url}/verify` } })
    expect(before.gate).toMatchObject({ send_message: { allowed: false, legacyCode: 905 } })
    await verified(user, 'membership', person)
    const after = await platform.must(accountRoute, { token: user.token })
    expect(after).toMatchObject({
      verification: { status: 'verified', method: 'carrier_three_element' },
      membership: { active: true },
      gate: { send_message: { allowed: true }, recharge_points: { allowed: true } },
    })
    expect(JSON.stringify(after)).not.toContain(person.name)
    expect(JSON.stringify(after)).not.toContain(person.phone)
    expect(JSON.stringify(after)).not.toContain(person.idNumber)
  })

  it('P3 P8 refuses for free, with nothing to pay: same identity elsewhere, twice open, too soon', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const first = await signIn(platform, person.phone)
    await verified(first, 'fee', person)
    // Another account, the same person.
    const other = await instance.person('mismatch')
    const second = await signIn(platform, other.phone)
    const code = await codeFor(platform, person.phone, second.token).catch(() => undefined)
    if (code === undefined) await platform.pass('1m')
    const proof = code ?? (await codeFor(platform, person.phone, second.token))
    const call = { body: formOf(person, 'fee', proof), token: second.token, headers: freshKey() }
    expect(await platform.call(submitRoute, call)).toMatchObject({
      ok: false,
      status: 409,
      problem: { code: 'identity_unavailable' },
    })
    const mismatched = await verified(second, 'fee', other)
    expect(await verificationNow(platform, second, mismatched)).toMatchObject({ status: 'mismatch' })
    await platform.pass('2m')
    const again = await codeFor(platform, other.phone, second.token)
    const soon = { body: formOf(other, 'fee', again), token: second.token, headers: freshKey() }
    const refused = await platform.call(submitRoute, soon)
    expect(refused).toMatchObject({ ok: false, problem: { code: 'resubmitted_too_soon' } })
    expect(refused.ok || refused.problem.retryAt).toEqual(expect.any(String))
    await platform.pass('24h')
    const later = await codeFor(platform, other.phone, second.token)
    expect(await platform.call(submitRoute, { ...soon, body: formOf(other, 'fee', later) })).toMatchObject({ ok: true })
  })

  it('P3 a second click does no harm: replay, open verification, cancel twice', async () => {
    const { platform } = instance
    const person = await instance.person('no_record')
    const user = await signIn(platform, person.phone)
    const smsCode = await codeFor(platform, person.phone, user.token)
    const call = { body: formOf(person, 'fee', smsCode), token: user.token, headers: freshKey() }
    const [one, two] = await Promise.all([platform.call(submitRoute, call), platform.call(submitRoute, call)])
    const three = await platform.must(submitRoute, call)
    for (const reply of [one, two]) if (reply.ok) expect(reply.body).toEqual(three)
    expect([one.ok, two.ok]).toContain(true)
    const { verifications } = await platform.must(listRoute, { token: user.token })
    expect(verifications.map(({ id }) => id)).toEqual([three.id])
    const other = { ...call, body: { ...call.body, offer: 'membership' } }
    expect(await platform.call(submitRoute, other)).toMatchObject({
      status: 422,
      problem: { code: 'idempotency_key_reused' },
    })

    await platform.pass('1m')
    const next = await codeFor(platform, person.phone, user.token)
    const open = await platform.call(submitRoute, {
      body: formOf(person, 'fee', next),
      token: user.token,
      headers: freshKey(),
    })
    expect(open).toMatchObject({
      problem: { code: 'verification_open', status: 409, verificationId: three.id, orderId: three.order.id },
    })
    const cancel = { params: { id: three.id }, token: user.token }
    expect(await platform.must(cancelRoute, cancel)).toEqual({ id: three.id, status: 'cancelled' })
    expect(await platform.must(cancelRoute, cancel)).toEqual({ id: three.id, status: 'cancelled' })
  })

  it('P1 the platform asks the gate about its own users by externalId', async () => {
    const { platform, platformKey } = instance
    const ask = (externalId: string, feature = 'send_message') =>
      platform.call(gateRoute, { params: { feature }, query: { externalId }, token: platformKey })
    expect(await ask('stranger')).toMatchObject({ status: 403, problem: { code: 'not_verified', legacyCode: 905 } })
    const { token = '', account } = await platform.must(signInRoute, {
      body: { externalId: 'user-1' },
      token: platformKey,
    })
    const person = await instance.person('match')
    await verified({ token, accountId: account.id, phone: person.phone }, 'fee', person)
    expect(await ask('user-1')).toMatchObject({ ok: true, body: { allowed: true, level: 1, until: null } })
    expect(await ask('user-1', 'fly')).toMatchObject({ status: 404, problem: { code: 'unknown_feature' } })
    expect(
      await platform.call(gateRoute, { params: { feature: 'send_message' }, query: { externalId: 'x' } }),
    ).toMatchObject({ status: 401 })
    expect(
      await platform.call(gateRoute, { params: { feature: 'send_message' }, query: { externalId: 'user-1' }, token }),
    ).toMatchObject({ status: 400, problem: { code: 'external_id_with_session' } })
  })

  it('P1 P14 P15 points are behind the gate, a membership is not; both are delivered when paid', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const user = await signIn(platform, person.phone)
    const buy = { body: { points: 500 }, token: user.token, headers: freshKey() }
    expect(await platform.call(rechargeRoute, buy)).toMatchObject({ status: 403, problem: { legacyCode: 905 } })
    const pay = async (orderId: string) => {
      const { codeUrl } = await codeToScan(platform, user, orderId)
      await scan(platform, codeUrl, { duplicates: 2 })
      await platform.pass('0s')
    }
    const month = { body: { months: 1 }, token: user.token, headers: freshKey() }
    const bought = await platform.must(membershipRoute, month)
    expect(await platform.must(membershipRoute, month)).toEqual(bought)
    await pay(bought.order.id)
    // A repeat answers what became of it.
    expect(await platform.must(membershipRoute, month)).toMatchObject({
      order: { id: bought.order.id, status: 'settled', channel: 'wechat_pay' },
    })
    expect(await platform.must(accountRoute, { token: user.token })).toMatchObject({
      membership: { active: true },
      points: 0,
    })
    await verified(user, 'fee', person)
    const again = { ...buy, headers: freshKey() }
    const points = await platform.must(rechargeRoute, again)
    expect(points.order.amountFen).toBe(500)
    await pay(points.order.id)
    expect((await platform.must(rechargeRoute, again)).order).toMatchObject({ status: 'settled', points: 500 })
    expect(await platform.must(accountRoute, { token: user.token })).toMatchObject({ points: 500 })
  })
})
