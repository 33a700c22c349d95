import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { controlRoutes } from '../../../functions/sandbox/control.route.ts'
import { faultModes } from '../../../functions/sandbox/faults.ts'
import { papers } from '../../../functions/sandbox/papers.ts'
import { people } from '../../../functions/sandbox/people.ts'
import { accounts } from '../../../functions/sandbox/register/accounts.ts'
import { cards } from '../../../functions/sandbox/register/cards.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { takeMail } from '../../../functions/sandbox/texts/mails.ts'
import { answering, NOON, type Stage } from '../stage.ts'
import { callerOf } from '../tencent-cloud/caller.ts'
import { keys, NO, started } from './tester.ts'

const send = (stage: Stage, phone: string, code: string) =>
  callerOf(stage, keys)('sms', {
    PhoneNumberSet: [`+86${phone}`],
    SmsSdkAppId: '1',
    TemplateId: '1',
    TemplateParamSet: [code],
  })

describe('M3 the calls of the sandbox happy', () => {
  it('lists the test people', async () => {
    const { call } = started()
    expect(await call('GET', '/sandbox/people')).toEqual({
      status: 200,
      body: {
        ...{ people: [...people, ...papers], cards, companies },
        accounts: accounts.map(({ number, note }) => ({ number, note })),
      },
    })
  })

  it('shows the texts of a number, newest first', async () => {
    const { call, stage } = started()
    await send(stage, '19400001001', '111111')
    await send(stage, '19400001001', '222222')
    const { body } = await call('GET', '/sandbox/sms?phone=19400001001')
    expect(body.messages).toMatchObject([
      { code: '222222', at: '2026-11-20T04:00:00.000Z' },
      { code: '111111', at: '2026-11-20T04:00:00.000Z' },
    ])
  })

  it('shows the e-mails of an address, newest first', async () => {
    const { call, stage } = started()
    const mail = { from: 'id@mail.example.cn', to: 'zhang@example.com', subject: '验证码', text: '…' }
    for (const code of ['111111', '222222']) await takeMail(stage.sandbox, { ...mail, code, at: NOON })
    const { body } = await call('GET', '/sandbox/mails?to=Zhang@Example.com')
    expect(body.mails).toMatchObject([{ code: '222222', subject: '验证码' }, { code: '111111' }])
    expect(await call('GET', '/sandbox/mails?to=zhang')).toMatchObject({ status: 400, body: { code: 'invalid_email' } })
  })

  it('pays by code, shows the payment and its refunds, and the notification is pending', async () => {
    const { call, merchant, pay } = started()
    const { code_url } = (await merchant.create(NO)).json
    const paid = await pay({ codeUrl: code_url })
    expect(paid).toMatchObject({ status: 200, body: { outTradeNo: NO, paidFen: 1000, notifications: 1 } })
    await merchant.askRefund(NO, 'r1', 900)
    expect((await call('GET', `/sandbox/payments?outTradeNo=${NO}`)).body).toMatchObject({
      state: 'REFUND',
      amountFen: 1000,
      paidFen: 1000,
      transactionId: paid.body.transactionId,
      refunds: [{ outRefundNo: 'r1', refundFen: 900, state: 'PROCESSING' }],
    })
    expect((await call('GET', '/sandbox/notifications')).body).toMatchObject({
      delivered: [],
      pending: [{ outTradeNo: NO, outRefundNo: null, attempts: 0 }, { outRefundNo: 'r1' }],
    })
  })

  it('delivers what is due when told to', async () => {
    const { call, merchant, pay, stage } = started()
    await merchant.create(NO)
    await pay({ outTradeNo: NO, faults: { duplicates: 1, delayMs: 60_000 } })
    expect((await call('POST', '/sandbox/notifications')).body.delivered).toEqual([])
    stage.world.now += 60_000
    stage.world.merchant = () => answering(204)
    const flushed = await call('POST', '/sandbox/notifications')
    expect(flushed.body).toEqual({ delivered: ['accepted', 'accepted'], pending: [] })
    expect(stage.received).toHaveLength(2)
  })

  it('pays late and wrongly, and drops the notification, when asked', async () => {
    const { merchant, pay, stage } = started()
    await merchant.create(NO)
    await merchant.close(NO)
    const faults = { payAfterClose: true, amountFen: 1, dropNotification: true }
    expect((await pay({ outTradeNo: NO, faults })).body).toMatchObject({ paidFen: 1, notifications: 0 })
    expect(stage.queued).toEqual([])
  })

  it('counts calls of all and of one phone', async () => {
    const { call, stage } = started()
    await send(stage, '19400001001', '111111')
    await send(stage, '19400001002', '222222')
    const total = async (query: string) => (await call('GET', `/sandbox/vendor-calls${query}`)).body.vendors
    expect(await total('')).toContainEqual({ vendor: 'tencent_sms', billed: 2, unbilled: 0, turnedAway: 0 })
    expect(await total('?phone=19400001002')).toContainEqual({
      vendor: 'tencent_sms',
      billed: 1,
      unbilled: 0,
      turnedAway: 0,
    })
    expect(await total('')).toContainEqual({ vendor: 'tencent_faceid', billed: 0, unbilled: 0, turnedAway: 0 })
  })

  it('arms a fault for one order', async () => {
    const { call, merchant } = started()
    const fault = { target: 'wechat_pay_create', mode: 'error_500', times: 1, subject: NO }
    expect(await call('POST', '/sandbox/faults', fault)).toEqual({ status: 200, body: fault })
    expect((await merchant.create('order-0002')).status).toBe(200)
    expect((await merchant.create(NO)).status).toBe(500)
  })
})

describe('M3 the calls of the sandbox refused', () => {
  it('paying what is unknown, closed, expired or already paid', async () => {
    const { merchant, pay, stage } = started()
    expect(await pay({ outTradeNo: 'order-none' })).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await pay({ codeUrl: 'weixin://wxpay/bizpayurl?pr=AAAA' })).toMatchObject({ status: 404 })
    const { code_url } = (await merchant.create(NO)).json
    await pay({ outTradeNo: NO })
    expect(await pay({ outTradeNo: NO })).toMatchObject({ status: 409, body: { code: 'order_not_payable' } })
    stage.world.now += 3 * 3_600_000
    expect(await pay({ codeUrl: code_url })).toMatchObject({ status: 409, body: { code: 'order_expired' } })
  })

  it('an order nobody created', async () => {
    const { call } = started()
    expect(await call('GET', '/sandbox/payments?outTradeNo=order-none')).toMatchObject({ status: 404 })
  })

  it('everybody without the tester key, where there is one', async () => {
    const { call } = started('a-tester-key')
    for (const key of [undefined, 'another-key']) {
      const headers: Record<string, string> = key ? { 'x-shiming-tester': key } : {}
      expect(await call('GET', '/sandbox/people', undefined, headers)).toMatchObject({
        status: 401,
        body: { code: 'unauthenticated' },
      })
    }
    expect((await call('GET', '/sandbox/people', undefined, { 'x-shiming-tester': 'a-tester-key' })).status).toBe(200)
  })
})

describe('M3 the calls of the sandbox hostile', () => {
  it.each([
    ['an unknown member', { outTradeNo: NO, colour: 'red' }, '/colour'],
    ['an unknown fault', { outTradeNo: NO, faults: { colour: 'red' } }, '/faults/colour'],
    ['both ways to name the order', { outTradeNo: NO, codeUrl: 'weixin://' }, ''],
    ['neither', {}, ''],
    ['half a fen', { outTradeNo: NO, faults: { amountFen: 0.5 } }, '/faults/amountFen'],
    ['a wrong type', { outTradeNo: 1 }, '/outTradeNo'],
    ['a delay in the past', { outTradeNo: NO, faults: { delayMs: -1 } }, '/faults/delayMs'],
  ])('paying with %s names the field', async (_, body, pointer) => {
    const { pay } = started()
    expect(await pay(body)).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ pointer }] } })
  })

  it.each([
    [{ target: 'nobody', mode: 'error_500', times: 1 }, '/target'],
    [{ target: 'tencent_sms', mode: 'closed', times: 1 }, '/mode'],
    [{ target: 'tencent_sms', mode: 'toString', times: 1 }, '/mode'],
    [{ target: 'tencent_sms', mode: 'error_500', times: 1.5 }, '/times'],
    [{ target: 'tencent_sms', mode: 'error_500' }, '/times'],
  ])('arming %j names the field', async (body, pointer) => {
    const { call } = started()
    expect(await call('POST', '/sandbox/faults', body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
  })

  it('a mode that its target has not is told which it has', async () => {
    const { call } = started()
    const { body } = await call('POST', '/sandbox/faults', { target: 'tencent_sms', mode: 'closed', times: 1 })
    expect(body.errors).toMatchObject([{ pointer: '/mode', expected: { enum: Object.keys(faultModes.tencent_sms) } }])
  })

  it('more than was paid does not go back, and what can is told', async () => {
    const { call, merchant, pay } = started()
    await merchant.create(NO)
    const back = { outTradeNo: NO, refundFen: 1 }
    const none = await call('POST', '/sandbox/refunds', back)
    expect(none).toMatchObject({ status: 400, body: { errors: [{ pointer: '/refundFen', expected: { maximum: 0 } }] } })
    const paidFen = Number((await pay({ outTradeNo: NO })).body.paidFen)
    const most = { type: 'integer', maximum: paidFen, unit: 'fen' }
    const more = await call('POST', '/sandbox/refunds', { ...back, refundFen: paidFen + 1 })
    expect(more.body.errors).toMatchObject([{ pointer: '/refundFen', expected: most }])
    const drawn = await call('POST', '/sandbox/withdrawals', { channel: 'wechat_pay', fen: 1_000_000_000 })
    expect(drawn.body.errors).toMatchObject([{ pointer: '/fen', expected: { type: 'integer', unit: 'fen' } }])
  })

  it('malformed JSON, lists and a phone that is none', async () => {
    const { call, pay } = started()
    expect(await pay('{')).toMatchObject({ status: 400, body: { code: 'malformed_json' } })
    expect((await pay([])).status).toBe(400)
    expect(await call('GET', '/sandbox/sms?phone=1')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/phone', code: 'invalid_phone' }] },
    })
    expect((await call('GET', '/sandbox/sms')).status).toBe(400)
  })
})

describe('the routes', () => {
  it('exist in the sandbox only and are all answered', async () => {
    expect(controlRoutes.every((route) => route.sandboxOnly && route.fn === 'sandbox-control')).toBe(true)
    const { call } = started()
    for (const { method, path } of controlRoutes) expect((await call(method, path, {})).status).not.toBe(404)
  })

  it('answer what they promise', async () => {
    const { call, merchant, pay, alipay, buy } = started()
    await merchant.create(NO)
    await merchant.create('order-0002')
    await pay({ outTradeNo: NO })
    const asked = {
      '/sandbox/sms': '?phone=19400001001',
      '/sandbox/mails': '?to=zhang@example.com',
      '/sandbox/payments': `?outTradeNo=${NO}`,
      '/sandbox/vendor-calls': '',
      '/sandbox/people': '',
      '/sandbox/notifications': '',
      '/sandbox/wechat-pay/complaints': '',
    }
    for (const [path, query] of Object.entries(asked)) {
      const schema = controlRoutes.find((route) => route.method === 'GET' && route.path === path)?.answers[200]
      const { status, body } = await call('GET', path + query)
      expect(status).toBe(200)
      expect(schema && z.safeParse(schema, body).success, path).toBe(true)
    }
    await alipay.precreate('order_0001')
    const complaint = await call('POST', '/sandbox/wechat-pay/complaints', { outTradeNo: NO, text: '没有核验' })
    const told = {
      '/sandbox/wechat-pay/pay': await pay({ outTradeNo: 'order-0002' }),
      '/sandbox/alipay/pay': await buy({ outTradeNo: 'order_0001' }),
      '/sandbox/wechat-pay/complaints': complaint,
      '/sandbox/wechat-pay/complaints/{id}': await call(
        'POST',
        `/sandbox/wechat-pay/complaints/${complaint.body.complaintId}`,
        { action: 'follow_up' },
      ),
      '/sandbox/refunds': await call('POST', '/sandbox/refunds', { outTradeNo: NO }),
      '/sandbox/withdrawals': await call('POST', '/sandbox/withdrawals', { channel: 'alipay' }),
      '/sandbox/notifications': await call('POST', '/sandbox/notifications'),
    }
    for (const [path, { status, body }] of Object.entries(told)) {
      const schema = controlRoutes.find((route) => route.method === 'POST' && route.path === path)?.answers[200]
      expect([path, status]).toEqual([path, 200])
      expect(schema && z.safeParse(schema, body).success, path).toBe(true)
    }
  })
})
