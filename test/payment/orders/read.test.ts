import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { outTradeNo } from '../../../functions/payment/orders/order.ts'
import { readOrder } from '../../../functions/payment/orders/read.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { begun, bought, cost, decided, drained, enter, person, world } from '../../world.ts'

describe('read an order happy', () => {
  it('shows what there is to pay, in one read', async () => {
    const at = world()
    const { user, order, verification } = await begun(at, { offer: 'membership' })
    const { value, calls } = await cost(at, () => readOrder(at, user.accountId, order.id))
    expect(valueIn(value)).toEqual({
      id: order.id,
      kind: 'verification',
      status: 'created',
      amountFen: 1000,
      createdAt: rfc3339(at.time.now),
      expiresAt: rfc3339(at.time.now + 30 * MINUTE),
      offer: 'membership',
      verificationId: verification.id,
      applicationId: null,
      ...{ points: null, paidAt: null, channel: null, outTradeNo: null },
      refunds: [],
    })
    expect(calls.table).toBe(1)
  })

  it('shows when and under which number it was paid', async () => {
    const at = world()
    const { user, order, fact } = await bought(at)
    expect(valueIn(await readOrder(at, user.accountId, order.id))).toMatchObject({
      status: 'paid',
      paidAt: rfc3339(fact.paidAt),
      outTradeNo: order.id,
    })
  })

  it('P7 shows what goes back, and why, for every payment that came', async () => {
    const at = world()
    const { user, order } = await decided(at, { who: person('mismatch'), offer: 'membership' })
    await recordPayment(at, at.channel.payerPays(outTradeNo(order.id, 2), { amountFen: 1000 }))
    await drained(at)
    const { status, refunds } = valueIn(await readOrder(at, user.accountId, order.id))
    expect(status).toBe('settled')
    expect(refunds.toSorted((one, other) => one.amountFen - other.amountFen)).toMatchObject([
      { cause: 'verdict', amountFen: 900, status: 'on_its_way', reason: '实名核验不一致，退回会员部分' },
      { cause: 'second_payment', amountFen: 1000, status: 'on_its_way', reason: '重复付款，退回付款' },
    ])
  })

  it('shows an order without a verification', async () => {
    const at = world()
    const user = await enter(at)
    const order = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'k' }))
    const shown = valueIn(await readOrder(at, user.accountId, order.id))
    expect(shown).toMatchObject({ kind: 'membership', amountFen: 1000 })
    expect([shown.verificationId, shown.offer]).toEqual([null, null])
  })
})

describe('read an order refused', () => {
  it("when it is somebody else's", async () => {
    const at = world()
    const { order } = await begun(at)
    expect(codeOf(await readOrder(at, (await enter(at)).accountId, order.id))).toBe('not_found')
  })

  it('when it is anybody’s, and asked for by the platform for somebody never seen', async () => {
    const at = world()
    const { order } = await begun(at)
    expect(codeOf(await readOrder(at, undefined, order.id))).toBe('not_found')
    expect(codeOf(await readOrder(at, undefined, 'f'.repeat(32)))).toBe('not_found')
  })

  it.each(['', 'x', 'A'.repeat(32), 'f'.repeat(32), '../x'])('when there is none: %j', async (id) => {
    const at = world()
    const { user } = await begun(at)
    expect(codeOf(await readOrder(at, user.accountId, id))).toBe('not_found')
  })
})

describe('read an order hostile', () => {
  it('shows nothing of the channel’s numbers, the payer’s data or the request', async () => {
    const at = world()
    const who = person('match')
    const { user, order, fact } = await decided(at, { who })
    const shown = JSON.stringify(valueIn(await readOrder(at, user.accountId, order.id)))
    for (const hidden of [fact.transactionId, who.name, who.phone, 'requestHash', 'feeFen', user.accountId])
      expect(shown).not.toContain(hidden)
  })
})
