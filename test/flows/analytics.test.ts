import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyticsRoute } from '../../functions/analytics/read.route.ts'
import { balancesRoute } from '../../functions/bookkeeping/read.route.ts'
import { cancelRoute } from '../../functions/verification/cancel.route.ts'
import { moneyAtChannel, vendorCalls } from '../../local/demo/user.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
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
    expect(value('calls')).toBe(3)
    for (const answer of ['match', 'mismatch', 'no_record'])
      expect(value('calls', ['tencent_cloud', 'order', answer])).toBe(1)
    expect(value('vendor_cost', ['tencent_cloud'])).toBe(value('spent', ['tencent_cloud']))
    expect(value('unreadable')).toBe(0)

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
