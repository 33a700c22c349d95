import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { unbanRoute } from '../../functions/account/ban.route.ts'
import { tokenCreateRoute } from '../../functions/account/tokens.route.ts'
import { getComplaintRoute, maliciousRoute, replyRoute } from '../../functions/complaints/operator.route.ts'
import { membershipRoute } from '../../functions/membership/buy.route.ts'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { approveProposalRoute } from '../../functions/operators/proposals.route.ts'
import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { getOrderRoute } from '../../functions/payment/read.route.ts'
import { deliverNotificationsRoute, faultsRoute } from '../../functions/sandbox/control.route.ts'
import { complainRoute, complaintActionRoute } from '../../functions/sandbox/control-channels.route.ts'
import { rechargeRoute } from '../../functions/wallet/recharge.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { type CodeMethod, codeToScan, moneyAtChannel, scan, signIn, type User } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { submitted, verifiedUser } from './way.ts'

const reason = '按证据处理'

/** What functions do only now and then: by it is known that they may. */
describe('what seldom happens', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterEach(() => instance.engine.faults.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const drop = (queue: string): void =>
    instance.engine.faults.add({ target: 'queue', queue, action: 'drop', times: 1000 })

  const monthOf = (user: User, headers = freshKey()) =>
    instance.platform.must(membershipRoute, { body: { months: 1 }, token: user.token, headers })

  /** Somebody who has bought a month, which is paid. */
  const member = async (method: CodeMethod) => {
    const { platform } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const { order } = await monthOf(user)
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id, method)
    await scan(platform, codeUrl)
    await platform.pass('1m')
    return { user, orderId: order.id, outTradeNo }
  }

  const membershipOf = async ({ token }: User) => (await instance.platform.must(accountRoute, { token })).membership

  const complaintAbout = async (outTradeNo: string): Promise<string> => {
    const { complaintId } = await instance.platform.must(complainRoute, { body: { outTradeNo, text: '要求退款' } })
    return complaintId
  }

  it('P14 a month is paid for through Alipay', async () => {
    const { user } = await member('alipay_qr')
    expect(await membershipOf(user)).toMatchObject({ active: true })
  })

  it('P15 whoever is given an open order again finds it under the new key, too', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const recharge = (headers: Record<string, string>) =>
      platform.must(rechargeRoute, { body: { points: 100 }, token: user.token, headers })
    for (const buy of [(key: Record<string, string>) => monthOf(user, key), recharge]) {
      const again = freshKey()
      const ids = [(await buy(freshKey())).order.id, (await buy(again)).order.id, (await buy(again)).order.id]
      expect(new Set(ids).size).toBe(1)
    }
  })

  it('P15 whoever repeats a purchase whose money went back reads that it did, and buys nothing', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const recharge = (headers: Record<string, string>) =>
      platform.must(rechargeRoute, { body: { points: 100 }, token: user.token, headers })
    for (const buy of [(key: Record<string, string>) => monthOf(user, key), recharge]) {
      const key = freshKey()
      const { order } = await buy(key)
      const { codeUrl } = await codeToScan(platform, user, order.id)
      await scan(platform, codeUrl, { amountFen: 90 })
      await platform.pass('1m')
      expect((await buy(key)).order).toMatchObject({ id: order.id, status: 'refunded' })
    }
    expect(await membershipOf(user)).toBeNull()
  })

  it('P12 a ban is lifted that nobody appealed against', async () => {
    const { platform, operatorKey: token } = instance
    const { user, outTradeNo } = await member('wechat_native')
    for (const banned of [false, true]) {
      const params = { channel: 'wechat_pay', id: await complaintAbout(outTradeNo) }
      await platform.pass('1m')
      expect(await platform.must(maliciousRoute, { token, params, body: { reason } })).toMatchObject({ banned })
    }
    const lifted = await platform.must(unbanRoute, { token, params: { id: user.accountId }, body: { reason } })
    expect(lifted).toEqual({ accountId: user.accountId, banned: false, appeal: null })
  })

  it('P12 an operator is the first to look at a complaint, and at what the channel gave back', async () => {
    const { platform, operatorKey: token } = instance
    const { user, outTradeNo } = await member('wechat_native')
    drop('complaints')
    const id = await complaintAbout(outTradeNo)
    await platform.must(complaintActionRoute, { params: { id }, body: { action: 'force_refund' } })
    await platform.pass('1m')
    const params = { channel: 'wechat_pay', id }
    const body = { text: '您好，款项已退回。', reason }
    expect(await platform.call(replyRoute, { token, params, body })).toMatchObject({
      ok: false,
      problem: { code: 'complaint_over' },
    })
    expect(await platform.must(getComplaintRoute, { token, params })).toMatchObject({
      accountId: user.accountId,
      forcedFen: 1000,
    })
    expect((await membershipOf(user))?.active ?? false).toBe(false)
  })

  it('P7 a refund through Alipay is paid another way, and then by nobody else', async () => {
    const { platform, engine, operatorKey: token } = instance
    const { user, orderId } = await submitted(instance, 'no_record', 'fee')
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId, 'alipay_qr')
    const body = { target: 'alipay_refund', mode: 'not_allowed', times: 100, subject: outTradeNo }
    await platform.must(faultsRoute, { body })
    await scan(platform, codeUrl)
    await settle(engine)
    const { refunds } = await platform.must(refundsRoute, { token, query: { which: 'operator' } })
    expect(refunds).toMatchObject([{ orderId, channel: 'alipay' }])
    const params = { orderId, name: refunds[0]?.name ?? '' }
    const asked = await platform.must(refundActionRoute, { token, params, body: { action: 'paid_by_hand', reason } })
    const lin = await operatorAt(instance, 'lin', 'finance')
    const deed = { token: lin.token, params: { id: 'id' in asked ? asked.id : '' }, body: { reason } }
    expect(await platform.must(approveProposalRoute, deed)).toMatchObject({ status: 'approved' })
    expect(await platform.must(wholeOrderRoute, { token, params: { id: orderId } })).toMatchObject({
      refunds: [{ status: 'succeeded', paidByHand: true }],
    })
    const order = await platform.must(getOrderRoute, { params: { id: orderId }, token: user.token })
    expect(order).toMatchObject({ status: 'refunded', refunds: [{ status: 'back' }] })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 100, refundedFen: 0 })
  })

  it('P13 a script that speaks pushplus knocks at a webhook', async () => {
    const { platform, receiver } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const hook = { kind: 'webhook', url: `http://${receiver.address}/hook` }
    await platform.must(saveChannelRoute, { params: { code: 'mine' }, body: hook, token: user.token })
    const { token } = await platform.must(tokenCreateRoute, { body: { name: 'cron' }, token: user.token })
    const before = receiver.received.length
    const body = JSON.stringify({ token, content: 'knock', channel: 'webhook', webhook: 'mine' })
    const headers = { 'content-type': 'application/json' }
    expect(await (await fetch(`${platform.url}/send`, { method: 'POST', headers, body })).json()).toMatchObject({
      code: 200,
    })
    await platform.pass('0s')
    expect(receiver.received).toHaveLength(before + 1)
  })

  it('M3 what runs by the clock and fails says so, and the next tick makes up for it', async () => {
    const { platform, engine } = instance
    const missed = async (fn: string) => (await engine.state()).queues[`${fn}-dead`]?.visible
    for (const fn of ['upkeep-sweep', 'complaints-watch']) {
      const before = Number(await missed(fn))
      engine.faults.add({ target: 'function', fn, action: 'kill_before', times: 1 })
      await platform.pass('61m')
      expect(await missed(fn)).toBe(before + 1)
    }
  })

  it('M3 a notification that the queue lost is delivered by hand', async () => {
    const { platform, engine } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const { order } = await monthOf(user)
    const { codeUrl } = await codeToScan(platform, user, order.id)
    drop('sandbox')
    await scan(platform, codeUrl)
    await engine.drain()
    expect((await membershipOf(user))?.active ?? false).toBe(false)
    expect((await platform.must(deliverNotificationsRoute)).delivered).toContain('accepted')
    expect(await membershipOf(user)).toMatchObject({ active: true })
  })
})
