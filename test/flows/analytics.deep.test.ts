import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { analyticsRoute, ordersOfDaysRoute } from '../../functions/analytics/read.route.ts'
import { balancesRoute } from '../../functions/bookkeeping/read.route.ts'
import { gateRoute } from '../../functions/gate/ask.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { rechargeRoute } from '../../functions/wallet/recharge.route.ts'
import { messageToken, moneyAtChannel, vendorCalls } from '../../local/demo/user.ts'
import { beijingDay, MINUTE, nextBeijingDay } from '../../shared/kernel/time.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { begunWay, submitted, travelled } from './way.ts'

type Of = readonly string[]

describe('M8 the numbers of a day', () => {
  let instance: Instance
  let token: string
  beforeAll(async () => {
    instance = await sharedInstance()
    token = instance.operatorKey
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const numbers = async (query: Record<string, string> = {}) => {
    const found = await instance.platform.must(analyticsRoute, { token, query })
    const value = (measure: string, of?: Of) =>
      found.totals.counts
        .filter((one) => one.measure === measure && (!of || one.of.join() === of.join()))
        .reduce((sum, one) => sum + one.value, 0)
    return { found, value }
  }

  const METHOD = 'carrier_three_element'

  it('are what people, channel, vendor and ledger say, however often they are counted', async () => {
    const { platform, engine } = instance
    const first = beijingDay(engine.now())
    for (const [outcome, offer] of [
      ['match', 'fee'],
      ['mismatch', 'membership'],
      ['no_record', 'membership'],
    ] as const)
      await travelled(instance, outcome, offer)
    const cancelled = await submitted(instance, 'match', 'fee')
    await platform.must(cancelRoute, { token: cancelled.user.token, params: { id: cancelled.id } })
    const left = await begunWay(instance, 'match', 'membership')
    expect((await moneyAtChannel(platform, left.outTradeNo)).paidFen).toBe(0)
    await platform.pass('40m')
    await platform.pass('16m')

    const last = beijingDay(engine.now())
    const { found, value } = await numbers({ from: first, to: last })
    expect(value('orders_opened')).toBe(5)
    expect(value('orders_begun')).toBe(4)
    expect(value('ways_chosen', ['wechat_native'])).toBe(4)
    expect(value('orders_paid')).toBe(3)
    for (const [offer, outcome] of [
      ['fee', 'match'],
      ['membership', 'mismatch'],
      ['membership', 'no_record'],
      ['fee', 'cancelled'],
      ['membership', 'expired'],
    ] as const)
      expect(value('orders_ended', ['verification', offer, METHOD, outcome]), outcome).toBe(1)
    expect(value('signed_in', ['sms_code', 'new'])).toBe(5)
    expect(value('codes_asked')).toBe(10)
    expect(value('texts', ['tencent_cloud', 'sign_in', 'answered'])).toBe(5)
    expect(value('texts', ['tencent_cloud', 'verify_phone', 'answered'])).toBe(5)
    expect(value('texts')).toBe(10)
    expect(value('calls')).toBe(3)
    for (const answer of ['match', 'mismatch', 'no_record'])
      expect(value('calls', ['tencent_cloud', 'order', answer])).toBe(1)
    expect(value('vendor_cost', ['tencent_cloud'])).toBe(value('spent', ['tencent_cloud']))
    expect(value('unreadable')).toBe(0)
    for (const [stage, measure] of [
      ['opened', 'orders_opened'],
      ['begun', 'orders_begun'],
      ['paid', 'orders_paid'],
    ] as const) {
      const query = { from: first, to: last, stage, good: 'verification', limit: '100' }
      const { orders } = await platform.must(ordersOfDaysRoute, { token, query })
      expect(orders.length, stage).toBe(value(measure))
    }

    const balances = await platform.must(balancesRoute, { token, query: { from: first, until: last } })
    const atChannel = balances.lines.find(({ account }) => account === 'clearing:wechat_pay')?.amount
    expect(value('paid_in') - value('paid_back')).toBe(atChannel)
    expect([value('paid_in'), value('paid_back')]).toEqual([2100, 1900])
    expect(value('moved')).toBe(0)
    expect([value('refunds_owed'), value('refunds_paid'), value('refunds_paid_fen')]).toEqual([2, 2, 1900])
    const took = found.totals.durations.map(({ measure, count }) => `${measure} ${count}`)
    expect(took).toEqual(expect.arrayContaining(['call_ms 3', 'refund_ms 2']))

    await platform.pass('26h')
    const again = await numbers({ from: first, to: last })
    expect(again.found.totals.counts.filter(({ measure }) => measure !== 'spend_limit')).toEqual(
      found.totals.counts.filter(({ measure }) => measure !== 'spend_limit'),
    )
    expect((await vendorCalls(platform, left.user.phone)).billed).toBe(0)
  })

  it('say how often the gate refused whom, and which alarms rang for how long, as CloudWatch counts them', async () => {
    const { platform, engine } = instance
    // All of it within one day of Beijing.
    await platform.pass(`${Math.ceil((nextBeijingDay(engine.now()) - engine.now()) / MINUTE) + 5}m`)
    const day = beijingDay(engine.now())
    const { user } = await begunWay(instance, 'match', 'fee')
    const asked = await platform.call(gateRoute, { token: user.token, params: { feature: 'send_message' } })
    expect(asked).toMatchObject({ status: 403, problem: { code: 'not_verified' } })
    const message = { token: await messageToken(platform, user), headers: freshKey(), body: { content: 'x' } }
    expect(await platform.call(sendRoute, message)).toMatchObject({ status: 403, problem: { code: 'not_verified' } })
    const bought = { token: user.token, headers: freshKey(), body: { points: 100 } }
    expect(await platform.call(rechargeRoute, bought)).toMatchObject({ status: 403 })
    const fault = { target: 'tencent_sms', mode: 'insufficient_balance', times: 1 }
    await platform.must(faultsRoute, { body: fault })
    const { phone } = await instance.person('match')
    await platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    await platform.pass('16m')

    const { found, value } = await numbers({ from: day, to: day })
    expect(value('gate_refusals', ['send_message', 'never_verified'])).toBe(2)
    expect(value('gate_refusals', ['recharge_points', 'never_verified'])).toBe(1)
    expect(value('gate_refusals')).toBe(3)
    expect(value('texts_not_taken', ['tencent_cloud', 'needs_repair'])).toBe(1)
    // Others may ring as well: a clock that jumps over the hours in which the day's root was due lets it be overdue.
    const names = found.totals.counts.flatMap(({ measure, of: [name = ''] }) =>
      measure === 'alarms_begun' ? [name] : [],
    )
    const codes = names.filter((name) => name.startsWith('account-accountsmscodeRung'))
    expect(codes).toHaveLength(1)
    expect([value('alarms_begun', codes), value('alarm_seconds', codes)]).toEqual([1, 300])
  })

  it('are refused for a range that is none, by the field', async () => {
    const { platform } = instance
    const asked = (query: Record<string, string>) => platform.call(analyticsRoute, { token, query })
    expect(await asked({ from: '20260231' })).toMatchObject({
      status: 400,
      problem: { errors: [{ pointer: '/from', code: 'invalid_day' }] },
    })
    expect(await asked({ to: '20991231' })).toMatchObject({
      status: 400,
      problem: { code: 'invalid_analytics_range', errors: [{ pointer: '/to' }] },
    })
    expect((await asked({ by: 'year' })).status).toBe(400)
    expect((await asked({ since: '20260101' })).status).toBe(400)
    expect((await platform.call(analyticsRoute, {})).status).toBe(401)
  })
})
