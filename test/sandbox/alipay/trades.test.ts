import { describe, expect, it } from 'vitest'
import { buy, type Meant } from '../../../functions/sandbox/alipay/pay.ts'
import { qrCode, readQrCode } from '../../../functions/sandbox/alipay/qr-code.ts'
import { tradeMoves } from '../../../functions/sandbox/alipay/trade.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { clockTime, merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order_0001'
const MINUTE = 60_000
const DAY = 1440 * MINUTE

const started = () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  const buys = (meant: Partial<Meant> = {}) => buy(stage.sandbox, { outTradeNo: NO, ...meant }, {}, {})
  const scans = () => buy(stage.sandbox, { outTradeNo: NO }, { scanOnly: true }, {})
  const status = async () => (await merchant.query(NO)).body.trade_status
  return { stage, merchant, buys, scans, status }
}

const refusal = (sub_code: string) => ({ signed: true, body: { code: '40004', sub_code } })

describe('a trade', () => {
  it('does not exist before the buyer scans: it cannot be found nor closed, and can be paid afterwards', async () => {
    const { merchant, buys, status } = started()
    await merchant.precreate(NO)
    expect(await merchant.query(NO)).toMatchObject(refusal('ACQ.TRADE_NOT_EXIST'))
    expect((await merchant.query(NO)).body).toMatchObject({ out_trade_no: NO, buyer_pay_amount: '0.00' })
    expect(await merchant.close(NO)).toMatchObject(refusal('ACQ.TRADE_NOT_EXIST'))
    expect((await buys()).kind).toBe('paid')
    expect(await status()).toBe('TRADE_SUCCESS')
  })

  it('waits for its buyer once scanned, then is paid, with number, buyer and time', async () => {
    const { merchant, scans, buys, stage } = started()
    await merchant.precreate(NO)
    await scans()
    expect((await merchant.query(NO)).body).toMatchObject({ trade_status: 'WAIT_BUYER_PAY', total_amount: '10.00' })
    expect((await merchant.query(NO)).body).not.toHaveProperty('send_pay_date')
    stage.world.now += MINUTE
    await buys()
    const { body } = await merchant.query(NO)
    expect(body).toMatchObject({
      code: '10000',
      out_trade_no: NO,
      trade_no: expect.stringMatching(/^20261120\d{20}$/),
      buyer_user_id: expect.stringMatching(/^2088\d{12}$/),
      trade_status: 'TRADE_SUCCESS',
      total_amount: '10.00',
      receipt_amount: '10.00',
      send_pay_date: '2026-11-20 12:01:00',
    })
    const named = await merchant.call('alipay.trade.query', { trade_no: body.trade_no })
    expect(named.body).toMatchObject({ out_trade_no: NO })
  })

  it('is paid once when the buyer taps twice', async () => {
    const { merchant, buys, stage } = started()
    await merchant.precreate(NO)
    const tapped = await Promise.all(Array.from({ length: 4 }, () => buys()))
    expect(tapped.filter(({ kind }) => kind === 'paid')).toHaveLength(1)
    expect(stage.queued).toHaveLength(1)
  })

  it('that waits can be closed, once; what is paid or closed cannot', async () => {
    const { merchant, scans, buys, status } = started()
    await merchant.precreate(NO)
    await scans()
    expect((await merchant.close(NO)).body).toMatchObject({ code: '10000', out_trade_no: NO })
    expect(await status()).toBe('TRADE_CLOSED')
    expect(await merchant.close(NO)).toMatchObject(refusal('ACQ.TRADE_STATUS_ERROR'))
    expect(await buys()).toEqual({ kind: 'refused', because: 'closed' })
    await merchant.precreate('order_0002')
    await buys({ outTradeNo: 'order_0002' })
    expect(await merchant.close('order_0002')).toMatchObject(refusal('ACQ.TRADE_HAS_SUCCESS'))
  })

  it('can be paid late or wrongly when that is asked for, and is what the channel then says', async () => {
    const { merchant, stage } = started()
    await merchant.precreate(NO)
    stage.world.now += 31 * MINUTE
    const late = { payAfterClose: true, amountFen: 1 }
    expect((await buy(stage.sandbox, { outTradeNo: NO }, late, {})).kind).toBe('paid')
    expect((await merchant.query(NO)).body).toMatchObject({ trade_status: 'TRADE_SUCCESS', total_amount: '0.01' })
  })

  it('is finished a year after it was paid', async () => {
    const { merchant, buys, status, stage } = started()
    await merchant.precreate(NO)
    await buys()
    stage.world.now += 365 * DAY
    expect(await status()).toBe('TRADE_SUCCESS')
    stage.world.now += 1
    expect(await status()).toBe('TRADE_FINISHED')
    expect(await merchant.refund(NO, 'r1', '10.00')).toMatchObject(refusal('ACQ.TRADE_HAS_FINISHED'))
  })
})

describe('an amount', () => {
  it.each([
    ['9', 900],
    ['9.5', 950],
    ['9.05', 905],
    ['0.01', 1],
    ['999999999.99', 99_999_999_999],
  ])('of %s yuan is %d fen', async (total_amount, fen) => {
    const { merchant, stage } = started()
    await merchant.precreate(NO, { total_amount })
    const bought = await buy(stage.sandbox, { outTradeNo: NO }, {}, {})
    expect(bought).toMatchObject({ trade: { payment: { paidFen: fen } } })
  })
})

describe('the end of an order', () => {
  it('comes at time_expire, scanned or not', async () => {
    const { merchant, scans, buys, status, stage } = started()
    await merchant.precreate(NO)
    await merchant.precreate('order_0002')
    await scans()
    stage.world.now += 30 * MINUTE - 1
    expect(await status()).toBe('WAIT_BUYER_PAY')
    stage.world.now += 1
    expect(await status()).toBe('TRADE_CLOSED')
    expect(await buys()).toEqual({ kind: 'refused', because: 'expired' })
    expect(await buys({ outTradeNo: 'order_0002' })).toEqual({ kind: 'refused', because: 'expired' })
    expect(await merchant.query('order_0002')).toMatchObject(refusal('ACQ.TRADE_NOT_EXIST'))
  })

  it.each([
    [{ timeout_express: '90m' }, 90 * MINUTE],
    [{ timeout_express: '1d' }, DAY],
    [{}, 15 * DAY],
  ])('is counted from the scan with %j', async (more, life) => {
    const { merchant, scans, status, stage } = started()
    await merchant.precreate(NO, { time_expire: undefined, ...more })
    stage.world.now += DAY
    await scans()
    stage.world.now += life - 1
    expect(await status()).toBe('WAIT_BUYER_PAY')
    stage.world.now += 1
    expect(await status()).toBe('TRADE_CLOSED')
  })
})

describe('asking again', () => {
  it('in the same words is the same order; in other words it is another offer until somebody has scanned', async () => {
    const { merchant, buys, stage } = started()
    const time_expire = clockTime(NOON + 30 * MINUTE)
    await merchant.precreate(NO, { time_expire })
    const written = stage.table.items()
    const again = await merchant.precreate(NO, { time_expire })
    expect(stage.table.items()).toEqual(written)
    const cheaper = await merchant.precreate(NO, { time_expire, total_amount: '1' })
    expect(cheaper.body.code).toBe('10000')
    const first = readQrCode(String(again.body.qr_code), NOON)
    await buys({ offer: first?.offer })
    expect((await merchant.query(NO)).body.total_amount).toBe('10.00')
    expect(await buys({ offer: 1 })).toEqual({ kind: 'refused', because: 'changed' })
  })

  it('for a trade that exists is refused in other words, and when it is paid or closed', async () => {
    const { merchant, scans, buys } = started()
    await merchant.precreate(NO)
    await scans()
    expect((await merchant.precreate(NO)).body.code).toBe('10000')
    expect(await merchant.precreate(NO, { total_amount: '1.00' })).toMatchObject(refusal('ACQ.CONTEXT_INCONSISTENT'))
    await buys()
    expect(await merchant.precreate(NO)).toMatchObject(refusal('ACQ.TRADE_HAS_SUCCESS'))
  })

  it('for a closed trade is refused', async () => {
    const { merchant, scans } = started()
    await merchant.precreate(NO)
    await scans()
    await merchant.close(NO)
    expect(await merchant.precreate(NO)).toMatchObject(refusal('ACQ.TRADE_HAS_CLOSE'))
  })
})

describe('hostile', () => {
  it.each([
    ['an amount in fen', { total_amount: 1000 }],
    ['three decimals', { total_amount: '10.001' }],
    ['nothing to pay', { total_amount: '0.00' }],
    ['less than nothing', { total_amount: '-1.00' }],
    ['no subject', { subject: '' }],
    ['a number with a dash', { out_trade_no: 'order-0001' }],
    ['a number too long', { out_trade_no: 'x'.repeat(65) }],
    ['a day that does not exist', { time_expire: '2026-02-30 12:00:00' }],
    ['an end in the past', { time_expire: '2026-11-20 11:59:59' }],
    ['a life too long', { time_expire: undefined, timeout_express: '16d' }],
    ['a life of nothing', { time_expire: undefined, timeout_express: '0m' }],
  ])('an order with %s is refused', async (_, more) => {
    const { merchant, stage } = started()
    expect(await merchant.precreate(NO, more)).toMatchObject(refusal('ACQ.INVALID_PARAMETER'))
    expect(stage.table.items()).toEqual([])
  })

  it.each(['http://elsewhere.example/', 'ftp://shiming.example/', 'nonsense'])(
    'a notification to %s is refused',
    async (notify_url) => {
      const { merchant } = started()
      expect(await merchant.precreate(NO, {}, { notify_url })).toMatchObject(refusal('ACQ.INVALID_PARAMETER'))
    },
  )

  it('a notification under the own address may be plain http', async () => {
    const { merchant } = started()
    const made = await merchant.precreate(NO, {}, { notify_url: 'http://127.0.0.1:4000/webhooks/alipay' })
    expect(made.body.code).toBe('10000')
  })

  it('content that is no JSON, and a query that names nothing', async () => {
    const { merchant } = started()
    expect(await merchant.call('alipay.trade.precreate', '{')).toMatchObject(refusal('ACQ.INVALID_PARAMETER'))
    for (const method of ['alipay.trade.query', 'alipay.trade.close'])
      expect(await merchant.call(method, {})).toMatchObject(refusal('ACQ.INVALID_PARAMETER'))
    expect(await merchant.call('alipay.trade.close', { trade_no: '1' })).toMatchObject(refusal('ACQ.TRADE_NOT_EXIST'))
  })
})

describe('a code', () => {
  it('names its order and its offer for two hours', () => {
    const code = qrCode(NO, 3, NOON)
    expect(readQrCode(code, NOON + 120 * MINUTE)).toEqual({ outTradeNo: NO, offer: 3, expired: false })
    expect(readQrCode(code, NOON + 120 * MINUTE + 1)).toMatchObject({ expired: true })
  })

  it.each(['https://example.com', 'https://qr.alipay.com/bax', 'https://qr.alipay.com/baxAAAA'])(
    'that is none is not read: %s',
    (code) => {
      expect(readQrCode(code, NOON)).toBeUndefined()
    },
  )

  it('of an offer there never was buys nothing', async () => {
    const { merchant, buys } = started()
    await merchant.precreate(NO)
    expect(await buys({ offer: 1 })).toEqual({ kind: 'unknown_order' })
    expect(await buys({ outTradeNo: 'order_none' })).toEqual({ kind: 'unknown_order' })
  })
})

describe('faults of closing', () => {
  it.each([
    ['executed_then_20000', 'TRADE_CLOSED'],
    ['executed_then_system_error', 'TRADE_CLOSED'],
    ['error_20000', 'WAIT_BUYER_PAY'],
    ['status_error', 'WAIT_BUYER_PAY'],
    ['not_exists', 'WAIT_BUYER_PAY'],
  ])('%s leaves the trade %s', async (mode, left) => {
    const { merchant, scans, status, stage } = started()
    await merchant.precreate(NO)
    await scans()
    await armFault(stage.sandbox, 'alipay_close', NO, mode, 1)
    expect((await merchant.close(NO)).body.code).not.toBe('10000')
    expect(await status()).toBe(left)
  })
})

describe('the table of trade states', () => {
  it('never leaves a paid state for one that waits', () => {
    for (const { from, to } of tradeMoves)
      if (!from.some((one) => one === 'WAIT_BUYER_PAY')) expect(to).not.toBe('WAIT_BUYER_PAY')
  })
})
