import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { findRefund } from '../../../functions/payment/refunds/find-refund.ts'
import { update } from '../../../shared/table/write.ts'
import { cost, decided, person, world } from '../../world.ts'

/** A refund in its third round. */
const renewed = async () => {
  const at = world()
  const { order } = await decided(at, { who: person('no_record') })
  const name = `${order.id}v`
  await at.table.commit([update(paymentKeys.refund(order.id, name), { set: { round: 3 } })])
  return { at, name }
}

describe('P7 the refund that a number means', () => {
  it.each([
    ['3', true],
    ['2', false],
    ['1', false],
  ])('is found by the number of round %s', async (round, isPresent) => {
    const { at, name } = await renewed()
    const { value, calls } = await cost(at, () => findRefund(at.table, `${name}${round}`))
    expect(value).toMatchObject({ refund: { round: 3, status: 'due' }, isPresent })
    expect(calls.table).toBe(1)
  })

  it('is none for a round that never was, another cause or another order', async () => {
    const { at, name } = await renewed()
    const numbers = [`${name}4`, `${name.replace('v', 'd')}1`, `${'f'.repeat(32)}v1`]
    for (const number of numbers) expect(await findRefund(at.table, number)).toBeUndefined()
  })

  it.each(['', 'x', 'v1', `${'f'.repeat(32)}v0`])('is none for %j, which is not asked for', async (number) => {
    const { at } = await renewed()
    const { value, calls } = await cost(at, () => findRefund(at.table, number))
    expect(value).toBeUndefined()
    expect(calls.table).toBe(0)
  })
})
