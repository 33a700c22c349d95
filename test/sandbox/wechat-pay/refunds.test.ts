import { describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { isSigned, merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order-0001'
const SECOND = 1000
const MINUTE = 60 * SECOND

const paid = async () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  await merchant.create(NO)
  await pay(stage.sandbox, NO, {}, { drop: true })
  const pass = (ms: number) => {
    stage.world.now += ms
  }
  return { stage, merchant, pass }
}

describe('a refund', () => {
  it('is accepted as PROCESSING and SUCCESS later; the order is REFUND from then on', async () => {
    const { merchant, pass } = await paid()
    const asked = await merchant.askRefund(NO, `${NO}v1`, 900)
    expect(asked).toMatchObject({
      status: 200,
      json: { status: 'PROCESSING', out_refund_no: `${NO}v1`, amount: { total: 1000, refund: 900 } },
    })
    expect(isSigned(asked.headers, asked.text, keys)).toBe(true)
    expect((await merchant.query(NO)).json.trade_state).toBe('REFUND')
    pass(SECOND)
    const later = await merchant.queryRefund(`${NO}v1`)
    expect(later.json).toMatchObject({ status: 'SUCCESS', success_time: '2026-11-20T12:00:01+08:00' })
    expect(later.json.refund_id).toBe(asked.json.refund_id)
  })

  it('is one refund however often and by however many it is asked for', async () => {
    const { merchant, stage } = await paid()
    const asked = await Promise.all(Array.from({ length: 5 }, () => merchant.askRefund(NO, 'r1', 1000)))
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(asked.map(({ json }) => json.refund_id)).size).toBe(1)
    expect(stage.table.items().filter(({ pk }) => pk.startsWith('wechat-refund#'))).toHaveLength(1)
  })

  it('can be asked for by transaction_id', async () => {
    const { merchant } = await paid()
    const { transaction_id } = (await merchant.query(NO)).json
    const body = { ...merchant.refund(NO, 'r1', 1000), out_trade_no: undefined, transaction_id }
    expect((await merchant.call('POST', 'refund/domestic/refunds', body)).status).toBe(200)
  })

  it('that is CLOSED frees its amount for another number', async () => {
    const { merchant, stage, pass } = await paid()
    await armFault(stage.sandbox, 'wechat_pay_refund', NO, 'closed', 1)
    await merchant.askRefund(NO, 'r1', 1000)
    pass(MINUTE)
    expect((await merchant.queryRefund('r1')).json.status).toBe('CLOSED')
    expect((await merchant.askRefund(NO, 'r2', 1000)).status).toBe(200)
    pass(SECOND)
    expect((await merchant.queryRefund('r2')).json.status).toBe('SUCCESS')
  })

  it.each([
    ['abnormal', SECOND, 'ABNORMAL'],
    ['stay_processing', 2 * 24 * 60 * MINUTE, 'PROCESSING'],
    ['stay_processing', 3 * 24 * 60 * MINUTE, 'SUCCESS'],
    ['never_ends', 300 * 24 * 60 * MINUTE, 'PROCESSING'],
  ])('armed with %s is, after %d ms, %s', async (mode, ms, status) => {
    const { merchant, stage, pass } = await paid()
    await armFault(stage.sandbox, 'wechat_pay_refund', NO, mode, 1)
    await merchant.askRefund(NO, 'r1', 1000)
    pass(ms)
    expect((await merchant.queryRefund('r1')).json.status).toBe(status)
  })
})

describe('a refund asked about', () => {
  it('can be told in a word nobody knows, and is itself again', async () => {
    const { merchant, stage, pass } = await paid()
    await merchant.askRefund(NO, 'r1', 1000)
    pass(SECOND)
    await armFault(stage.sandbox, 'wechat_pay_refund_query', NO, 'unknown_state', 1)
    expect((await merchant.queryRefund('r1')).json.status).toBe('HELD')
    expect((await merchant.queryRefund('r1')).json.status).toBe('SUCCESS')
  })
})

describe('refused', () => {
  it('another amount under the same number', async () => {
    const { merchant } = await paid()
    await merchant.askRefund(NO, 'r1', 900)
    expect(await merchant.askRefund(NO, 'r1', 100)).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('the same number for another order', async () => {
    const { merchant, stage } = await paid()
    await merchant.create('order-0002')
    await pay(stage.sandbox, 'order-0002', {}, { drop: true })
    await merchant.askRefund(NO, 'r1', 1000)
    const other = await merchant.askRefund('order-0002', 'r1', 1000)
    expect(other).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('more than was paid, in one or in several refunds', async () => {
    const { merchant, pass } = await paid()
    expect((await merchant.askRefund(NO, 'r0', 1001)).json.code).toBe('INVALID_REQUEST')
    await merchant.askRefund(NO, 'r1', 900)
    pass(MINUTE)
    expect((await merchant.askRefund(NO, 'r2', 101)).json.code).toBe('INVALID_REQUEST')
    expect((await merchant.askRefund(NO, 'r3', 100)).status).toBe(200)
  })

  it('another total than was paid', async () => {
    const { merchant } = await paid()
    const asked = await merchant.askRefund(NO, 'r1', 100, { amount: { refund: 100, total: 100, currency: 'CNY' } })
    expect(asked).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('a second refund within a minute, and any after a year', async () => {
    const { merchant, pass } = await paid()
    await merchant.askRefund(NO, 'r1', 100)
    expect(await merchant.askRefund(NO, 'r2', 100)).toMatchObject({
      status: 429,
      json: { code: 'FREQUENCY_LIMITED' },
    })
    pass(366 * 24 * 60 * MINUTE)
    expect((await merchant.askRefund(NO, 'r3', 100)).json.code).toBe('INVALID_REQUEST')
  })

  it('an order that is unpaid or unknown, and a refund nobody asked for', async () => {
    const { merchant } = await paid()
    await merchant.create('order-0002')
    for (const number of ['order-0002', 'order-none'])
      expect(await merchant.askRefund(number, 'r1', 1)).toMatchObject({
        status: 404,
        json: { code: 'RESOURCE_NOT_EXISTS' },
      })
    expect(await merchant.queryRefund('r9')).toMatchObject({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } })
  })

  it('a transaction of another order', async () => {
    const { merchant, stage } = await paid()
    const { transaction_id } = (await merchant.query(NO)).json
    await merchant.create('order-0002')
    await pay(stage.sandbox, 'order-0002', {}, { drop: true })
    const asked = await merchant.askRefund('order-0002', 'r1', 1000, { transaction_id })
    expect(asked.json.code).toBe('RESOURCE_NOT_EXISTS')
  })
})

describe('faults', () => {
  it.each([
    ['executed_then_429', 429],
    ['executed_then_500', 500],
  ])('%s answers an error although the money goes back', async (mode, status) => {
    const { merchant, stage } = await paid()
    await armFault(stage.sandbox, 'wechat_pay_refund', NO, mode, 1)
    expect((await merchant.askRefund(NO, 'r1', 1000)).status).toBe(status)
    expect((await merchant.queryRefund('r1')).json.status).toBe('PROCESSING')
    const repeated = await merchant.askRefund(NO, 'r1', 1000)
    expect(repeated).toMatchObject({ status: 200, json: { out_refund_no: 'r1' } })
  })

  it.each([
    ['not_enough', 403, 'NOT_ENOUGH'],
    ['user_account_abnormal', 403, 'USER_ACCOUNT_ABNORMAL'],
    ['not_exists', 404, 'RESOURCE_NOT_EXISTS'],
    ['error_429', 429, 'FREQUENCY_LIMITED'],
    ['error_500', 500, 'SYSTEM_ERROR'],
  ])('%s refuses with %d and nothing goes back', async (mode, status, code) => {
    const { merchant, stage } = await paid()
    await armFault(stage.sandbox, 'wechat_pay_refund', NO, mode, 1)
    expect(await merchant.askRefund(NO, 'r1', 1000)).toMatchObject({ status, json: { code } })
    expect((await merchant.queryRefund('r1')).status).toBe(404)
    expect((await merchant.askRefund(NO, 'r1', 1000)).status).toBe(200)
  })

  it('of one order are found by transaction_id and by refund number too', async () => {
    const { merchant, stage } = await paid()
    const { transaction_id } = (await merchant.query(NO)).json
    await armFault(stage.sandbox, 'wechat_pay_refund', NO, 'error_500', 1)
    const body = { ...merchant.refund(NO, 'r1', 1000), out_trade_no: undefined, transaction_id }
    expect((await merchant.call('POST', 'refund/domestic/refunds', body)).status).toBe(500)
    await merchant.call('POST', 'refund/domestic/refunds', body)
    await armFault(stage.sandbox, 'wechat_pay_refund_query', NO, 'error_500', 1)
    expect((await merchant.queryRefund('r1')).status).toBe(500)
  })
})
