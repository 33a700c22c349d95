import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../account/fixture.ts'
import { ban, cost, decided, enter, itemAt, submission, type User, type World, world } from '../../world.ts'

const ordersIn = (at: World) => at.table.items().filter(({ sk }) => sk === 'ORDER')

const verified = async (at: World): Promise<User> => {
  const { user } = await decided(at)
  return user
}

const buyPoints = (at: World, { accountId }: User, points: number, idempotencyKey = 'k') =>
  recharge(at, accountId, { idempotencyKey, points })

const buyMonth = (at: World, { accountId }: User, idempotencyKey = 'k') =>
  buyMembership(at, accountId, { idempotencyKey })

describe('P14 P15 purchase happy', () => {
  it('opens an order for points at one fen a point, within 30 minutes', async () => {
    const at = world()
    const user = await verified(at)
    const { value, calls } = await cost(at, () => buyPoints(at, user, 2500))
    const order = valueIn(value)
    expect(order).toMatchObject({ kind: 'points', points: 2500, amountFen: 2500, status: 'created' })
    expect(itemAt(at, paymentKeys.order(order.id))).toMatchObject({ points: 2500, dueAt: at.time.now + 30 * MINUTE })
    expect(calls).toEqual({ table: 2, kms: 0, queue: 0, vendor: 0 })
  })

  it('opens an order for a month of membership, verified or not', async () => {
    const at = world()
    for (const user of [await enter(at), await verified(at)]) {
      const { value, calls } = await cost(at, () => buyMonth(at, user))
      expect(valueIn(value)).toMatchObject({ kind: 'membership', amountFen: 1000, accountId: user.accountId })
      expect(calls.table).toBe(1)
    }
  })

  it('asks the price that is set, and keeps it when it changes', async () => {
    const at = world({ prices: { membershipFen: 1500 } })
    const user = await enter(at)
    const order = valueIn(await buyMonth(at, user))
    expect(order.amountFen).toBe(1500)
    at.settings.prices.membershipFen = 2000
    expect(valueIn(await buyMonth(at, user)).amountFen).toBe(1500)
    expect(valueIn(await buyMonth(at, user, 'other')).amountFen).toBe(2000)
  })

  it.each([100, 100_000])('takes %i points', async (points) => {
    const at = world()
    expect(codeOf(await buyPoints(at, await verified(at), points))).toBe('ok')
  })
})

describe('P1 P14 purchase refused', () => {
  it('points for an account that is not verified, with the link', async () => {
    const at = world()
    const user = await enter(at)
    expect(await buyPoints(at, user, 1000)).toEqual({
      ok: false,
      refusal: { code: 'not_verified', extra: { verifyUrl: 'https://shiming.test/verify' } },
    })
    expect(ordersIn(at)).toEqual([])
  })

  it('points are for everybody before the enforcement date', async () => {
    const at = world({ enforceFrom: '2099-01-01T00:00:00+08:00' })
    expect(codeOf(await buyPoints(at, await enter(at), 1000))).toBe('ok')
  })

  it.each([0, -1000, 99, 100_001])('%i points', async (points) => {
    const at = world()
    const user = await verified(at)
    const before = ordersIn(at).length
    expect(await buyPoints(at, user, points)).toEqual({
      ok: false,
      refusal: { code: 'points_out_of_range', fields: [{ pointer: '/points', code: 'points_out_of_range' }] },
    })
    expect(ordersIn(at)).toHaveLength(before)
  })

  it('P12 anything, for a banned account', async () => {
    const at = world()
    const user = await verified(at)
    await ban(at, user)
    const before = ordersIn(at).length
    expect(codeOf(await buyPoints(at, user, 1000))).toBe('banned')
    expect(codeOf(await buyMonth(at, user))).toBe('banned')
    expect(ordersIn(at)).toHaveLength(before)
  })

  it('a membership for an account that does not exist', async () => {
    const at = world()
    expect(codeOf(await buyMembership(at, 'f'.repeat(32), { idempotencyKey: 'k' }))).toBe('banned')
    expect(ordersIn(at)).toEqual([])
  })
})

describe('M4 purchase hostile', () => {
  it('the same key again opens nothing and answers the order as it is', async () => {
    const at = world()
    const user = await verified(at)
    const first = valueIn(await buyPoints(at, user, 1000))
    at.time.now += MINUTE
    expect(valueIn(await buyPoints(at, user, 1000))).toEqual(first)
    await at.closeUnpaid(first.id)
    expect(valueIn(await buyPoints(at, user, 1000)).status).toBe('closed')
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
