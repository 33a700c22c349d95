import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import type { Order } from '../../../functions/payment/orders/order.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { type Outcome, refusedField } from '../../../shared/kernel/outcome.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { ban, cost, decided, enter, offered, submission, type User, type World, world } from '../../world.ts'

const ordersIn = (at: World) => at.table.items().filter(({ sk }) => sk === 'ORDER')

const verified = async (at: World): Promise<User> => {
  const { user } = await decided(at)
  return user
}

const buyPoints = (at: World, { accountId }: User, points: number, idempotencyKey = 'k') =>
  recharge(at, accountId, { idempotencyKey, points })

const buyMonth = (at: World, { accountId }: User, idempotencyKey = 'k') =>
  buyMembership(at, accountId, { idempotencyKey })

describe('open an order refused', () => {
  it('P12 anything, for a banned account', async () => {
    const at = world()
    const user = await verified(at)
    await ban(at, user)
    const before = ordersIn(at).length
    expect(codeOf(await buyPoints(at, user, 1000))).toBe('banned')
    expect(codeOf(await buyMonth(at, user))).toBe('banned')
    expect(ordersIn(at)).toHaveLength(before)
  })
})

describe('M4 open an order hostile', () => {
  it('the same key again opens nothing and answers the order as it is', async () => {
    const at = world()
    const user = await verified(at)
    const first = valueIn(await buyPoints(at, user, 1000))
    at.time.now += MINUTE
    expect(valueIn(await buyPoints(at, user, 1000))).toEqual(first)
    await at.closeUnpaid(first.id)
    expect(valueIn(await buyPoints(at, user, 1000)).status).toBe('closed')
  })

  it.each([
    [
      'the gate',
      (at: World) => Object.assign(at.settings, { enforceFrom: '2020-01-01T00:00:00+08:00' }),
      'not_verified',
    ],
    ['the least', (at: World) => Object.assign(at.settings.points, { min: 5000 }), 'points_out_of_range'],
    ['the most', (at: World) => Object.assign(at.settings.points, { max: 500 }), 'points_out_of_range'],
  ] as const)('the same key answers the same after %s changed, and only that key', async (_what, change, code) => {
    const at = world({ enforceFrom: '2099-01-01T00:00:00+08:00' })
    const user = await enter(at)
    const first = valueIn(await buyPoints(at, user, 1000))
    change(at)
    expect(valueIn(await buyPoints(at, user, 1000))).toEqual(first)
    expect(codeOf(await buyPoints(at, user, 1000, 'other'))).toBe(code)
    expect(await buyPoints(at, user, 1001)).toEqual(refusedField('Idempotency-Key', 'idempotency_key_reused'))
  })

  it('the same key answers the same when the account is banned since', async () => {
    const at = world()
    const user = await verified(at)
    const first = valueIn(await buyPoints(at, user, 1000))
    await ban(at, user)
    expect(valueIn(await buyPoints(at, user, 1000))).toEqual(first)
  })

  it('the same key many times at once opens one order', async () => {
    const at = world()
    const user = await enter(at)
    const orders = await Promise.all(Array.from({ length: 5 }, () => buyMonth(at, user)))
    expect(new Set(orders.map((outcome) => valueIn(outcome).id)).size).toBe(1)
    expect(ordersIn(at)).toHaveLength(1)
  })

  it('the same key for something else is refused', async () => {
    const at = world()
    const user = await verified(at)
    valueIn(await buyPoints(at, user, 1000))
    expect(codeOf(await buyPoints(at, user, 1001))).toBe('idempotency_key_reused')
    expect(codeOf(await buyMonth(at, user))).toBe('idempotency_key_reused')
  })

  it('the key of a verification is refused', async () => {
    const at = world()
    const user = await enter(at)
    valueIn(await submit(at, await submission(at, user, { key: 'k' })))
    expect(codeOf(await buyMonth(at, user))).toBe('idempotency_key_reused')
  })

  it('the same key of another account is another order', async () => {
    const at = world()
    const [one, other] = [await enter(at), await enter(at)]
    expect(valueIn(await buyMonth(at, one)).id).not.toBe(valueIn(await buyMonth(at, other)).id)
  })
})

const goods = (at: World, user: User, many: number) =>
  Array.from({ length: many }, (_none, nth) => () => buyPoints(at, user, 1000 + nth, `k${nth}`))

const refusalOf = async (asked: Promise<Outcome<unknown>>) => {
  const outcome = await asked
  return outcome.ok ? undefined : outcome.refusal
}

describe('M4 the same goods wanted again', () => {
  it('are the order that is open, for good, whatever becomes of it', async () => {
    const at = world()
    const user = await enter(at)
    const first = valueIn(await buyMonth(at, user, 'a'))
    at.time.now += MINUTE
    const { value, calls } = await cost(at, () => buyMonth(at, user, 'b'))
    expect(valueIn(value)).toEqual(first)
    expect(calls.table).toBe(3)
    const number = await offered(at, { user, order: first })
    await recordPayment(at, at.channel.payerPays(number))
    const replay = await cost(at, () => buyMonth(at, user, 'b'))
    expect(valueIn(replay.value)).toMatchObject({ id: first.id, status: 'settled' })
    expect(replay.calls.table).toBe(2)
    expect(valueIn(await buyMonth(at, user, 'c')).id).not.toBe(first.id)
    expect(ordersIn(at)).toHaveLength(2)
  })

  it.each([
    [
      'it was paid',
      (at: World, order: Order) => recordPayment(at, at.channel.payerPays(order.id, { amountFen: 1000 })),
    ],
    ['it was closed', (at: World, order: Order) => at.closeUnpaid(order.id)],
    ['little time is left', async (at: World) => void Object.assign(at.time, { now: at.time.now + 20 * MINUTE + 1 })],
    ['the price changed', async (at: World) => void Object.assign(at.settings.prices, { membershipFen: 1200 })],
  ])('are another order once %s', async (_what, happen) => {
    const at = world()
    const user = await enter(at)
    const first = valueIn(await buyMonth(at, user, 'a'))
    await happen(at, first)
    expect(valueIn(await buyMonth(at, user, 'b')).id).not.toBe(first.id)
  })

  it('by many clicks at once with keys of their own are one order', async () => {
    const at = world()
    const user = await enter(at)
    const keys = ['a', 'b', 'c', 'd', 'e', 'f']
    const orders = await Promise.all(keys.map((key) => buyMonth(at, user, key)))
    expect(new Set(orders.map((outcome) => valueIn(outcome).id)).size).toBe(1)
    expect(ordersIn(at)).toHaveLength(1)
  })

  it('keep a key that was answered so from opening something else', async () => {
    const at = world({ enforceFrom: '2099-01-01T00:00:00+08:00' })
    const user = await enter(at)
    valueIn(await buyMonth(at, user, 'a'))
    valueIn(await buyMonth(at, user, 'b'))
    expect(codeOf(await buyPoints(at, user, 1000, 'b'))).toBe('idempotency_key_reused')
    expect(codeOf(await submit(at, await submission(at, user, { key: 'b' })))).toBe('idempotency_key_reused')
  })

  it('are not given to a banned account', async () => {
    const at = world()
    const user = await enter(at)
    valueIn(await buyMonth(at, user, 'a'))
    await ban(at, user)
    expect(codeOf(await buyMonth(at, user, 'b'))).toBe('banned')
  })
})

describe('M4 how many purchases an account may have open', () => {
  const opened = async (at: World) => {
    const user = await enter(at)
    const orders: Order[] = []
    for (const buy of goods(at, user, 5)) {
      orders.push(valueIn(await buy()))
      at.time.now += MINUTE
    }
    return { user, orders }
  }
  const free = { enforceFrom: '2099-01-01T00:00:00+08:00' }

  it('is five; then the first of them is named, and when it ends', async () => {
    const at = world(free)
    const { user, orders } = await opened(at)
    const [first] = orders
    const retryAt = Number(first?.expiresAt)
    const extra = { orderId: first?.id }
    const { value, calls } = await cost(at, () => refusalOf(buyMonth(at, user)))
    expect(value).toEqual({ code: 'too_many_open_orders', retryAt, extra })
    // The third looks whether the account is banned, who should be told that instead.
    expect(calls.table).toBe(3)
    at.time.now = retryAt
    expect(codeOf(await buyMonth(at, user))).toBe('ok')
    expect(await refusalOf(buyPoints(at, user, 2000, 'other'))).toMatchObject({ retryAt: orders[1]?.expiresAt })
  })

  it('is told to no banned account, which may not pay them either', async () => {
    const at = world(free)
    const { user } = await opened(at)
    await ban(at, user)
    expect(await refusalOf(buyMonth(at, user))).toEqual({ code: 'banned' })
  })

  it.each([
    ['paid', (at: World, order: Order) => recordPayment(at, at.channel.payerPays(order.id, { amountFen: 1000 }))],
    ['closed', (at: World, order: Order) => at.closeUnpaid(order.id)],
  ])('does not count one that was %s', async (_what, end) => {
    const at = world(free)
    const { user, orders } = await opened(at)
    if (orders[0]) await end(at, orders[0])
    expect(codeOf(await buyMonth(at, user))).toBe('ok')
    expect(codeOf(await buyPoints(at, user, 2000, 'other'))).toBe('too_many_open_orders')
  })

  it('holds for many different ones at once', async () => {
    const at = world(free)
    const user = await enter(at)
    const outcomes = await Promise.all(goods(at, user, 7).map((buy) => buy()))
    expect(outcomes.map(codeOf).filter((code) => code === 'ok')).toHaveLength(5)
    expect(ordersIn(at)).toHaveLength(5)
  })

  it('is of one account alone', async () => {
    const at = world(free)
    await opened(at)
    expect(codeOf(await buyMonth(at, await enter(at)))).toBe('ok')
  })
})
