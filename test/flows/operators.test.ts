import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balancesRoute, ledgerRoute, statementRoute } from '../../functions/bookkeeping/read.route.ts'
import { importStatementRoute } from '../../functions/bookkeeping/vendor-statement.route.ts'
import { refuseProposalRoute } from '../../functions/operators/proposals.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { routes } from '../../functions/routes.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { codeToScan, scan } from '../../local/demo/user.ts'
import type { Route } from '../../shared/http/route.ts'
import { beijingDay, DAY, rfc3339 } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { submitted } from './way.ts'

const reason = '用户来电'
const HEAD = 'requestId,calledAt,code,billed'

describe('M8 the calls of operators about money', () => {
  let instance: Instance
  let token: string
  beforeAll(async () => {
    instance = await sharedInstance()
    token = instance.operatorKey
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const today = () => beijingDay(instance.engine.now())

  it('from a refund that is stuck to one that is paid', async () => {
    const { platform, engine } = instance
    const { user, orderId } = await submitted(instance, 'mismatch', 'membership')
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
    const fault = { target: 'wechat_pay_refund', mode: 'user_account_abnormal', times: 1, subject: outTradeNo }
    await platform.must(faultsRoute, { body: fault })
    const day = today()
    await scan(platform, codeUrl)
    await settle(engine)
    const { refunds } = await platform.must(refundsRoute, { token, query: { which: 'operator' } })
    expect(refunds).toMatchObject([{ orderId, amountFen: 900, channelCode: 'USER_ACCOUNT_ABNORMAL' }])
    const params = { orderId, name: refunds[0]?.name ?? '' }
    const retried = await platform.must(refundActionRoute, { token, params, body: { action: 'retry', reason } })
    expect(retried).toMatchObject({ status: 'due', paidByHand: false })
    await settle(engine)
    const recheck = { token, params, body: { action: 'recheck', reason: ' 再查一次 ' } }
    expect(await platform.must(refundActionRoute, recheck)).toMatchObject({ status: 'succeeded' })
    const byHand = { token, params, body: { action: 'paid_by_hand', reason } }
    expect(await platform.call(refundActionRoute, byHand)).toMatchObject({ status: 409 })
    expect(await platform.must(wholeOrderRoute, { token, params: { id: orderId } })).toMatchObject({
      order: { id: orderId },
      refunds: [{ status: 'succeeded' }],
    })
    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: `order:${orderId}` } })
    // Asking once more about a refund that has ended does nothing, and so leaves nothing.
    expect(deeds).toMatchObject([{ action: 'refund_retry', detail: refunds[0]?.outRefundNo, reason }])
    const range = { token, query: { from: day, until: today() } }
    expect(await platform.must(balancesRoute, range)).toMatchObject({ unit: 'fen', total: 0, balanced: true })
    const cost = await platform.must(ledgerRoute, { token, query: { day, unit: 'yuan_10000th' } })
    expect(cost.transactions).toMatchObject([{ unit: 'yuan_10000th', entries: [{ amount: 3000 }, {}] }])
    expect((await platform.call(ledgerRoute, { token, query: { day, cursor: '3' } })).status).toBe(200)
  })

  it('a refund of which somebody says that it was paid by hand is not sent again until another has refused that', async () => {
    const { platform, engine } = instance
    const { user, orderId } = await submitted(instance, 'mismatch', 'membership')
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
    const fault = { target: 'wechat_pay_refund', mode: 'user_account_abnormal', times: 1, subject: outTradeNo }
    await platform.must(faultsRoute, { body: fault })
    await scan(platform, codeUrl)
    await settle(engine)
    const act = (action: string) => ({
      token,
      params: { orderId, name: `${outTradeNo}v` },
      body: { action, reason },
    })
    const asked = await platform.must(refundActionRoute, act('paid_by_hand'))
    const { id, expiresAt } = 'about' in asked ? asked : { id: '', expiresAt: '' }
    expect(await platform.call(refundActionRoute, act('retry'))).toMatchObject({
      status: 409,
      problem: { code: 'refund_asked_by_hand', proposal: id },
    })
    expect(await platform.must(refundActionRoute, act('recheck'))).toMatchObject({
      ...{ status: 'operator', byHandProposal: id, byHandUntil: expiresAt },
    })
    const { token: person } = await operatorAt(instance, 'decides', 'finance')
    await platform.must(refuseProposalRoute, { token: person, params: { id }, body: { reason } })
    expect(await platform.must(refundActionRoute, act('retry'))).toMatchObject({
      ...{ status: 'due', byHandProposal: null, byHandUntil: null },
    })
    await settle(engine)
    expect(await platform.must(wholeOrderRoute, { token, params: { id: orderId } })).toMatchObject({
      refunds: [{ status: 'succeeded', paidByHand: false }],
    })
  })

  const statement = (csv: string, at: number) => ({
    vendor: 'tencent_cloud',
    day: beijingDay(at),
    csv,
    reason,
  })

  it('a statement in, and out again', async () => {
    const { platform, engine } = instance
    const yesterday = engine.now() - DAY
    const csv = `\uFEFF${HEAD}\r\nr-1,${rfc3339(yesterday)},0,yes\r\n`
    const body = { ...statement(csv, yesterday), reason: '每日' }
    const imported = await platform.must(importStatementRoute, { token, body })
    expect(imported).toMatchObject({ counts: { rows: 1 }, cost: { there: 3000 } })
    const { vendor, day } = body
    const subject = `statement:${vendor}:${day}`
    expect(await platform.must(deedsRoute, { token, query: { subject } })).toMatchObject({
      deeds: [{ subject, action: 'statement_import', reason: '每日' }],
      nextCursor: null,
    })
    const ofToday = await platform.must(deedsRoute, { token, query: { day: today(), limit: '1' } })
    expect(ofToday).toMatchObject({ deeds: [{ subject, n: 1, by: { kind: 'operator_key' } }], unreadable: [] })
    expect((await platform.call(deedsRoute, { token, query: { subject, day } })).status).toBe(400)
    expect(await platform.must(statementRoute, { token, params: { vendor, day } })).toEqual(imported)
  })

  it('a statement with a fault is refused by its line, and one of a day that is not over by its field', async () => {
    const { platform, engine } = instance
    const yesterday = engine.now() - DAY
    const faulty = statement(`${HEAD}\nr-1,${rfc3339(yesterday)},0,perhaps`, yesterday)
    expect(await platform.call(importStatementRoute, { token, body: faulty })).toMatchObject({
      status: 400,
      problem: { code: 'statement_invalid', line: 2, column: 'billed', fault: 'not_yes_or_no' },
    })
    const early = statement(`${HEAD}\n`, engine.now())
    expect(await platform.call(importStatementRoute, { token, body: early })).toMatchObject({
      problem: { code: 'statement_day_not_over', errors: [{ pointer: '/day' }] },
    })
  })

  const closed = routes.filter(({ params }) => params !== undefined)

  it('every address of a channel is one that has only so many', () => {
    expect(closed.map(({ path }) => path)).toEqual(
      routes.map(({ path }) => path).filter((path) => path.includes('{channel}')),
    )
  })

  it.each(closed.map((route) => ({ route, name: `${route.method} ${route.path}` })))(
    'nothing is found at a channel that is none, whatever else is wrong: $name',
    async ({ route }) => {
      const path = route.path.replace('{channel}', 'unionpay').replace('{id}', '1').replace('{day}', '20261120')
      const answer = await fetch(`${instance.platform.url}${path}`, {
        method: route.method,
        headers: { authorization: `Bearer ${token}` },
      })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
      expect(await answer.json()).toMatchObject({ code: 'not_found' })
    },
  )

  it.each(['AUDIT#1', '..%2F..', 'x'.repeat(5000), '\u0000', '退款'])(
    'a path of anything is not found: %.20s',
    async (text) => {
      const params = { id: text, vendor: text, day: text, orderId: text, name: text }
      const asked: [Route, unknown][] = [
        [wholeOrderRoute, undefined],
        [statementRoute, undefined],
        [refundActionRoute, { action: 'retry', reason }],
      ]
      for (const [route, body] of asked)
        expect((await instance.platform.call(route, { token, params, body })).status).toBe(404)
    },
  )
})
