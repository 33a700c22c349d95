import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { cancelOrder } from '../../../functions/payment/orders/cancel-order.ts'
import type { Order } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import {
  ban,
  begun,
  bought,
  decided,
  drained,
  enter,
  itemAt,
  offered,
  person,
  type User,
  type World,
  world,
} from '../../world.ts'

type Open = { user: User; order: Order }

const month = async (at: World, user?: User, idempotencyKey = 'm'): Promise<Open> => {
  const buyer = user ?? (await enter(at))
  return { user: buyer, order: valueIn(await buyMembership(at, buyer.accountId, { idempotencyKey })) }
}

const points = async (at: World): Promise<Open> => {
  const { user } = await decided(at)
  at.queue.sent.length = 0
  return { user, order: valueIn(await recharge(at, user.accountId, { idempotencyKey: 'p', points: 500 })) }
}

const goods: Record<string, (at: World) => Promise<Open>> = { verification: begun, membership: month, points }

const cancel = (at: World, { user, order }: Open) => cancelOrder(at, user.accountId, order.id)

const statusAt = (at: World, { order }: Open) => itemAt(at, paymentKeys.order(order.id))?.status

describe.each(Object.entries(goods))('cancel an order for a %s', (kind, open) => {
  it('ends it here, whether a code is out or not, and tells it as it is then', async () => {
    for (const isOffered of [false, true]) {
      const at = world()
      const one = await open(at)
      if (isOffered) await offered(at, one)
      const { order } = valueIn(await cancel(at, one))
      expect(order).toMatchObject({ id: one.order.id, kind, status: 'closed' })
      expect(itemAt(at, paymentKeys.order(one.order.id))).not.toHaveProperty('dueAt')
      expect(at.channel.count('close')).toBe(isOffered ? 1 : 0)
    }
  })

  it('P16 closes at the channel first', async () => {
    const at = world()
    const one = await open(at)
    const number = await offered(at, one)
    at.channel.script.close.push((honest) => {
      expect(statusAt(at, one)).toBe('created')
      return honest()
    })
    expect(codeOf(await cancel(at, one))).toBe('ok')
    expect(at.channel.asked.at(-1)).toEqual({ call: 'close', number })
  })

  it('answers a second click the same, and writes nothing; many at once too', async () => {
    const at = world()
    const one = await open(at)
    await offered(at, one)
    const clicks = await Promise.all(Array.from({ length: 20 }, () => cancel(at, one)))
    expect(new Set(clicks.map(codeOf))).toEqual(new Set(['ok']))
    const before = at.table.items()
    at.time.now += MINUTE
    expect(valueIn(await cancel(at, one)).order).toEqual(valueIn(clicks[0] ?? (await cancel(at, one))).order)
    expect(at.table.items()).toEqual(before)
  })

  it('P16 loses to a payment that came first, although nobody told of it', async () => {
    const at = world()
    const one = await open(at)
    at.channel.payerPays(await offered(at, one))
    const outcome = await cancel(at, one)
    const orderStatus = kind === 'verification' ? 'paid' : 'settled'
    expect(outcome).toEqual({ ok: false, refusal: { code: 'order_already_paid', extra: { orderStatus } } })
    expect(statusAt(at, one)).toBe(orderStatus)
  })
})

describe('cancel an order', () => {
  it('ends the verification it was for', async () => {
    const at = world()
    const open = await begun(at)
    await cancel(at, open)
    const verification = itemAt(at, verificationKeys.verification(open.user.accountId, open.verification.id))
    expect(verification).toMatchObject({ status: 'cancelled', reason: 'cancelled_by_user', decidedAt: at.time.now })
  })

  it('makes room for another where too many were open', async () => {
    const at = world({ orders: { mostOpen: 1 } })
    const { user, order } = await month(at)
    const { user: buyer } = { user }
    const wanted = { idempotencyKey: 'p', points: 500 }
    at.settings.enforceFrom = '2099-01-01T00:00:00+08:00'
    expect(codeOf(await recharge(at, buyer.accountId, wanted))).toBe('too_many_open_orders')
    await cancel(at, { user, order })
    expect(codeOf(await recharge(at, buyer.accountId, wanted))).toBe('ok')
  })

  it('P16 gives back what is paid all the same', async () => {
    const at = world()
    const one = await month(at)
    const number = await offered(at, one)
    await cancel(at, one)
    await recordPayment(at, at.channel.payerPays(number))
    await drained(at)
    const outcome = await cancel(at, one)
    expect(outcome).toMatchObject({ refusal: { code: 'order_already_paid', extra: { orderStatus: 'refunding' } } })
  })

  it('P12 is open to a banned account: it takes a code back that could be paid', async () => {
    const at = world()
    const one = await month(at)
    await offered(at, one)
    await ban(at, one.user)
    expect(codeOf(await cancel(at, one))).toBe('ok')
  })

  it('whose time is over ends it as well', async () => {
    const at = world()
    const one = await month(at)
    await offered(at, one)
    at.time.now += 31 * MINUTE
    expect(valueIn(await cancel(at, one)).order.status).toBe('closed')
  })
})

describe('cancel an order refused', () => {
  it.each(['match', 'no_record', 'timeout_after_sending'] as const)('once it is decided: %s', async (outcome) => {
    const at = world()
    const over = await decided(at, { who: person(outcome) })
    const before = at.table.items()
    expect(codeOf(await cancel(at, over))).toBe('order_already_paid')
    expect(at.table.items()).toEqual(before)
  })

  it('while it is being checked', async () => {
    const at = world()
    const ready = await bought(at)
    expect(codeOf(await cancel(at, ready))).toBe('order_already_paid')
    expect(statusAt(at, ready)).toBe('paid')
  })

  it('while the channel cannot be asked, and everything stays open', async () => {
    const at = world()
    const one = await month(at)
    await offered(at, one)
    at.channel.script.close.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    at.channel.script.query.push(() => ({ kind: 'unavailable', code: 'TIMEOUT' }))
    expect(codeOf(await cancel(at, one))).toBe('payment_channel_unavailable')
    expect(statusAt(at, one)).toBe('created')
  })

  it("for somebody else's, and for anybody's by whoever has never been here", async () => {
    const at = world()
    const one = await month(at)
    expect(codeOf(await cancelOrder(at, (await enter(at)).accountId, one.order.id))).toBe('not_found')
    expect(codeOf(await cancelOrder(at, undefined, one.order.id))).toBe('not_found')
    expect(statusAt(at, one)).toBe('created')
  })

  it.each(['', 'x', 'A'.repeat(32), 'f'.repeat(32), '../ORDER'])('for an id like %j', async (id) => {
    const at = world()
    expect(codeOf(await cancelOrder(at, (await enter(at)).accountId, id))).toBe('not_found')
  })
})
