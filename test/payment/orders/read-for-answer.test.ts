import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { orderOf } from '../../../functions/payment/orders/order-store.ts'
import { orderShown } from '../../../functions/payment/orders/order-view.ts'
import { readOrder } from '../../../functions/payment/orders/read.ts'
import { readForAnswer } from '../../../functions/payment/orders/read-for-answer.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { parse } from '../../../shared/http/request.ts'
import { valueIn } from '../../kit.ts'
import { nextStep, owed } from '../../operator.ts'
import { begun, cost, itemAt, type World, world } from '../../world.ts'

/** The order as whoever opens it once more finds it. */
const opened = (at: World, id: string) => orderOf(itemAt(at, paymentKeys.order(id)) ?? paymentKeys.order(id))

describe('an order that was asked for', () => {
  it('is told without another read while nothing was paid', async () => {
    const at = world()
    const { order } = await begun(at)
    const { value, calls } = await cost(at, () => readForAnswer(at, opened(at, order.id)))
    expect(value).toMatchObject({ id: order.id, status: 'created', paidAt: null, channel: null })
    expect(calls.table).toBe(0)
    expect(parse(orderShown, value).ok).toBe(true)
  })

  it('P7 is refunded only when all of it is back, as everywhere', async () => {
    const at = world()
    const refund = await owed(at)
    const { id, accountId } = refund.order
    await giveBack(at, refund.id)
    const { value, calls } = await cost(at, () => readForAnswer(at, opened(at, id)))
    expect([value.status, calls.table]).toEqual(['refunding', 1])
    at.channel.finishes(refund.number)
    await nextStep(at, refund)
    const { refunds: _refunds, ...everywhere } = valueIn(await readOrder(at, accountId, id))
    expect(await readForAnswer(at, opened(at, id))).toEqual(everywhere)
    expect(everywhere.status).toBe('refunded')
  })
})
