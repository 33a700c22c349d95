import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { recharge } from '../../../functions/wallet/recharge.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { ban, decided, enter, submission, type User, type World, world } from '../../world.ts'

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
    expect(codeOf(await buyPoints(at, user, 1001))).toBe('idempotency_key_reused')
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
