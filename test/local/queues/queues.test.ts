import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Instance, instance } from '../fixture/instance.ts'

const MINUTE = 60_000
const VISIBILITY = 3 * MINUTE

let local: Instance
beforeAll(async () => {
  local = await instance()
})
afterAll(async () => {
  await local.stop()
})

const depth = async (queue: string) => (await local.engine.state()).queues[queue]

describe('draining', () => {
  it('waits for what functions send meanwhile', async () => {
    await local.store('send=chain-12')
    await local.engine.drain()
    const seen = await local.seen()
    expect(Object.keys(seen).filter((body) => body.startsWith('chain-'))).toHaveLength(13)
    expect(await depth('jobs')).toEqual({ visible: 0, delayed: 0, received: 0 })
  })

  it('is reliable under many messages at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const bodies = Array.from({ length: 10 }, (_, at) => `many-${round}-${at}`)
      await Promise.all([local.store(`sendMany=${bodies}`), local.store(`send=chain-${round}`)])
      await local.engine.drain()
      const seen = await local.seen()
      expect(bodies.filter((body) => seen[body] !== 1)).toEqual([])
    }
  })
})

describe('messages that fail', () => {
  it('come again alone after their time-out, and end in the dead-letter queue', async () => {
    await local.store('sendMany=good-1,fail-1,good-2')
    await local.engine.drain()
    expect(await local.seen()).toMatchObject({ 'good-1': 1, 'fail-1': 1, 'good-2': 1 })
    expect(await depth('jobs')).toEqual({ visible: 0, delayed: 0, received: 1 })
    for (const times of [2, 3, 3]) {
      await local.engine.advance(VISIBILITY)
      expect(await local.seen()).toMatchObject({ 'good-1': 1, 'fail-1': times, 'good-2': 1 })
    }
    expect(await depth('jobs')).toEqual({ visible: 0, delayed: 0, received: 0 })
    expect(await depth('jobs-dead')).toMatchObject({ visible: 1 })
  })

  it('stay on the queue when the function crashes', async () => {
    await local.store('send=crash')
    await local.engine.drain()
    expect(await depth('jobs')).toMatchObject({ received: 1 })
    await local.engine.advance(2 * MINUTE)
    expect((await local.seen()).crash).toBe(1)
    await local.engine.advance(MINUTE)
    expect((await local.seen()).crash).toBe(2)
    await local.engine.advance(VISIBILITY)
    await local.engine.advance(VISIBILITY)
    expect(await depth('jobs')).toEqual({ visible: 0, delayed: 0, received: 0 })
  })

  it('are seen again after a worker was killed in the middle', async () => {
    local.engine.faults.add({ target: 'function', fn: 'worker', operation: 'UpdateItem', action: 'kill_before' })
    await local.store('send=killed')
    await local.engine.drain()
    expect((await local.seen()).killed).toBeUndefined()
    await local.engine.advance(VISIBILITY)
    expect((await local.seen()).killed).toBe(1)
  })
})

describe('messages sent with a delay', () => {
  it('are delivered when the clock says so', async () => {
    await local.store('sendLater=later')
    await local.engine.drain()
    expect(await depth('jobs')).toMatchObject({ delayed: 1 })
    await local.engine.advance(9 * MINUTE)
    expect((await local.seen()).later).toBeUndefined()
    await local.engine.advance(MINUTE)
    expect((await local.seen()).later).toBe(1)
  })
})

describe('deliveries that go wrong', () => {
  it('happen twice', async () => {
    local.engine.faults.add({ target: 'queue', queue: 'jobs', action: 'duplicate' })
    await local.store('send=twice')
    await local.engine.drain()
    expect((await local.seen()).twice).toBe(2)
  })

  it('happen again some time after the first', async () => {
    local.engine.faults.add({ target: 'queue', queue: 'jobs', action: 'duplicate', ms: 150 })
    await local.store('send=again')
    await local.engine.drain()
    expect((await local.seen()).again).toBe(2)
  })

  it('are put off', async () => {
    local.engine.faults.add({ target: 'queue', queue: 'jobs', action: 'delay', ms: 5_000 })
    await local.store('send=put-off')
    await local.engine.drain()
    expect((await local.seen())['put-off']).toBeUndefined()
    await local.engine.advance(5_000)
    expect((await local.seen())['put-off']).toBe(1)
  })

  it('never happen', async () => {
    local.engine.faults.add({ target: 'queue', queue: 'jobs', action: 'drop' })
    await local.store('send=lost')
    await local.engine.advance(60 * MINUTE)
    expect((await local.seen()).lost).toBeUndefined()
    expect(local.engine.dumps.queues()).toContainEqual({ queue: 'jobs', body: 'lost' })
    expect(local.faults).toEqual([])
  })
})
