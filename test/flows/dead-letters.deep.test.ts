import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  ])('by the clock is in the queue whose depth rings, and counts: %s', async (fn, time) => {
    expect(await waiting(`${fn}-dead`)).toBe(0)
    instance.engine.faults.add({ target: 'function', fn, action: 'kill_before' })
    await instance.platform.pass(time)
    expect(await waiting(`${fn}-dead`)).toBe(1)
    const died = (await instance.engine.heard()).filter((line) => line.message === 'Invoke Error' && line.fn === fn)
    expect(died.map(({ rings, counts }) => [rings.length, counts.length])).toEqual([[0, 1]])
  })

  it('of a pointer, five times, is in the other', async () => {
    instance.engine.faults.add({ target: 'function', fn: 'payment-order', action: 'kill_before', times: 1000 })
    await submitted(instance, 'match', 'fee')
    await instance.platform.pass('31m')
    for (let tries = 0; tries < 12; tries += 1) await instance.platform.pass('4m')
    expect(await waiting('orders-dead')).toBeGreaterThan(0)
    expect(await waiting('refunds-dead')).toBe(0)
  })
})
