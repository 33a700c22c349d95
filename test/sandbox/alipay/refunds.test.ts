import { describe, expect, it } from 'vitest'
import { buy } from '../../../functions/sandbox/alipay/pay.ts'
import { forceRefund } from '../../../functions/sandbox/alipay/refunds.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order_0001'
const SECOND = 1000

const paid = async () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  await merchant.precreate(NO)
  await buy(stage.sandbox, { outTradeNo: NO }, {}, { drop: true })
  const pass = (ms: number) => {
    stage.world.now += ms
  }
  return { stage, merchant, pass }
}

const refusal = (sub_code: string) => ({ signed: true, body: { code: '40004', sub_code } })

describe('a refund', () => {
  it('moves money at once and says so; the trade stays TRADE_SUCCESS until all is back', async () => {
    const { merchant, pass } = await paid()
    expect(await merchant.refund(NO, 'r1', '9.00')).toMatchObject({
      signed: true,
      body: {
        code: '10000',
        fund_change: 'Y',
        refund_fee: '9.00',
        send_back_fee: '9.00',
        gmt_refund_pay: '2026-11-20 12:00:00',
      },
    })
    expect((await merchant.query(NO)).body).toMatchObject({ trade_status: 'TRADE_SUCCESS', total_amount: '10.00' })
    pass(3 * SECOND)
    expect((await merchant.refund(NO, 'r2', '1')).body).toMatchObject({ fund_change: 'Y', refund_fee: '10.00' })
    expect((await merchant.query(NO)).body).toMatchObject({
      trade_status: 'TRADE_CLOSED',
      send_pay_date: '2026-11-20 12:00:00',
    })
  })

  it('asked for again moves nothing more and says N', async () => {
    const { merchant, stage } = await paid()
    const asked = await Promise.all(Array.from({ length: 4 }, () => merchant.refund(NO, 'r1', '9.00')))
    expect(asked.map(({ body }) => [body.code, body.fund_change]).toSorted()).toEqual([
      ['10000', 'N'],
      ['10000', 'N'],
      ['10000', 'N'],
      ['10000', 'Y'],
    ])
    expect((await merchant.refund(NO, 'r1', '9')).body).toMatchObject({
      fund_change: 'N',
      refund_fee: '9.00',
      send_back_fee: '0.00',
    })
    expect(stage.table.items().filter(({ pk }) => pk === 'journal#alipay')).toHaveLength(2)
  })

  it('is found by its number, and when it was done is told to those who ask', async () => {
    const { merchant } = await paid()
    await merchant.refund(NO, 'r1', '9.00')
    const found = await merchant.queryRefund(NO, 'r1')
    expect(found.body).toMatchObject({
      out_request_no: 'r1',
      refund_status: 'REFUND_SUCCESS',
      refund_amount: '9.00',
      total_amount: '10.00',
    })
    expect(found.body).not.toHaveProperty('gmt_refund_pay')
    expect((await merchant.queryRefund(NO, 'r1', ['gmt_refund_pay'])).body.gmt_refund_pay).toBe('2026-11-20 12:00:00')
  })

  it('nobody asked for is 10000 without a word about it', async () => {
    const { merchant } = await paid()
    const { body, signed } = await merchant.queryRefund(NO, 'r9')
    expect([body, signed]).toEqual([{ code: '10000', msg: 'Success' }, true])
  })

  it('without a number of its own is that of the whole order', async () => {
    const { merchant } = await paid()
    await merchant.call('alipay.trade.refund', { out_trade_no: NO, refund_amount: '10.00' })
    expect((await merchant.queryRefund(NO, NO)).body.refund_status).toBe('REFUND_SUCCESS')
  })

  it('can be forced by the channel, under a number nobody here has given', async () => {
    const { merchant, stage } = await paid()
    await merchant.refund(NO, 'r1', '9.00')
    const forced = await forceRefund(stage.sandbox, NO, 100)
    expect(forced?.refund).toMatchObject({ fen: 100, outRequestNo: expect.stringMatching(/^HZ01RF001/) })
    expect((await merchant.query(NO)).body.trade_status).toBe('TRADE_CLOSED')
    expect(await forceRefund(stage.sandbox, NO, 1)).toBeUndefined()
  })
})

describe('refused', () => {
  it('another amount under the same number', async () => {
    const { merchant } = await paid()
    await merchant.refund(NO, 'r1', '9.00')
    expect(await merchant.refund(NO, 'r1', '1.00')).toMatchObject(refusal('ACQ.DISCORDANT_REPEAT_REQUEST'))
  })

  it('more than was paid, in one or in several', async () => {
    const { merchant, pass } = await paid()
    expect(await merchant.refund(NO, 'r1', '10.01')).toMatchObject(refusal('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL'))
    await merchant.refund(NO, 'r1', '9.00')
    pass(3 * SECOND)
    expect(await merchant.refund(NO, 'r2', '1.01')).toMatchObject(refusal('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL'))
    await merchant.refund(NO, 'r2', '1.00')
    expect(await merchant.refund(NO, 'r3', '0.01')).toMatchObject(refusal('ACQ.TRADE_HAS_CLOSE'))
  })

  it('a second refund within three seconds', async () => {
    const { merchant, pass } = await paid()
    await merchant.refund(NO, 'r1', '1.00')
    pass(3 * SECOND - 1)
    expect(await merchant.refund(NO, 'r2', '1.00')).toMatchObject(refusal('ACQ.SYSTEM_ERROR'))
    expect((await merchant.queryRefund(NO, 'r2')).body).not.toHaveProperty('refund_status')
    pass(1)
    expect((await merchant.refund(NO, 'r2', '1.00')).body.fund_change).toBe('Y')
  })

  it('a trade that is not paid, only offered or unknown', async () => {
    const { merchant, stage } = await paid()
    await merchant.precreate('order_0002')
    for (const number of ['order_0002', 'order_none']) {
      expect(await merchant.refund(number, 'r1', '1.00')).toMatchObject(refusal('ACQ.TRADE_NOT_EXIST'))
      expect(await merchant.queryRefund(number, 'r1')).toMatchObject(refusal('ACQ.TRADE_NOT_EXIST'))
    }
    await buy(stage.sandbox, { outTradeNo: 'order_0002' }, { scanOnly: true }, {})
    expect(await merchant.refund('order_0002', 'r1', '1.00')).toMatchObject(refusal('ACQ.TRADE_STATUS_ERROR'))
  })

  it.each([
    ['no amount', { refund_amount: undefined }],
    ['nothing', { refund_amount: '0' }],
    ['a number instead of text', { refund_amount: 9 }],
    ['no trade', { out_trade_no: undefined }],
    ['an empty number', { out_request_no: '' }],
  ])('a request with %s', async (_, more) => {
    const { merchant } = await paid()
    const content = { out_trade_no: NO, out_request_no: 'r1', refund_amount: '9.00', ...more }
    expect(await merchant.call('alipay.trade.refund', content)).toMatchObject(refusal('ACQ.INVALID_PARAMETER'))
  })
})

describe('faults', () => {
  it.each([
    ['executed_then_20000', '20000'],
    ['executed_then_system_error', '40004'],
  ])('%s gives the money back and says something else', async (mode, code) => {
    const { merchant, stage } = await paid()
    await armFault(stage.sandbox, 'alipay_refund', NO, mode, 1)
    expect((await merchant.refund(NO, 'r1', '9.00')).body.code).toBe(code)
    expect((await merchant.queryRefund(NO, 'r1')).body.refund_status).toBe('REFUND_SUCCESS')
    expect((await merchant.refund(NO, 'r1', '9.00')).body).toMatchObject({ code: '10000', fund_change: 'N' })
  })

  it.each([
    ['error_20000', 'isp.unknow-error'],
    ['error_40005', 'isv.app-call-limited'],
    ['system_error', 'ACQ.SYSTEM_ERROR'],
    ['balance_not_enough', 'ACQ.SELLER_BALANCE_NOT_ENOUGH'],
    ['has_finished', 'ACQ.TRADE_HAS_FINISHED'],
    ['not_allowed', 'ACQ.TRADE_NOT_ALLOW_REFUND'],
    ['frozen', 'ACQ.REASON_TRADE_BEEN_FREEZEN'],
    ['fee_error', 'ACQ.REASON_TRADE_REFUND_FEE_ERR'],
    ['discordant', 'ACQ.DISCORDANT_REPEAT_REQUEST'],
    ['not_exists', 'ACQ.TRADE_NOT_EXIST'],
  ])('%s refuses with %s and nothing goes back', async (mode, sub_code) => {
    const { merchant, stage } = await paid()
    await armFault(stage.sandbox, 'alipay_refund', NO, mode, 1)
    expect((await merchant.refund(NO, 'r1', '9.00')).body.sub_code).toBe(sub_code)
    expect((await merchant.queryRefund(NO, 'r1')).body).not.toHaveProperty('refund_status')
    expect((await merchant.refund(NO, 'r1', '9.00')).body.fund_change).toBe('Y')
  })

  it('pending accepts, and the money moves ten minutes later', async () => {
    const { merchant, stage, pass } = await paid()
    await armFault(stage.sandbox, 'alipay_refund', NO, 'pending', 1)
    expect((await merchant.refund(NO, 'r1', '10.00')).body).toMatchObject({
      code: '10000',
      fund_change: 'N',
      refund_fee: '0.00',
    })
    pass(600 * SECOND - 1)
    expect((await merchant.queryRefund(NO, 'r1')).body).not.toHaveProperty('refund_status')
    expect((await merchant.refund(NO, 'r1', '10.00')).body.fund_change).toBe('N')
    expect((await merchant.query(NO)).body.trade_status).toBe('TRADE_SUCCESS')
    pass(1)
    expect((await merchant.queryRefund(NO, 'r1')).body.refund_status).toBe('REFUND_SUCCESS')
    expect((await merchant.query(NO)).body.trade_status).toBe('TRADE_CLOSED')
  })

  it('only_accepted says 10000 and does nothing; the same number then refunds', async () => {
    const { merchant, stage, pass } = await paid()
    await armFault(stage.sandbox, 'alipay_refund', NO, 'only_accepted', 1)
    expect((await merchant.refund(NO, 'r1', '10.00')).body).toMatchObject({
      code: '10000',
      fund_change: 'N',
      refund_fee: '0.00',
    })
    pass(3600 * SECOND)
    expect((await merchant.queryRefund(NO, 'r1')).body).not.toHaveProperty('refund_status')
    expect((await merchant.refund(NO, 'r1', '10.00')).body.fund_change).toBe('Y')
  })

  it.each([
    ['stay_processing', 'REFUND_PROCESSING'],
    ['failed', 'REFUND_FAIL'],
    ['unknown_state', 'REFUND_HELD'],
    ['no_state', undefined],
  ])('%s tells the state of a refund, beside its amount, as %s', async (mode, word) => {
    const { merchant, stage } = await paid()
    await merchant.refund(NO, 'r1', '10.00')
    await armFault(stage.sandbox, 'alipay_refund_query', NO, mode, 1)
    const { body } = await merchant.queryRefund(NO, 'r1')
    expect([body.refund_amount, body.refund_status]).toEqual(['10.00', word])
    expect((await merchant.queryRefund(NO, 'r1')).body.refund_status).toBe('REFUND_SUCCESS')
  })

  it('hidden keeps a refund from its query', async () => {
    const { merchant, stage } = await paid()
    await merchant.refund(NO, 'r1', '10.00')
    await armFault(stage.sandbox, 'alipay_refund_query', NO, 'hidden', 1)
    expect((await merchant.queryRefund(NO, 'r1')).body).toEqual({ code: '10000', msg: 'Success' })
    expect((await merchant.queryRefund(NO, 'r1')).body.refund_status).toBe('REFUND_SUCCESS')
  })
})
