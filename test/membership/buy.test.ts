import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../functions/membership/buy.ts'
import { codeOf, valueIn } from '../kit.ts'
import { cost, decided, enter, type User, type World, world } from '../world.ts'

const ordersIn = (at: World) => at.table.items().filter(({ sk }) => sk === 'ORDER')

const verified = async (at: World): Promise<User> => {
  const { user } = await decided(at)
  return user
}

const buyMonth = (at: World, { accountId }: User, idempotencyKey = 'k') =>
  buyMembership(at, accountId, { idempotencyKey })

describe('P15 buy a membership happy', () => {
  it('opens an order for a month of membership, verified or not', async () => {
    const at = world()
    for (const user of [await enter(at), await verified(at)]) {
      const { value, calls } = await cost(at, () => buyMonth(at, user))
      expect(valueIn(value)).toMatchObject({ kind: 'membership', amountFen: 1000, accountId: user.accountId })
      expect(calls.table).toBe(2)
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
})

describe('P12 buy a membership refused', () => {
  it('a membership for an account that does not exist', async () => {
    const at = world()
    expect(codeOf(await buyMembership(at, 'f'.repeat(32), { idempotencyKey: 'k' }))).toBe('banned')
    expect(ordersIn(at)).toEqual([])
  })
})
