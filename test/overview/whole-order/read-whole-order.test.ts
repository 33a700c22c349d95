import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { complaintKeys } from '../../../functions/complaints/keys.ts'
import { showWholeOrder, wholeOrderShown } from '../../../functions/overview/whole-order/order-view.ts'
import { readWholeOrder } from '../../../functions/overview/whole-order/read-whole-order.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { endsAt, outTradeNo } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { complained, complainedOf, complaintWorld } from '../../complaints/fixture.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { owed } from '../../operator.ts'
import { begun, bought, crowded, drained, offered, person, type World, world } from '../../world.ts'

/** The order as its route answers it. */
const shown = async (at: World, id: string) => {
  const answer: unknown = JSON.parse(
    JSON.stringify(showWholeOrder(valueIn(await readWholeOrder(at, id)), at.settings.complaints)),
  )
  return z.parse(wholeOrderShown, answer)
}

describe('M8 everything about an order happy', () => {
  it('tells its payment, its refund and its ledger', async () => {
    const at = world()
    const { order, fact, name, number, user } = await owed(at)
    await drained(at)
    const whole = await shown(at, order.id)
    expect(whole.order).toMatchObject({
      id: order.id,
      accountId: user.accountId,
      status: 'refunding',
      amountFen: 100,
      outTradeNo: order.id,
      transactionId: fact.transactionId,
      transactions: [fact.transactionId],
      paidAt: rfc3339(fact.paidAt),
    })
    expect(whole.payments).toEqual([
      {
        method: 'wechat_native',
        outTradeNo: order.id,
        status: 'paid',
        amountFen: 100,
        openedAt: rfc3339(fact.paidAt),
        expiresAt: rfc3339(endsAt(order)),
      },
    ])
    expect(whole.refunds).toMatchObject([{ name, outRefundNo: number, status: 'submitted', amountFen: 100 }])
    expect(whole.ledger.map(({ id }) => id)).toEqual([`decide:${order.id}`, `pay:${order.id}`, `vendor:${order.id}`])
  })

  it('P16 tells of every payment, also the ones that bought nothing', async () => {
    const at = world()
    const { order, fact } = await bought(at)
    const number = outTradeNo(order.id, 2)
    const second = at.channel.payerPays(number, { amountFen: 77 })
    await recordPayment(at, second)
    const whole = await shown(at, order.id)
    expect(whole.order.transactions).toEqual([fact.transactionId, second.transactionId].toSorted())
    expect(whole.refunds).toMatchObject([{ name: `${number}d`, amountFen: 77, cause: 'second_payment' }])
    expect(whole.ledger.map(({ id }) => id)).toEqual(
      expect.arrayContaining([`pay:${order.id}`, `pay:${number}`, `decide:${number}`]),
    )
  })

  it('tells of an order nobody has paid', async () => {
    const at = world()
    const open = await begun(at)
    const whole = await shown(at, open.order.id)
    expect(whole).toMatchObject({
      order: { status: 'created', transactions: [] },
      payments: [],
      refunds: [],
      ledger: [],
    })
    await offered(at, open)
    expect((await shown(at, open.order.id)).payments).toHaveLength(1)
  })

  it('tells that it is frozen', async () => {
    const at = world()
    const { order } = await bought(at)
    await at.table.commit([update(paymentKeys.order(order.id), { set: { frozenAt: at.time.now } })])
    expect((await shown(at, order.id)).order.frozenAt).toBe(rfc3339(at.time.now))
  })

  it('tells the complaints about it, the newest first, and none about another order of the account', async () => {
    const at = complaintWorld()
    const { order, id } = await complainedOf(at)
    const about = { outTradeNo: order.id, amountFen: order.amountFen }
    at.time.now += HOUR
    const later = await complained(at, about)
    const other = await complained(at, about)
    await at.table.commit([
      update(complaintKeys.complaint('wechat_pay', other), {
        set: { orders: [{ outTradeNo: 'f'.repeat(32), amountFen: 100, orderId: 'f'.repeat(32) }] },
      }),
    ])
    expect((await shown(at, order.id)).complaints).toEqual([
      {
        ...{ channel: 'wechat_pay', id: later, status: 'open', problem: 'REFUND', malicious: false },
        openedAt: rfc3339(at.time.now),
        replyBy: rfc3339(at.time.now + 24 * HOUR),
        completeBy: rfc3339(at.time.now + 72 * HOUR),
      },
      expect.objectContaining({ id, openedAt: rfc3339(at.time.now - HOUR) }),
    ])
    expect((await shown(at, (await bought(at, { who: person('mismatch') })).order.id)).complaints).toEqual([])
  })

  it('is there although a complaint about it cannot be read', async () => {
    const at = complaintWorld()
    const { order, id } = await complainedOf(at)
    await at.table.commit([update(complaintKeys.complaint('wechat_pay', id), { set: { status: 'lost' } })])
    expect(await shown(at, order.id)).toMatchObject({ order: { id: order.id }, complaints: [] })
  })

  it('leaves out nothing of an order with more parts than a page has', async () => {
    const at = world()
    const { order } = await bought(at)
    await crowded(at, order.id)
    const whole = await shown(at, order.id)
    expect(whole.ledger).toHaveLength(251)
    expect(whole).toMatchObject({ order: { status: 'paid' }, payments: [{ outTradeNo: order.id }] })
  })
})

describe('everything about an order refused', () => {
  it.each(['', 'x', 'F'.repeat(32), 'f'.repeat(32), `${'f'.repeat(32)}#`])('there is no order %j', async (id) => {
    expect(codeOf(await readWholeOrder(world(), id))).toBe('not_found')
  })
})

describe('everything about an order hostile', () => {
  it('holds nothing of who the person is, nor from where or as whom they pay', async () => {
    const at = world()
    const who = person('no_record')
    const { order } = await owed(at, { who })
    await at.table.commit([
      update(paymentKeys.attempt(order.id, 1), {
        set: {
          request: {
            method: 'wechat_jsapi',
            outTradeNo: order.id,
            amountFen: 100,
            description: 'd',
            expiresAt: order.expiresAt,
            notifyUrl: 'https://n',
            payerIp: '203.0.113.7',
            openid: 'openid-of-somebody',
          },
          action: { codeUrl: 'weixin://pay/secret' },
        },
      }),
    ])
    const text = JSON.stringify(showWholeOrder(valueIn(await readWholeOrder(at, order.id)), at.settings.complaints))
    for (const secret of [who.name, who.idNumber, who.phone, '203.0.113.7', 'openid-of-somebody', 'weixin://'])
      expect(text).not.toContain(secret)
  })
})
