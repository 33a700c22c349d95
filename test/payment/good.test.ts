import { describe, expect, it } from 'vitest'
import type { Good, Goods } from '../../functions/payment/good.ts'
import { goodKinds } from '../../functions/payment/good-kinds.ts'
import { closeOrderById } from '../../functions/payment/orders/close.ts'
import { openOrder } from '../../functions/payment/orders/open-order.ts'
import { pay } from '../../functions/payment/paying/pay.ts'
import { recordPayment } from '../../functions/payment/paying/record-payment.ts'
import { absorbForcedRefund } from '../../functions/payment/refunds/absorb-forced-refund.ts'
import { isNew, put, update } from '../../shared/table/write.ts'
import { valueIn } from '../kit.ts'
import { balances, enter, itemAt, world } from '../world.ts'

const keyOf = (orderId: string) => ({ pk: `BOOK#${orderId}`, sk: 'BOOK' })

/** A book, which nobody but this test sells; there is a copy on the shelf, or it comes later. */
const book = (delivery: 'delivered' | 'awaited'): Good => ({
  description: '一本书',
  named: () => '一本书',
  price: (_wanted, { feeFen }) => 3 * feeFen,
  async planDelivery(_table, { id }, fact, now) {
    const writes = [put(keyOf(id), { status: delivery, paidFen: fact.paidFen, at: now }, isNew)]
    return delivery === 'delivered'
      ? { kind: delivery, writes }
      : { kind: delivery, writes, wake: { kind: 'book', id } }
  },
  ended: ({ id }, ending) => [put(keyOf(id), { status: ending }, isNew)],
  async planTakingBack(table, { id }) {
    return (await table.get(keyOf(id))) ? [update(keyOf(id), { set: { status: 'taken back' } })] : []
  },
})

/** An open order for a book, which is sold in the place of points. */
const ordered = async (delivery: 'delivered' | 'awaited' = 'delivered') => {
  const base = world()
  const goods: Goods = { ...base.goods, points: book(delivery) }
  const at = { ...base, goods }
  const user = await enter(at)
  const buyer = { accountId: user.accountId, idempotencyKey: 'k' }
  const order = valueIn(await openOrder(at, goods.points, buyer, { kind: 'points' }))
  const offer = async () =>
    valueIn(await pay(at, user.caller, { orderId: order.id, method: 'wechat_native' })).outTradeNo
  const status = () => ({
    order: itemAt(at, { pk: `ORDER#${order.id}`, sk: 'ORDER' })?.status,
    book: itemAt(at, keyOf(order.id))?.status,
  })
  return { at, user, order, offer, status }
}

describe('something to sell that payment has never heard of', () => {
  it('is offered at its price, under its own words', async () => {
    const { at, order, offer } = await ordered()
    await offer()
    expect(order.amountFen).toBe(300)
    expect(itemAt(at, { pk: `ORDER#${order.id}`, sk: 'PAYMENT#1' })?.request).toMatchObject({ description: '一本书' })
  })

  it('is delivered with the payment, which is earned then', async () => {
    const { at, offer, status } = await ordered()
    expect(await recordPayment(at, at.channel.payerPays(await offer()))).toBe('accepted')
    expect(status()).toEqual({ order: 'settled', book: 'delivered' })
    expect(balances(at)).toMatchObject({ 'revenue:points': -300 })
    expect(at.queue.sent).toEqual([])
  })

  it('or is waited for: the order is paid, nothing is earned yet, and its worker is woken', async () => {
    const { at, order, offer, status } = await ordered('awaited')
    expect(await recordPayment(at, at.channel.payerPays(await offer()))).toBe('accepted')
    expect(status()).toEqual({ order: 'paid', book: 'awaited' })
    expect(balances(at)).not.toHaveProperty('revenue:points')
    expect(at.queue.sent).toEqual([{ kind: 'book', id: order.id }])
  })

  it.each(['expired', 'cancelled_by_user'] as const)('ends with its order: %s', async (ending) => {
    const { at, order, status } = await ordered()
    expect(await closeOrderById(at, order.id, ending)).toBe('closed')
    expect(status()).toEqual({ order: 'closed', book: ending })
  })

  it('P16 ends when a wrong amount was paid, and not when a payment came late or twice', async () => {
    const wrong = await ordered()
    const number = await wrong.offer()
    expect(await recordPayment(wrong.at, wrong.at.channel.payerPays(number, { amountFen: 299 }))).toBe('given_back')
    expect(wrong.status()).toEqual({ order: 'refunded', book: 'wrong_amount_paid' })

    const late = await ordered()
    const code = await late.offer()
    await closeOrderById(late.at, late.order.id, 'expired')
    expect(await recordPayment(late.at, late.at.channel.payerPays(code))).toBe('given_back')
    expect(late.status()).toEqual({ order: 'refunded', book: 'expired' })
  })

  it('P12 is taken back when the channel gave its whole price back, and kept when it was a part', async () => {
    for (const [fen, kept] of [
      [300, 'taken back'],
      [299, 'delivered'],
    ] as const) {
      const { at, order, offer, status } = await ordered()
      await recordPayment(at, at.channel.payerPays(await offer()))
      const forced = { outTradeNo: order.id, channelRefundId: 'r', fen, at: at.time.now }
      expect(await absorbForcedRefund(at, { channel: 'wechat_pay', ...forced })).toBe('absorbed')
      expect(status().book).toBe(kept)
    }
  })
})

describe('what the sellers say to the channel', () => {
  it('is a text of their own for each', async () => {
    const { goods } = world()
    expect(
      Object.fromEntries(Object.entries(goods).map(([kind, { description }]) => [kind, description])),
    ).toMatchObject({
      verification: '实名认证',
      membership: '会员 1 个月',
      points: '积分充值',
    })
    const texts = Object.values(goods).map(({ description }) => description)
    expect(new Set(texts).size).toBe(goodKinds.length)
    expect(texts).not.toContain('')
  })
})
