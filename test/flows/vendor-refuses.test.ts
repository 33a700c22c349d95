import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vendorsRoute } from '../../functions/overview/operator.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import {
  codeFor,
  codeToScan,
  formOf,
  moneyAtChannel,
  type Person,
  scan,
  signIn,
  submit,
  vendorCalls,
  verificationNow,
} from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('P6 P7 P8 a vendor that refuses us', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const arrears = (times: number) =>
    instance.platform.must(faultsRoute, { body: { target: 'tencent_faceid', mode: 'arrears', times } })

  const seen = async () => {
    const { vendors } = await instance.platform.must(vendorsRoute, { token: instance.operatorKey })
    return vendors[0]
  }

  const paid = async (person: Person) => {
    const { platform, engine } = instance
    const user = await signIn(platform, person.phone)
    const { id, order } = await submit(platform, user, person, 'membership')
    const { codeUrl } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl)
    await engine.drain()
    return { id, order, user, status: async () => (await verificationNow(platform, user, id)).status }
  }

  it('refused, paused, mended, probed, closed: whoever has paid gets a result, and nobody else pays meanwhile', async () => {
    const { platform } = instance
    const nothing = { refusedSince: null, code: null, until: null, ordersAt: null }
    const spent = { spentToday: 0, dailySpend: 10_000_000 }
    expect(await seen()).toEqual({ vendor: 'tencent_cloud', status: 'closed', refusals: 0, ...nothing, ...spent })

    const early = await instance.person('match')
    const waiting = await signIn(platform, early.phone)
    const unpaid = await submit(platform, waiting, early, 'fee')
    await arrears(1)
    const first = await instance.person('match')
    const one = await paid(first)
    expect(await one.status()).toBe('queued')
    expect(await seen()).toMatchObject({ status: 'open', refusals: 1, code: 'UnauthorizedOperation.ArrearsStop' })

    const later = await instance.person('match')
    const user = await signIn(platform, later.phone)
    const smsCode = await codeFor(platform, later.phone, user.token)
    const wanted = { body: formOf(later, 'fee', smsCode), token: user.token, headers: freshKey() }
    const refused = await platform.call(submitRoute, wanted)
    const { verification } = await platform.must(accountRoute, { token: user.token })
    expect(refused).toMatchObject({
      status: 503,
      problem: { code: 'verification_paused', retryAt: verification.pausedUntil },
    })
    const pay = { params: { id: unpaid.order.id }, body: { method: 'wechat_native' as const }, token: waiting.token }
    expect(await platform.call(payRoute, pay)).toMatchObject({ problem: { code: 'verification_paused' } })
    expect((await verificationNow(platform, waiting, unpaid.id)).status).toBe('awaiting_payment')

    await platform.pass('6m')
    expect(await one.status()).toBe('verified')
    expect(await vendorCalls(platform, first.phone)).toEqual({ billed: 1, unbilled: 1, turnedAway: 1 })
    expect(await moneyAtChannel(platform, one.order.id)).toEqual({ paidFen: 1000, refundedFen: 0 })
    expect(await seen()).toMatchObject({ status: 'closed', refusals: 0 })
    expect((await platform.must(accountRoute, { token: user.token })).verification.pausedUntil).toBeNull()
    await platform.must(payRoute, pay)
    const again = await codeFor(platform, later.phone, user.token)
    await platform.must(submitRoute, { ...wanted, body: formOf(later, 'fee', again), headers: freshKey() })
  })

  it('that is not mended gives everything back within the hour', async () => {
    const { platform } = instance
    await arrears(20)
    const one = await paid(await instance.person('match'))
    await platform.pass('62m')
    await platform.pass('2m')
    const { user, id, order } = one
    expect(await verificationNow(platform, user, id)).toMatchObject({
      status: 'undetermined',
      reason: 'vendor_unavailable',
      retry: 'later',
    })
    expect(await moneyAtChannel(platform, order.id)).toEqual({ paidFen: 1000, refundedFen: 1000 })
    expect(await seen()).toMatchObject({ status: 'open' })
    await arrears(0)
    await platform.pass('70m')
    const next = await paid(await instance.person('match'))
    expect(await next.status()).toBe('verified')
    expect(await seen()).toMatchObject({ status: 'closed' })
  })

  it('P3 a number it cannot check is not paid for twice', async () => {
    const { platform } = instance
    const person = await instance.person('unsupported_segment')
    const one = await paid(person)
    expect(await verificationNow(platform, one.user, one.id)).toMatchObject({
      status: 'undetermined',
      reason: 'number_segment_unsupported',
      retry: 'other_number',
    })
    await platform.pass('2m')
    const smsCode = await codeFor(platform, person.phone, one.user.token)
    const again = { body: formOf(person, 'fee', smsCode), token: one.user.token, headers: freshKey() }
    expect(await platform.call(submitRoute, again)).toMatchObject({
      status: 422,
      problem: { code: 'phone_segment_unsupported', errors: [{ pointer: '/phone' }] },
    })
  })
})
