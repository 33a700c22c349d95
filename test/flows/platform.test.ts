import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appealRoute, appealsRoute } from '../../functions/account/appeal.route.ts'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { banRoute, unbanUserRoute } from '../../functions/account/user-ban.route.ts'
import { gateRoute } from '../../functions/gate/ask.route.ts'
import { membershipRoute } from '../../functions/membership/buy.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { cancelOrderRoute } from '../../functions/payment/cancel.route.ts'
import { lookForPaymentRoute } from '../../functions/payment/look.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { getOrderRoute, listOrdersRoute } from '../../functions/payment/read.route.ts'
import { payRoute as payerRoute } from '../../functions/sandbox/control-channels.route.ts'
import { getRoute, listRoute } from '../../functions/verification/read.route.ts'
import { codeToScan, moneyAtChannel, scan, signIn, submit } from '../../local/demo/user.ts'
import type { Route } from '../../shared/http/route.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('the platform on behalf of its users', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** What the platform calls with, for that user. */
  const forUser = (externalId: string) => ({ token: instance.platformKey, query: { externalId } })

  const user = async () => {
    const { platform, platformKey } = instance
    const externalId = randomUUID()
    const { token = '', account } = await platform.must(signInRoute, { body: { externalId }, token: platformKey })
    return { externalId, token, accountId: account.id, phone: '' }
  }

  const month = async (token: string): Promise<string> =>
    (await instance.platform.shiming.withSession(token).memberships.buy()).order.id

  it('P2 sees of somebody never seen an account without anything, and nothing to read', async () => {
    const { platform } = instance
    const { externalId, token } = await user()
    const theirs = await platform.must(accountRoute, { token })
    const stranger = forUser(randomUUID())
    expect(await platform.must(accountRoute, stranger)).toEqual({
      ...theirs,
      id: null,
      externalId: stranger.query.externalId,
    })
    expect(await platform.must(listRoute, stranger)).toEqual({ verifications: [], nextCursor: null })
    expect(await platform.must(listOrdersRoute, stranger)).toEqual({ orders: [], nextCursor: null })
    const orderId = await month(token)
    for (const route of [getOrderRoute, cancelOrderRoute, lookForPaymentRoute, getRoute])
      expect(await platform.call(route, { ...stranger, params: { id: orderId } })).toMatchObject({ status: 404 })
    expect(await platform.must(getOrderRoute, { ...forUser(externalId), params: { id: orderId } })).toMatchObject({
      status: 'created',
    })
  })

  it('names the user, while a user can name nobody', async () => {
    const { platform, platformKey } = instance
    const { externalId, token } = await user()
    const params = { id: '0'.repeat(32), feature: 'send_message' }
    const body = { method: 'wechat_native' }
    const routes: Route[] = [
      accountRoute,
      listRoute,
      getRoute,
      listOrdersRoute,
      getOrderRoute,
      cancelOrderRoute,
      lookForPaymentRoute,
      gateRoute,
    ]
    for (const route of [...routes, payRoute]) {
      const call = { params, ...(route === payRoute && { body }) }
      const [nobody, misnamed, named] = [
        await platform.call(route, { ...call, token: platformKey }),
        await platform.call(route, { ...call, token: platformKey, query: { externalId: 'with blank' } }),
        await platform.call(route, { ...call, token, query: { externalId } }),
      ]
      const errors = [{ pointer: '/externalId', code: 'invalid_external_id' }]
      for (const reply of [nobody, misnamed])
        expect(reply).toMatchObject({ status: 400, problem: { code: 'invalid_external_id', errors } })
      expect(named).toMatchObject({ status: 400, problem: { code: 'external_id_with_session' } })
    }
  })

  it('P4 P5 reads what the user sees, and pays by wechat_h5 where the payer is, though nobody proxies', async () => {
    const { platform, engine } = instance
    const { externalId, ...one } = await user()
    const person = await instance.person('match')
    const { id, order } = await submit(platform, one, person, 'fee')
    const pays = { ...forUser(externalId), params: { id: order.id } }
    const h5 = (payerAddress?: string) => ({ ...pays, body: { method: 'wechat_h5', payerAddress } })
    expect(await platform.call(payRoute, h5())).toMatchObject({ problem: { code: 'payer_address_required' } })
    expect(await platform.call(payRoute, h5('10.0.0.1'))).toMatchObject({ problem: { code: 'invalid_payer_address' } })
    const { h5Url } = await platform.must(payRoute, h5('203.0.113.7'))
    expect(await platform.must(payRoute, { ...h5('203.0.113.7'), token: one.token, query: {} })).toMatchObject({
      outTradeNo: order.id,
    })
    await platform.must(payerRoute, { body: { h5Url } })
    await platform.pass('1m')
    expect(await platform.call(cancelOrderRoute, pays)).toMatchObject({
      status: 409,
      problem: { code: 'order_already_paid', orderStatus: 'settled' },
    })

    const same = async <R extends Route>(route: R, params?: Record<string, string>) => {
      const mark = engine.calls.mark()
      const asPlatform = await platform.must(route, { ...forUser(externalId), ...(params && { params }) })
      const { dynamodb } = engine.calls.counts(mark)[route.fn] ?? {}
      expect(asPlatform).toEqual(await platform.must(route, { token: one.token, ...(params && { params }) }))
      return [asPlatform, dynamodb]
    }
    // One read finds the account, where the session's own is one, or comes along.
    expect(await same(accountRoute)).toMatchObject([{ verification: { status: 'verified', name: '**夏' } }, 2])
    expect(await same(listRoute)).toMatchObject([{ verifications: [{ id, status: 'verified' }] }, 2])
    expect(await same(getRoute, { id })).toMatchObject([{ id, order: { status: 'settled' } }, 3])
    expect(await same(listOrdersRoute)).toMatchObject([{ orders: [{ id: order.id, status: 'settled' }] }, 3])
    expect(await same(getOrderRoute, { id: order.id })).toMatchObject([{ channel: 'wechat_pay' }, 2])
  })

  it('P4 says nothing of where a user is who signed in by themselves', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const { token } = await signIn(platform, phone)
    const call = { params: { id: await month(token) }, token }
    const body = { method: 'wechat_native', payerAddress: '203.0.113.7' }
    expect(await platform.call(payRoute, { ...call, body })).toMatchObject({
      status: 400,
      problem: { code: 'payer_address_not_accepted', errors: [{ pointer: '/payerAddress' }] },
    })
    expect((await platform.must(payRoute, { ...call, body: { method: 'wechat_native' } })).codeUrl).toBeTruthy()
  })

  it('P16 gives up what nobody paid yet, as the user does; a second click does no harm', async () => {
    const { platform } = instance
    const { externalId, ...one } = await user()
    const orderId = await month(one.token)
    const { codeUrl, outTradeNo } = await codeToScan(platform, one, orderId)
    const call = { ...forUser(externalId), params: { id: orderId } }
    const cancelled = await platform.must(cancelOrderRoute, call)
    expect(cancelled).toMatchObject({ id: orderId, kind: 'membership', status: 'closed', refunds: [] })
    expect(await platform.must(cancelOrderRoute, { params: { id: orderId }, token: one.token })).toEqual(cancelled)
    await expect(scan(platform, codeUrl)).rejects.toThrow()
    expect((await platform.must(listOrdersRoute, { token: one.token })).orders).toMatchObject([{ status: 'closed' }])
    expect(await platform.call(payRoute, { ...call, body: { method: 'wechat_native' } })).toMatchObject({
      problem: { code: 'order_not_payable' },
    })
    // What is paid after all goes back, and cannot be given up.
    await scan(platform, codeUrl, { payAfterClose: true })
    await platform.pass('1m')
    expect(await platform.call(cancelOrderRoute, call)).toMatchObject({ problem: { code: 'order_already_paid' } })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 1000, refundedFen: 1000 })
  })

  it('P12 bans a user and lets them in again: they read why, appeal, and get back what they pay all the same', async () => {
    const { platform, platformKey, operatorKey } = instance
    const { externalId, ...one } = await user()
    const { codeUrl, outTradeNo } = await codeToScan(platform, one, await month(one.token))
    const ban = { body: { externalId, reason: '群发广告' }, token: platformKey }
    const banned = await platform.must(banRoute, ban)
    expect(banned).toMatchObject({ id: one.accountId, externalId, ban: { reason: '群发广告', by: 'platform' } })
    expect(await platform.must(banRoute, { ...ban, body: { externalId, reason: '又一次' } })).toEqual(banned)
    const page = await platform.must(accountRoute, { token: one.token })
    expect(page).toMatchObject({ ban: banned.ban, gate: { send_message: { allowed: false, code: 'banned' } } })
    const buys = { body: { months: 1 }, token: one.token, headers: { 'idempotency-key': randomUUID() } }
    expect(await platform.call(membershipRoute, buys)).toMatchObject({ status: 403, problem: { code: 'banned' } })
    await scan(platform, codeUrl)
    await platform.pass('1m')
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 1000, refundedFen: 1000 })
    expect((await platform.must(listOrdersRoute, { token: one.token })).orders).toMatchObject([{ status: 'refunded' }])

    await platform.must(appealRoute, { body: { text: '不是我发的' }, token: one.token })
    const lifts = { body: { externalId, reason: '核实无误' }, token: platformKey }
    for (let clicks = 0; clicks < 2; clicks += 1)
      expect(await platform.must(unbanUserRoute, lifts)).toEqual({ id: one.accountId, externalId, ban: null })
    expect(await platform.must(appealsRoute, { token: one.token })).toMatchObject({
      appeals: [{ status: 'granted', reason: '核实无误' }],
    })
    expect((await platform.must(accountRoute, { token: one.token })).ban).toBeNull()
    // What a ban refused opened nothing, so its key is as good as new.
    expect((await platform.must(membershipRoute, buys)).order.status).toBe('created')
    const subject = `account:${one.accountId}`
    const { deeds } = await platform.must(deedsRoute, { query: { subject }, token: operatorKey })
    const by = { kind: 'platform', id: expect.any(String) }
    expect(deeds).toMatchObject([
      { action: 'account_unban', by, reason: '核实无误' },
      { action: 'account_ban', by, reason: '群发广告' },
    ])
  })

  it('P12 bans somebody before they come', async () => {
    const { platform, platformKey } = instance
    const externalId = randomUUID()
    const reason = '在别处作弊'
    const { id } = await platform.must(banRoute, { body: { externalId, reason }, token: platformKey })
    expect(
      await platform.call(gateRoute, { ...forUser(externalId), params: { feature: 'send_message' } }),
    ).toMatchObject({
      status: 403,
      problem: { code: 'banned' },
    })
    const { token = '', account } = await platform.must(signInRoute, { body: { externalId }, token: platformKey })
    expect(account.id).toBe(id)
    expect((await platform.must(accountRoute, { token })).ban).toMatchObject({ reason, by: 'platform' })
  })

  it('P11 keeps ID numbers out of its reasons', async () => {
    const { platform, platformKey } = instance
    const { idNumber } = await instance.person('match')
    const body = { externalId: randomUUID(), reason: `冒用 ${idNumber}` }
    for (const route of [banRoute, unbanUserRoute])
      expect(await platform.call(route, { body, token: platformKey })).toMatchObject({
        status: 400,
        problem: { code: 'id_number_in_text', errors: [{ pointer: '/reason' }] },
      })
  })
})
