import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { isSigned, merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order-0001'
const MINUTE = 60_000

const started = () => {
  const stage = stageOf(keys)
  return { stage, merchant: merchantOf(stage, keys), payer: () => pay(stage.sandbox, NO, {}, {}) }
}

describe('an order', () => {
  it('is NOTPAY, then SUCCESS with transaction, payer and time', async () => {
    const { merchant, payer } = started()
    await merchant.create(NO, { attach: 'a1' })
    expect((await merchant.query(NO)).json).toMatchObject({
      trade_state: 'NOTPAY',
      amount: { total: 1000 },
      attach: 'a1',
    })
    await payer()
    expect((await merchant.query(NO)).json).toMatchObject({
      trade_state: 'SUCCESS',
      out_trade_no: NO,
      mchid: keys.secret.mchid,
      appid: keys.secret.appid,
      trade_type: 'NATIVE',
      transaction_id: expect.stringMatching(/^4200\d{23}$/),
      success_time: '2026-11-20T12:00:00+08:00',
      amount: { total: 1000, payer_total: 1000, currency: 'CNY' },
    })
  })

  it('asked for again with the same parameters is the same order', async () => {
    const { merchant, stage } = started()
    await merchant.create(NO)
    const written = stage.table.items()
    expect((await merchant.create(NO)).status).toBe(200)
    expect(stage.table.items()).toEqual(written)
  })

  it('asked for by many at once is one order', async () => {
    const { merchant, stage } = started()
    const made = await Promise.all(Array.from({ length: 5 }, () => merchant.create(NO)))
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(stage.table.items()).toHaveLength(1)
  })

  it('closes with 204, signed, as often as asked, and is CLOSED', async () => {
    const { merchant } = started()
    await merchant.create(NO)
    for (let times = 0; times < 2; times += 1) {
      const closed = await merchant.close(NO)
      expect(closed).toMatchObject({ status: 204, text: '' })
      expect(isSigned(closed.headers, '', keys)).toBe(true)
    }
    expect((await merchant.query(NO)).json.trade_state).toBe('CLOSED')
    expect(await merchant.create(NO)).toMatchObject({ status: 400, json: { code: 'ORDER_CLOSED' } })
  })

  it('past its time_expire is CLOSED and cannot be paid', async () => {
    const { merchant, stage, payer } = started()
    await merchant.create(NO, { time_expire: '2026-11-20T12:30:00+08:00' })
    stage.world.now = NOON + 30 * MINUTE - 1
    expect((await merchant.query(NO)).json.trade_state).toBe('NOTPAY')
    stage.world.now = NOON + 30 * MINUTE
    expect((await merchant.query(NO)).json.trade_state).toBe('CLOSED')
    expect(await payer()).toEqual({ kind: 'refused', because: 'expired' })
  })

  it('lives seven days without time_expire', async () => {
    const { merchant, stage } = started()
    await merchant.create(NO)
    stage.world.now = NOON + 7 * 24 * 60 * MINUTE
    expect((await merchant.query(NO)).json.trade_state).toBe('CLOSED')
  })
})

describe('refused', () => {
  it('other parameters for the same out_trade_no', async () => {
    const { merchant } = started()
    await merchant.create(NO)
    const other = await merchant.create(NO, { amount: { total: 100, currency: 'CNY' } })
    expect(other).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('creating or closing what is paid', async () => {
    const { merchant, payer } = started()
    await merchant.create(NO)
    await payer()
    expect(await merchant.create(NO)).toMatchObject({ status: 400, json: { code: 'ORDERPAID' } })
    expect(await merchant.close(NO)).toMatchObject({ status: 400, json: { code: 'ORDER_PAID' } })
  })

  it('what does not exist', async () => {
    const { merchant } = started()
    expect(await merchant.query('order-none')).toMatchObject({ status: 404, json: { code: 'ORDER_NOT_EXIST' } })
    expect(await merchant.close('order-none')).toMatchObject({ status: 404, json: { code: 'ORDER_NOT_EXIST' } })
  })

  it('a query without mchid', async () => {
    const { merchant } = started()
    const asked = await merchant.call('GET', `pay/transactions/out-trade-no/${NO}`)
    expect(asked).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR', detail: { field: 'mchid' } } })
  })
})

describe('hostile', () => {
  it.each([
    ['/amount/total', { amount: { total: 0.5, currency: 'CNY' } }],
    ['/amount/total', { amount: { total: 0, currency: 'CNY' } }],
    ['/amount/currency', { amount: { total: 1, currency: 'USD' } }],
    ['/out_trade_no', { out_trade_no: 'short' }],
    ['/out_trade_no', { out_trade_no: 'with space' }],
    ['/notify_url', { notify_url: 'https://shiming.example/x?token=1' }],
    ['/notify_url', { notify_url: 'http://shiming.example/x' }],
    ['/notify_url', { notify_url: 'http://127.0.0.1:4000.evil.example/x' }],
    ['/time_expire', { time_expire: '2026-11-20 12:30:00' }],
    ['/description', { description: '' }],
  ])('a body whose %s is wrong names it', async (field, more) => {
    const { merchant, stage } = started()
    const made = await merchant.create(NO, more)
    expect(made).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR', detail: { field, location: 'body' } } })
    expect(stage.table.items()).toEqual([])
  })

  it('a body that is no JSON, another appid or mchid, and an expiry in the past', async () => {
    const { merchant } = started()
    expect(await merchant.call('POST', 'pay/transactions/native', '{')).toMatchObject({ status: 400 })
    expect((await merchant.create(NO, { appid: 'wx0' })).json.code).toBe('APPID_MCHID_NOT_MATCH')
    expect((await merchant.create(NO, { mchid: '1' })).json.code).toBe('PARAM_ERROR')
    expect((await merchant.create(NO, { time_expire: '2026-11-20T11:59:59+08:00' })).json.code).toBe('PARAM_ERROR')
  })

  it('a notify_url under the own address may be plain http', async () => {
    const { merchant } = started()
    const made = await merchant.create(NO, { notify_url: 'http://127.0.0.1:4000/webhooks/wechat-pay' })
    expect(made.status).toBe(200)
  })
})

describe('a number that nobody gave', () => {
  it.each(['%', '%zz', '..', '😀', '\u0000', 'x'.repeat(5000)])('is not known, and no fault: %j', async (number) => {
    const { merchant } = started()
    expect((await merchant.query(number)).status).toBe(404)
    expect((await merchant.queryRefund(number)).status).toBe(404)
  })
})

describe('faults', () => {
  it('refuse without executing, or execute and answer 500 all the same', async () => {
    const { merchant, stage } = started()
    await armFault(stage.sandbox, 'wechat_pay_create', ANYTHING, 'error_500', 1)
    expect(await merchant.create(NO)).toMatchObject({ status: 500, json: { code: 'SYSTEM_ERROR' } })
    expect((await merchant.query(NO)).status).toBe(404)
    await armFault(stage.sandbox, 'wechat_pay_create', NO, 'executed_then_500', 1)
    expect((await merchant.create(NO)).status).toBe(500)
    expect((await merchant.query(NO)).json.trade_state).toBe('NOTPAY')
  })

  it('can spoil the signature of an answer', async () => {
    const { merchant, stage } = started()
    await merchant.create(NO)
    await armFault(stage.sandbox, 'wechat_pay_query', NO, 'wrong_signature', 1)
    const spoilt = await merchant.query(NO)
    expect(spoilt.status).toBe(200)
    expect(isSigned(spoilt.headers, spoilt.text, keys)).toBe(false)
    const right = await merchant.query(NO)
    expect(isSigned(right.headers, right.text, keys)).toBe(true)
  })
})
