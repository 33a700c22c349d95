import { describe, expect, it } from 'vitest'
import { codeUrl, readCodeUrl } from '../../../functions/sandbox/wechat-pay/code-url.ts'
import { tradeMoves } from '../../../functions/sandbox/wechat-pay/order.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
const NO = 'order-0001'

const started = async () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  await merchant.create(NO)
  return { stage, merchant }
}

describe('paying', () => {
  it('happens once when the payer taps twice', async () => {
    const { stage } = await started()
    const tapped = await Promise.all(Array.from({ length: 4 }, () => pay(stage.sandbox, NO, {}, {})))
    expect(tapped.filter(({ kind }) => kind === 'paid')).toHaveLength(1)
    expect(stage.queued).toHaveLength(1)
  })

  it('is refused for an order that is closed, paid or unknown', async () => {
    const { stage, merchant } = await started()
    await merchant.close(NO)
    expect(await pay(stage.sandbox, NO, {}, {})).toEqual({ kind: 'refused', because: 'closed' })
    expect(await pay(stage.sandbox, 'order-none', {}, {})).toEqual({ kind: 'unknown_order' })
    await merchant.create('order-0002')
    await pay(stage.sandbox, 'order-0002', {}, {})
    expect(await pay(stage.sandbox, 'order-0002', {}, {})).toEqual({ kind: 'refused', because: 'paid' })
  })

  it('can come after the order was closed or with another amount, and is what the channel then says', async () => {
    const { stage, merchant } = await started()
    await merchant.close(NO)
    expect((await pay(stage.sandbox, NO, { payAfterClose: true, amountFen: 1 }, {})).kind).toBe('paid')
    expect((await merchant.query(NO)).json).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 1 } })
    const asked = await merchant.askRefund(NO, 'r1', 1, { amount: { refund: 1, total: 1, currency: 'CNY' } })
    expect(asked.status).toBe(200)
  })
})

describe('a payment code', () => {
  it('names its order for two hours', () => {
    const url = codeUrl(NO, NOON)
    expect(readCodeUrl(url, NOON + 2 * 3_600_000)).toEqual({ outTradeNo: NO, expired: false })
    expect(readCodeUrl(url, NOON + 2 * 3_600_000 + 1)).toEqual({ outTradeNo: NO, expired: true })
  })

  it.each(['https://example.com', 'weixin://wxpay/bizpayurl?pr=', 'weixin://wxpay/bizpayurl?pr=AAAA'])(
    'that is none is not read: %s',
    (url) => {
      expect(readCodeUrl(url, NOON)).toBeUndefined()
    },
  )
})

describe('the table of trade states', () => {
  it('never leaves a paid state for an unpaid one', () => {
    for (const { from, to } of tradeMoves)
      for (const state of from)
        if (state === 'SUCCESS' || state === 'REFUND') expect(['SUCCESS', 'REFUND']).toContain(to)
  })
})
