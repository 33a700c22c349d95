import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { accountView } from '../../../functions/overview/account-view.ts'
import { readAccount } from '../../../functions/overview/read-account.ts'
import { readWholeOrder } from '../../../functions/overview/whole-order/read-whole-order.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { closeOrderById } from '../../../functions/payment/orders/close.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { readOrder } from '../../../functions/payment/orders/read.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { absorbForcedRefund, absorbFullRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { readVerification } from '../../../functions/verification/read.ts'
import { MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { claimOf } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { nextStep, owed, paidByHand, stuck } from '../../operator.ts'
import { type Begun, begun, bought, cost, decided, enter, offered, person, type World, world } from '../../world.ts'

/** What the account is told of its order, which everybody else who is told anything of it is told, too. */
const told = async (at: World, { user, order, verification }: Begun) => {
  const shown = valueIn(await readOrder(at, user.accountId, order.id))
  const whole = valueIn(await readWholeOrder(at, order.id))
  const checked = valueIn(await readVerification(at, user.accountId, verification.id))
  const page = accountView(valueIn(await readAccount(at, { claim: claimOf(user.token) })), '').refunds
  expect(page).toEqual(shown.refunds.map((one) => ({ orderId: order.id, ...one })))
  expect([whole.told, checked.refunds]).toEqual([shown.refunds, shown.refunds])
  expect([whole.shown.status, checked.order.status]).toEqual([shown.status, shown.status])
  return { status: shown.status, refunds: shown.refunds }
}

const forced = (at: World, number: string, fen: number) =>
  absorbForcedRefund(at, { channel: 'wechat_pay', outTradeNo: number, channelRefundId: 'r-1', fen, at: at.time.now })

describe('P7 what a payer is told of money going back', () => {
  it('owed, on its way and back, with its times; the order is refunded only when it is back', async () => {
    const at = world()
    const refund = await owed(at)
    const owedAt = rfc3339(at.time.now)
    const one = {
      cause: 'verdict',
      channel: 'wechat_pay',
      outTradeNo: refund.order.id,
      paidFen: 100,
      amountFen: 100,
      reason: '实名核验查无记录，退款',
      owedAt,
      takenAt: null,
      backAt: null,
    }
    expect(await told(at, refund)).toEqual({ status: 'refunding', refunds: [{ ...one, status: 'owed' }] })
    at.time.now += MINUTE
    at.channel.script.refund.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    await giveBack(at, refund.id)
    expect(await told(at, refund)).toEqual({ status: 'refunding', refunds: [{ ...one, status: 'owed' }] })
    await nextStep(at, refund)
    const takenAt = rfc3339(at.time.now)
    const way = { ...one, status: 'on_its_way', takenAt }
    expect(await told(at, refund)).toEqual({ status: 'refunding', refunds: [way] })
    at.time.now += MINUTE
    at.channel.finishes(refund.number)
    const backAt = rfc3339(at.time.now)
    await nextStep(at, refund)
    expect(await told(at, refund)).toEqual({ status: 'refunded', refunds: [{ ...way, status: 'back', backAt }] })
  })

  it('that it needs a person, until one paid it by hand', async () => {
    const at = world()
    const refund = await stuck(at)
    expect(await told(at, refund)).toMatchObject({ status: 'refunding', refunds: [{ status: 'needs_person' }] })
    valueIn(await paidByHand(at, refund))
    expect(await told(at, refund)).toMatchObject({ status: 'refunded', refunds: [{ status: 'back' }] })
  })

  it('that it is on its way no more once the channel closed it', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    at.channel.finishes(refund.number, { kind: 'closed' })
    await nextStep(at, refund)
    const { refunds } = await told(at, refund)
    expect(refunds).toMatchObject([{ status: 'owed' }])
    expect(refunds[0]?.takenAt).toBeNull()
  })
})

describe('P16 why money goes back', () => {
  it('a second payment, beside a result that was delivered', async () => {
    const at = world()
    const over = await decided(at, { who: person('match') })
    await recordPayment(at, at.channel.payerPays(outTradeNo(over.order.id, 2), { amountFen: 100 }))
    expect(await told(at, over)).toMatchObject({ status: 'settled', refunds: [{ cause: 'second_payment' }] })
  })

  it('a late payment', async () => {
    const at = world()
    const open = await begun(at)
    const number = await offered(at, open)
    await closeOrderById(at, open.order.id, 'cancelled_by_user')
    expect(await told(at, open)).toEqual({ status: 'closed', refunds: [] })
    await recordPayment(at, at.channel.payerPays(number))
    expect(await told(at, open)).toMatchObject({ status: 'refunding', refunds: [{ cause: 'late_payment' }] })
  })

  it('a wrong amount: what was paid, not what was asked for', async () => {
    const at = world()
    const open = await begun(at)
    await recordPayment(at, at.channel.payerPays(await offered(at, open), { amountFen: 60 }))
    const refunds = [{ cause: 'wrong_amount', paidFen: 60, amountFen: 60 }]
    expect(await told(at, open)).toMatchObject({ status: 'refunding', refunds })
  })

  it('the channel gave it by itself, of what was kept', async () => {
    const at = world()
    const over = await decided(at, { who: person('match'), offer: 'membership' })
    expect(await told(at, over)).toEqual({ status: 'settled', refunds: [] })
    at.time.now += MINUTE
    await forced(at, over.order.id, 300)
    expect(await told(at, over)).toEqual({
      status: 'settled',
      refunds: [
        {
          cause: 'channel',
          status: 'back',
          channel: 'wechat_pay',
          outTradeNo: over.order.id,
          paidFen: 1000,
          amountFen: 300,
          reason: '支付渠道主动退回',
          owedAt: null,
          takenAt: null,
          backAt: rfc3339(at.time.now),
        },
      ],
    })
  })

  it('the channel gave it by itself, in place of what was owed', async () => {
    const at = world()
    const refund = await owed(at)
    await forced(at, refund.order.id, 100)
    expect(await told(at, refund)).toMatchObject({
      status: 'refunded',
      refunds: [{ cause: 'channel', status: 'back' }],
    })
  })

  it('the channel gave part of it by itself: the rest is still owed', async () => {
    const at = world()
    const refund = await owed(at)
    await forced(at, refund.order.id, 30)
    const { status, refunds } = await told(at, refund)
    expect(status).toBe('refunding')
    expect(refunds.map((one) => [one.cause, one.status, one.amountFen])).toEqual([
      ['verdict', 'owed', 70],
      ['channel', 'back', 30],
    ])
  })

  it('only a complaint told of it', async () => {
    const at = world()
    const over = await decided(at, { who: person('match') })
    const of = { channel: 'wechat_pay', outTradeNo: over.order.id, complaintId: 'c1' } as const
    await absorbFullRefund(at, of)
    const refunds = [{ cause: 'complaint', status: 'back', amountFen: 100, reason: '支付渠道处理投诉退回' }]
    expect(await told(at, over)).toMatchObject({ refunds })
    // Its bill, with the channel's number, tells of the same money.
    await forced(at, over.order.id, 100)
    expect((await told(at, over)).refunds).toHaveLength(1)
  })
})

describe('P7 the account page', () => {
  it('tells of the newest orders first, in one call more for each, and of ten at most', async () => {
    const at = world()
    const user = await enter(at)
    const ids: string[] = []
    for (let nth = 0; nth < 11; nth += 1) {
      at.time.now += MINUTE
      const order = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: `k${nth}` }))
      await recordPayment(at, at.channel.payerPays(await offered(at, { user, order }), { amountFen: 5 }))
      ids.unshift(order.id)
    }
    const { value, calls } = await cost(at, () => readAccount(at, { claim: claimOf(user.token) }))
    expect(valueIn(value).refunds.map(({ orderId }) => orderId)).toEqual(ids.slice(0, 10))
    expect(calls.table).toBe(11)
  })
})

describe('P7 an answer hostile', () => {
  it('never says refunded of an order whose money is not back, whatever stands in its refund', async () => {
    const at = world()
    const refund = await owed(at)
    for (const status of ['due', 'submitted', 'operator']) {
      await at.table.commit([update(paymentKeys.refund(refund.order.id, refund.name), { set: { status } })])
      expect((await told(at, refund)).status).toBe('refunding')
    }
  })

  it('tells nothing of an order that is paid and not decided', async () => {
    const at = world()
    expect(await told(at, await bought(at))).toEqual({ status: 'paid', refunds: [] })
  })
})

describe('P7 of more than one refund', () => {
  it('each is told in the order in which it arose, whoever gave it', async () => {
    const at = world()
    const over = await decided(at, { who: person('match'), offer: 'membership' })
    await forced(at, over.order.id, 300)
    at.time.now += MINUTE
    await recordPayment(at, at.channel.payerPays(outTradeNo(over.order.id, 2), { amountFen: 1000 }))
    expect((await told(at, over)).refunds.map(({ cause }) => cause)).toEqual(['channel', 'second_payment'])
    at.time.now += MINUTE
    await absorbForcedRefund(at, {
      ...{ channel: 'wechat_pay', outTradeNo: over.order.id, channelRefundId: 'r-2' },
      ...{ fen: 100, at: at.time.now },
    })
    const { refunds } = await told(at, over)
    expect(refunds.map(({ cause }) => cause)).toEqual(['channel', 'second_payment', 'channel'])
  })
})
