import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../functions/payment/keys.ts'
import { recharge } from '../../functions/wallet/recharge.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../kit.ts'
import { cost, decided, enter, itemAt, type User, type World, world } from '../world.ts'

const ordersIn = (at: World) => at.table.items().filter(({ sk }) => sk === 'ORDER')

const verified = async (at: World): Promise<User> => {
  const { user } = await decided(at)
  return user
}

const buyPoints = (at: World, { accountId }: User, points: number) =>
  recharge(at, accountId, { idempotencyKey: 'k', points })

describe('P14 recharge happy', () => {
  it('opens an order for points at one fen a point, within 30 minutes', async () => {
    const at = world()
    const user = await verified(at)
    const { value, calls } = await cost(at, () => buyPoints(at, user, 2500))
    const order = valueIn(value)
    expect(order).toMatchObject({ kind: 'points', points: 2500, amountFen: 2500, status: 'created' })
    expect(itemAt(at, paymentKeys.order(order.id))).toMatchObject({ points: 2500, dueAt: at.time.now + 31 * MINUTE })
    expect(calls).toEqual({ table: 3, kms: 0, queue: 0, vendor: 0 })
  })

  it.each([100, 100_000])('takes %i points', async (points) => {
    const at = world()
    expect(codeOf(await buyPoints(at, await verified(at), points))).toBe('ok')
  })
})

describe('P1 P14 recharge refused', () => {
  it('points for an account that is not verified, with the link', async () => {
    const at = world()
    const user = await enter(at)
    expect(await buyPoints(at, user, 1000)).toEqual({
      ok: false,
      refusal: {
        code: 'not_verified',
        extra: {
          verifyUrl: 'https://shiming.test/verify',
          neededLevel: 1,
          heldLevel: 0,
          shortfall: 'never_verified',
          missing: 'review bank carrier',
        },
      },
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
      refusal: {
        code: 'points_out_of_range',
        fields: [
          {
            pointer: '/points',
            code: 'points_out_of_range',
            expected: { type: 'integer', minimum: 100, maximum: 100_000, unit: 'points' },
          },
        ],
      },
    })
    expect(ordersIn(at)).toHaveLength(before)
  })
})
