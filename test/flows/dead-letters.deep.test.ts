import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import { getOrderRoute } from '../../functions/payment/read.route.ts'
import { deadCountsRoute, deadLettersRoute, replayRoute } from '../../functions/upkeep/dead-letters.route.ts'
import { type Instance, startInstance } from './instance.ts'
import { submitted } from './way.ts'

describe('what was not done', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const waiting = async (queue: string) => (await instance.engine.state()).queues[queue]?.visible

  it.each([
    ['upkeep-sweep', '1m'],
    ['verification-gather', '5m'],
    ['analytics-gather', '5m'],
    ['audit-roots', '60m'],
  ])('by the clock is in the queue whose depth rings, and counts: %s', async (fn, time) => {
    expect(await waiting(`${fn}-dead`)).toBe(0)
    instance.engine.faults.add({ target: 'function', fn, action: 'kill_before' })
    await instance.platform.pass(time)
    expect(await waiting(`${fn}-dead`)).toBe(1)
    const died = (await instance.engine.heard()).filter((line) => line.message === 'Invoke Error' && line.fn === fn)
    expect(died.map(({ rings, counts }) => [rings.length, counts.length])).toEqual([[0, 1]])
  })

  it('of a pointer, five times, is in the other; an operator sees it, sends it again, and it is done once', async () => {
    const { engine, platform, operatorKey: token } = instance
    engine.faults.add({ target: 'function', fn: 'payment-order', action: 'kill_before', times: 1000 })
    const { user, orderId } = await submitted(instance, 'match', 'fee')
    await platform.pass('31m')
    for (let tries = 0; tries < 12; tries += 1) await platform.pass('4m')
    expect(await waiting('orders-dead')).toBeGreaterThan(0)
    expect(await waiting('refunds-dead')).toBe(0)

    const { queues } = await platform.must(deadCountsRoute, { token })
    const counted = queues.find(({ queue }) => queue === 'orders')
    expect(counted).toMatchObject({ worker: 'payment-order', count: await waiting('orders-dead') })
    expect(queues.filter(({ count }) => count > 0)).toHaveLength(1)
    const params = { queue: 'orders' }
    const { letters } = await platform.must(deadLettersRoute, { token, params })
    expect(letters[0]).toMatchObject({ pointer: orderId, isThere: true, status: 'created', owedAt: expect.any(String) })
    expect(counted?.oldestAt).toBe(letters[0]?.sentAt)
    // Looking lost none.
    expect(await waiting('orders-dead')).toBe(letters.length)

    engine.faults.clear()
    const reason = '函数已恢复'
    const [one, ...others] = letters
    const first = await platform.must(replayRoute, { token, params, body: { letters: [one?.id ?? ''], reason } })
    expect(first).toMatchObject({ queue: 'orders', sent: 1, unreadable: 0, left: others.length })
    await engine.drain()
    const read = { token: user.token, params: { id: orderId } }
    expect(await platform.must(getOrderRoute, read)).toMatchObject({ status: 'closed' })
    // The others name the same order by now, and do nothing to it.
    // Whoever looks meanwhile hides some from who sends them, who waits.
    const look = () => platform.must(deadLettersRoute, { token, params })
    const [again] = await Promise.all([
      platform.must(replayRoute, { token, params, body: { reason } }),
      ...[look(), look(), platform.must(deadCountsRoute, { token })],
    ])
    expect(again).toMatchObject({ sent: others.length, left: 0, looked: 0 })
    await engine.drain()
    expect(await waiting('orders-dead')).toBe(0)
    expect(await platform.must(getOrderRoute, read)).toMatchObject({ status: 'closed' })
    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: 'queue:orders' } })
    expect(deeds.map(({ detail }) => detail)).toEqual(['all', expect.stringMatching(/^1 [0-9a-f]{64}$/)])
  })
})
