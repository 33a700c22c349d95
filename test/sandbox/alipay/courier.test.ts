import { describe, expect, it } from 'vitest'
import { LADDER } from '../../../functions/sandbox/alipay/courier.ts'
import { buy } from '../../../functions/sandbox/alipay/pay.ts'
import { buyerPays } from '../../../functions/sandbox/control/alipay-pay.ts'
import type { Spread } from '../../../functions/sandbox/delivery/task.ts'
import { pendingTasks } from '../../../functions/sandbox/delivery/task-store.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { answering, makeKeys, NOON, stageOf } from '../stage.ts'
import { merchantOf, NOTIFY_URL, opened } from './merchant.ts'

const keys = makeKeys()
const NO = 'order_0001'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const plain = {
  duplicates: 0,
  delayMs: 0,
  dropNotification: false,
  payAfterClose: false,
  signtest: false,
  scanOnly: false,
}

type Product = 'precreate' | 'wap' | 'page'

const scanned = async (product: Product, scanOnly: boolean, spread: Partial<Spread> = {}) => {
  const stage = stageOf(keys)
  stage.world.merchant = () => answering(200, 'success')
  const merchant = merchantOf(stage, keys)
  if (product === 'precreate') {
    await merchant.precreate(NO)
    await buy(stage.sandbox, { outTradeNo: NO }, { scanOnly }, spread)
  } else {
    const formUrl = merchant.pageUrl(product, NO)
    const { drop = false } = spread
    await buyerPays(stage.sandbox, { formUrl, faults: { ...plain, scanOnly, dropNotification: drop } })
  }
  return { stage, merchant }
}

const bought = (spread: Partial<Spread> = {}) => scanned('precreate', false, spread)

describe('the notification of a payment', () => {
  it('is a signed form that says what was paid; it ends when the answer is exactly `success`', async () => {
    const { stage } = await bought()
    expect(await stage.runQueue()).toEqual(['accepted'])
    const [request] = stage.received
    expect(request).toMatchObject({ method: 'POST', url: NOTIFY_URL })
    expect(request?.headers['Content-Type']).toBe('application/x-www-form-urlencoded; charset=utf-8')
    const { fields, signed } = opened(request ?? { method: 'POST', url: '', headers: {} }, keys)
    expect(signed).toBe(true)
    expect(fields).toMatchObject({
      notify_type: 'trade_status_sync',
      trade_status: 'TRADE_SUCCESS',
      app_id: keys.secret.alipayAppId,
      seller_id: keys.secret.alipaySellerId,
      out_trade_no: NO,
      total_amount: '10.00',
      gmt_payment: '2026-11-20 12:00:00',
      subject: '实名认证 · 会员',
      fund_bill_list: '[{"amount":"10.00","fundChannel":"ALIPAYACCOUNT"}]',
    })
    for (const name of ['gmt_refund', 'refund_fee', 'out_biz_no']) expect(fields).not.toHaveProperty(name)
    expect(Object.values(fields).every((value) => value !== '')).toBe(true)
  })

  it.each([
    ['another word', () => answering(200, 'SUCCESS')],
    ['a line feed behind it', () => answering(200, 'success\n')],
    ['a page', () => answering(200, '<html>success</html>')],
    ['nothing', () => answering(204)],
    ['an error that says success', () => answering(500, 'success')],
    ['no answer', () => ({ kind: 'unknown', reason: 'timeout' }) as const],
  ])('comes again after %s', async (_, reply) => {
    const { stage } = await bought()
    stage.world.merchant = reply
    expect(await stage.runQueue()).toEqual(['refused'])
    expect(await pendingTasks(stage.sandbox)).toMatchObject([{ attempts: 1, dueAt: NOON + 4 * MINUTE }])
  })

  it('is repeated by the ladder, seven times under the same id, signed afresh, and then given up', async () => {
    const { stage } = await bought()
    stage.world.merchant = () => answering(500)
    const waits: number[] = []
    for (let round = 0; round <= LADDER.length; round += 1) {
      expect(await stage.runQueue()).toEqual([round < LADDER.length ? 'refused' : 'given_up'])
      const [next] = stage.queued
      if (next) waits.push(next.waitMs)
      stage.world.now += next?.waitMs ?? 0
    }
    expect(waits).toEqual([4 * MINUTE, 10 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, 15 * HOUR])
    const sent = stage.received.map((request) => opened(request, keys))
    expect(sent).toHaveLength(8)
    expect(sent.every(({ signed }) => signed)).toBe(true)
    expect(new Set(sent.map(({ fields }) => fields.notify_id)).size).toBe(1)
    expect(sent.at(-1)?.fields.notify_time).toBe('2026-11-21 12:24:00')
    expect(await pendingTasks(stage.sandbox)).toEqual([])
  })

  it('comes in copies, late, never, or with a probe, when that is asked for', async () => {
    const copies = await bought({ duplicates: 2 })
    expect(await copies.stage.runQueue()).toEqual(['accepted', 'accepted', 'accepted'])
    const late = await bought({ delayMs: HOUR })
    expect(await late.stage.runQueue()).toEqual(['early'])
    const never = await bought({ drop: true })
    expect(never.stage.queued).toEqual([])
    const probed = await bought({ probe: true })
    probed.stage.world.merchant = () => answering(401)
    expect((await probed.stage.runQueue()).toSorted()).toEqual(['given_up', 'refused'])
    const signed = probed.stage.received.map((request) => opened(request, keys).signed)
    expect(signed.toSorted()).toEqual([false, true])
  })

  it.each([
    ['drop', 0],
    ['duplicate', 2],
    ['signtest', 2],
  ])('armed with %s makes %d deliveries', async (mode, count) => {
    const stage = stageOf(keys)
    await merchantOf(stage, keys).precreate(NO)
    await armFault(stage.sandbox, 'alipay_notification', NO, mode, 1)
    await buy(stage.sandbox, { outTradeNo: NO }, {}, {})
    await stage.runQueue()
    expect(stage.received).toHaveLength(count)
  })

  it('goes to nobody when no address was given', async () => {
    const stage = stageOf(keys)
    await merchantOf(stage, keys).precreate(NO, {}, {})
    await buy(stage.sandbox, { outTradeNo: NO }, {}, {})
    expect(stage.queued).toEqual([])
  })
})

describe('the notification of a refund', () => {
  it('of a part is TRADE_SUCCESS again, to the address of the payment, with what makes it a refund', async () => {
    const { stage, merchant } = await bought({ drop: true })
    stage.world.now += 5000
    await merchant.refund(NO, 'r1', '9.00')
    await stage.runQueue()
    const [request] = stage.received
    expect(request?.url).toBe(NOTIFY_URL)
    expect(request && opened(request, keys)).toMatchObject({
      signed: true,
      fields: {
        trade_status: 'TRADE_SUCCESS',
        total_amount: '10.00',
        gmt_payment: '2026-11-20 12:00:00',
        gmt_refund: '2026-11-20 12:00:05.000',
        refund_fee: '9.00',
        out_biz_no: 'r1',
      },
    })
  })

  it('tells all that is back so far, and the trade as it was then, however late it comes', async () => {
    const { stage, merchant } = await bought({ drop: true })
    await merchant.refund(NO, 'r1', '4.00')
    stage.world.now += 3000
    await merchant.refund(NO, 'r2', '5.00')
    stage.world.now += 3000
    await merchant.refund(NO, 'r3', '1.00')
    await stage.runQueue()
    const told = stage.received.map((request) => opened(request, keys).fields)
    expect(told.map((fields) => [fields.out_biz_no, fields.refund_fee, fields.trade_status])).toEqual([
      ['r1', '4.00', 'TRADE_SUCCESS'],
      ['r2', '9.00', 'TRADE_SUCCESS'],
    ])
  })

  it.each([
    ['wap', [['TRADE_CLOSED', '10.00']]],
    ['page', []],
    ['precreate', []],
  ] as const)('of everything is told by %s as %j', async (product, expected) => {
    const { stage, merchant } = await scanned(product, false, { drop: true })
    await merchant.refund(NO, 'r1', '10.00')
    await stage.runQueue()
    const told = stage.received.map((request) => opened(request, keys).fields)
    expect(told.map((fields) => [fields.trade_status, fields.refund_fee])).toEqual(expected)
  })

  it('that moves later is told later', async () => {
    const { stage, merchant } = await bought({ drop: true })
    await armFault(stage.sandbox, 'alipay_refund', NO, 'pending', 1)
    await merchant.refund(NO, 'r1', '9.00')
    expect(await stage.runQueue()).toEqual(['early'])
    stage.world.now += 10 * MINUTE
    expect(await stage.runQueue()).toEqual(['accepted'])
  })
})

describe('the notification that nobody paid', () => {
  it.each([
    ['wap', ['TRADE_CLOSED']],
    ['page', []],
    ['precreate', []],
  ] as const)('is told by %s as %j when time is up', async (product, expected) => {
    const { stage } = await scanned(product, true)
    await stage.runQueue()
    stage.world.now += 30 * MINUTE
    await stage.runQueue()
    const told = stage.received.map((request) => opened(request, keys).fields)
    expect(told.map((fields) => fields.trade_status)).toEqual(expected)
    for (const fields of told) expect(fields).not.toHaveProperty('gmt_payment')
  })

  it('does not come when somebody paid, or when the merchant closed it', async () => {
    const { stage } = await scanned('wap', true)
    await buy(stage.sandbox, { outTradeNo: NO }, {}, { drop: true })
    const closed = await scanned('wap', true)
    await closed.merchant.close(NO)
    for (const one of [stage, closed.stage]) {
      one.world.now += 30 * MINUTE
      expect(await one.runQueue()).toEqual(['accepted'])
      expect(one.received).toEqual([])
    }
  })
})
