import { describe, expect, it } from 'vitest'
import { NO, started } from './tester.ts'

describe('Alipay', () => {
  it('is paid by code, and shown by the same call as WeChat Pay', async () => {
    const { call, alipay, buy } = started()
    const { qr_code } = (await alipay.precreate('order_0001')).body
    const shown = async () => (await call('GET', '/sandbox/payments?outTradeNo=order_0001')).body
    expect(await shown()).toMatchObject({
      channel: 'alipay',
      state: 'TRADE_NOT_EXIST',
      amountFen: 1000,
      expiresAt: '2026-11-20T04:30:00.000Z',
      transactionId: null,
    })
    const bought = await buy({ qrCode: qr_code })
    expect(bought).toMatchObject({ status: 200, body: { outTradeNo: 'order_0001', paidFen: 1000, notifications: 1 } })
    await alipay.refund('order_0001', 'r1', '9.00')
    expect(await shown()).toMatchObject({
      state: 'TRADE_SUCCESS',
      paidFen: 1000,
      transactionId: bought.body.transactionId,
      refunds: [{ outRefundNo: 'r1', refundFen: 900, state: 'SUCCESS' }],
    })
    expect((await call('GET', '/sandbox/notifications')).body.pending).toMatchObject([
      { channel: 'alipay', outTradeNo: 'order_0001', outRefundNo: null },
      { channel: 'alipay', outRefundNo: 'r1' },
    ])
  })

  it('is only scanned when that is asked for', async () => {
    const { alipay, buy } = started()
    await alipay.precreate('order_0001')
    const scanned = await buy({ outTradeNo: 'order_0001', faults: { scanOnly: true } })
    expect(scanned.body).toMatchObject({ paidFen: 0, paidAt: null, notifications: 0, returnUrl: null })
    expect((await alipay.query('order_0001')).body.trade_status).toBe('WAIT_BUYER_PAY')
  })

  it('turns a buyer away who comes too late, twice, or with a code that is none', async () => {
    const { alipay, buy, stage } = started()
    const { qr_code } = (await alipay.precreate('order_0001', { time_expire: undefined })).body
    expect(await buy({ qrCode: 'https://qr.alipay.com/baxAAAA' })).toMatchObject({ status: 404 })
    await buy({ qrCode: qr_code })
    expect(await buy({ qrCode: qr_code })).toMatchObject({ status: 409, body: { code: 'order_not_payable' } })
    stage.world.now += 3 * 3_600_000
    expect(await buy({ qrCode: qr_code })).toMatchObject({ status: 409, body: { code: 'order_expired' } })
  })

  it.each([
    ['both ways to name the order', { qrCode: 'x', outTradeNo: 'order_0001' }],
    ['neither', {}],
    ['an unknown fault', { outTradeNo: 'order_0001', faults: { colour: 'red' } }],
  ])('refuses %s', async (_, body) => {
    expect((await started().buy(body)).status).toBe(400)
  })
})

describe('looking before paying', () => {
  const look = (stage: ReturnType<typeof started>, body: unknown) => stage.call('POST', '/sandbox/scans', body)

  it('shows what is asked for at either channel, and changes nothing', async () => {
    const stage = started()
    const { code_url } = (await stage.merchant.create(NO)).json
    const { qr_code } = (await stage.alipay.precreate('order_0001')).body
    const before = stage.stage.table.items()
    const shown = { description: expect.stringMatching(/./), amountFen: 1000, paidFen: 0 }
    expect(await look(stage, { codeUrl: code_url })).toMatchObject({
      status: 200,
      body: { ...shown, channel: 'wechat_pay', outTradeNo: NO, state: 'NOTPAY' },
    })
    expect(await look(stage, { qrCode: qr_code })).toMatchObject({
      status: 200,
      body: { ...shown, channel: 'alipay', outTradeNo: 'order_0001', state: 'TRADE_NOT_EXIST' },
    })
    expect(stage.stage.table.items()).toEqual(before)
  })

  it('shows what a page inside WeChat asks for, if it is signed', async () => {
    const stage = started()
    const call = stage.merchant.jsapiCall((await stage.merchant.createJsapi(NO)).json.prepay_id)
    expect(await look(stage, { jsapi: call })).toMatchObject({ status: 200, body: { outTradeNo: NO } })
    const wrong = await look(stage, { jsapi: { ...call, nonceStr: 'another' } })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'signature_invalid' } })
  })

  it('says why there is nothing to pay', async () => {
    const stage = started()
    const { code_url } = (await stage.merchant.create(NO)).json
    expect(await look(stage, { qrCode: 'https://qr.alipay.com/baxAAAA' })).toMatchObject({ status: 404 })
    expect(await look(stage, {})).toMatchObject({ status: 400 })
    stage.stage.world.now += 3 * 3_600_000
    expect(await look(stage, { codeUrl: code_url })).toMatchObject({ status: 409, body: { code: 'order_expired' } })
  })
})

describe('money nobody asked to give back', () => {
  it('goes back at either channel, all or a part', async () => {
    const { call, merchant, pay, alipay, buy } = started()
    await merchant.create(NO)
    await pay({ outTradeNo: NO })
    await alipay.precreate('order_0001')
    await buy({ outTradeNo: 'order_0001' })
    const forced = await call('POST', '/sandbox/refunds', { outTradeNo: NO, refundFen: 300 })
    expect(forced).toMatchObject({ status: 200, body: { channel: 'wechat_pay', outRefundNo: '', refundFen: 300 } })
    const other = await call('POST', '/sandbox/refunds', { outTradeNo: 'order_0001' })
    expect(other.body).toMatchObject({ channel: 'alipay', refundFen: 1000 })
    for (const [outTradeNo, refundFen] of [
      [NO, 701],
      ['order_0001', 1],
    ] as const)
      expect(await call('POST', '/sandbox/refunds', { outTradeNo, refundFen })).toMatchObject({ status: 400 })
    expect((await call('POST', '/sandbox/refunds', { outTradeNo: 'order-none' })).status).toBe(404)
  })
})

describe('complaints', () => {
  it('are made, followed up and ended by force', async () => {
    const { call, merchant, pay } = started()
    await merchant.create(NO)
    expect((await call('POST', '/sandbox/wechat-pay/complaints', { outTradeNo: NO, text: '未付' })).status).toBe(404)
    await pay({ outTradeNo: NO })
    const made = await call('POST', '/sandbox/wechat-pay/complaints', { outTradeNo: NO, text: '没有核验' })
    expect(made).toMatchObject({ status: 200, body: { outTradeNo: NO, state: 'PENDING', times: 1, awaitsReply: true } })
    const goOn = (body: unknown) => call('POST', `/sandbox/wechat-pay/complaints/${made.body.complaintId}`, body)
    expect((await goOn({ action: 'follow_up' })).body).toMatchObject({ times: 2 })
    expect((await goOn({ action: 'force_refund', text: '超时' })).body).toMatchObject({ state: 'PROCESSED' })
    expect((await goOn({ action: 'forget' })).status).toBe(400)
    expect((await call('GET', `/sandbox/payments?outTradeNo=${NO}`)).body.refunds).toMatchObject([
      { outRefundNo: '', refundFen: 1000 },
    ])
    const { complaints } = (await call('GET', '/sandbox/wechat-pay/complaints')).body
    expect(complaints).toMatchObject([
      { history: [{ action: 'CREATE_COMPLAINT' }, { action: 'CONTINUE_COMPLAINT' }, {}] },
    ])
    expect((await call('POST', '/sandbox/wechat-pay/complaints/2002018', { action: 'follow_up' })).status).toBe(404)
  })
})
