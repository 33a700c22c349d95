import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deadLettersRoute } from '../../functions/upkeep/dead-letters.route.ts'
import { listDeliveriesRoute, recoverRoute } from '../../functions/webhooks/delivery.route.ts'
import {
  createEndpointRoute,
  editEndpointRoute,
  getEndpointRoute,
  sendTestRoute,
} from '../../functions/webhooks/endpoint.route.ts'
import { faultOf } from '../alarms/misheard.ts'
import { type Instance, startInstance } from './instance.ts'

describe('events for the platform, when something is broken', () => {
  let instance: Instance
  let token: string
  beforeAll(async () => {
    instance = await startInstance()
    token = instance.platformKey
  })
  beforeEach(async () => {
    await instance.clear()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const create = (path = '/hook') =>
    instance.platform.must(createEndpointRoute, {
      token,
      body: { url: `http://${instance.receiver.address}${path}`, events: ['*'] },
    })
  const test = (id: string) => instance.platform.must(sendTestRoute, { token, params: { id } })
  const deliveries = async (id: string) =>
    (await instance.platform.must(listDeliveriesRoute, { token, params: { id } })).deliveries
  const came = () => instance.receiver.received.map(({ body }) => JSON.parse(body))
  const sequences = () => [...new Set(came().map(({ sequence }) => sequence))].toSorted()

  it('a receiver that takes the request and says nothing is tried again', async () => {
    const { platform, receiver } = instance
    const { id } = await create()
    receiver.answers.push('never')
    await test(id)
    await platform.pass('0s')
    const [one] = await deliveries(id)
    expect(one).toMatchObject({ status: 'pending', attempts: [{ outcome: 'unreachable', status: null }] })
    expect(one?.attempts[0]?.ms).toBeGreaterThanOrEqual(10_000)
    await platform.pass('1m')
    expect((await deliveries(id))[0]).toMatchObject({ status: 'taken' })
    expect(came().map((body) => body.id)).toEqual([came()[0].id, came()[0].id])
  })

  it('the engine is killed and started again between any two steps, and every queue is lost: each event arrives', async () => {
    const { platform, engine } = instance
    const { id } = await create()
    for (let nth = 0; nth < 3; nth += 1) {
      await test(id)
      await engine.restart()
    }
    for (let minute = 0; minute < 6; minute += 1) {
      await platform.pass('1m')
      await engine.restart()
    }
    expect(sequences()).toEqual([1, 2, 3])
    expect((await deliveries(id)).map(({ status }) => status)).toEqual(['taken', 'taken', 'taken'])
  })

  it('functions that die before and after what they write tell nothing twice and lose nothing', async () => {
    const { platform, engine } = instance
    const { id } = await create()
    for (const fn of ['webhooks-relay', 'webhooks-deliver'])
      for (const call of [1, 2, 3]) engine.faults.add({ target: 'function', fn, action: 'kill_after', nth: call })
    for (let nth = 0; nth < 4; nth += 1) await test(id)
    for (let minute = 0; minute < 12; minute += 1) await platform.pass('2m')
    engine.faults.clear()
    await platform.pass('10m')
    expect(sequences()).toEqual([1, 2, 3, 4])
    expect(new Set(came().map((body) => body.id)).size).toBe(4)
    expect((await deliveries(id)).map(({ status }) => status)).toEqual(['taken', 'taken', 'taken', 'taken'])
  })

  it('three days without a delivery that was taken disable the endpoint, with an alarm; then what failed is recovered', async () => {
    const { platform, receiver, engine } = instance
    const { id } = await create()
    const params = { id }
    const failing = Array.from({ length: 60 }, () => 500)
    receiver.answers.push(...failing)
    await test(id)
    await test(id)
    await platform.pass('0s')
    for (const time of ['1m', '10m', '40m', '3h', '7h', '13h', '17h', '24h', '29h']) await platform.pass(time)
    const read = () => platform.must(getEndpointRoute, { token, params })
    const isEnabled = async () => (await read()).status === 'enabled'
    // Pauses are drawn: where the last try came before three days were over, the next event finds out.
    const isLate = await isEnabled()
    if (isLate) await test(id)
    // Of two attempts that end at once one is written, and the other made again.
    for (let minute = 0; minute < 15 && (await isEnabled()); minute += 1) await platform.pass('1m')
    expect(await read()).toMatchObject({ status: 'disabled', disabledBecause: 'failing' })
    const events = isLate ? 3 : 2
    const lines = (await engine.heard()).filter(({ message }) => message === 'webhook_endpoint_failing')
    expect(lines.map(({ fn }) => fn)).toEqual(['webhooks-deliver'])
    expect(lines.map(faultOf)).toEqual([undefined])
    expect(receiver.received.length).toBeGreaterThanOrEqual(10)
    // The other one is given up when its turn comes.
    await platform.pass('10m')
    receiver.answers.length = 0
    await platform.must(editEndpointRoute, { token, params, body: { enabled: true } })
    const since = new Date(engine.now() - 10 * 24 * 3_600_000).toISOString()
    expect(await platform.must(recoverRoute, { token, params, body: { since } })).toEqual({ redelivered: events })
    await platform.pass('0s')
    expect((await deliveries(id)).map(({ status }) => status)).toEqual(Array.from({ length: events }, () => 'taken'))
    expect(await read()).toMatchObject({ failingSince: null })
  })

  it('pointers that failed five times are seen with the work they name, and the sweep goes on', async () => {
    const { platform, engine, operatorKey } = instance
    const { id } = await create()
    engine.faults.add({ target: 'function', fn: 'webhooks-deliver', action: 'kill_before', times: 1000 })
    await test(id)
    for (let tries = 0; tries < 12; tries += 1) await platform.pass('4m')
    engine.faults.add({ target: 'function', fn: 'webhooks-relay', action: 'kill_before', times: 1000 })
    await test(id)
    for (let tries = 0; tries < 12; tries += 1) await platform.pass('4m')
    for (const queue of ['webhooks', 'outboxes']) {
      const { letters } = await platform.must(deadLettersRoute, { token: operatorKey, params: { queue } })
      expect(letters[0], queue).toMatchObject({ isThere: true, owedAt: expect.any(String) })
      expect(letters[0]?.pointer, queue).toContain(id)
    }
    engine.faults.clear()
    for (let tries = 0; tries < 4; tries += 1) await platform.pass('20m')
    expect(sequences()).toEqual([1, 2])
  })
})
