import { describe, expect, it } from 'vitest'
import { listDeliveries } from '../../../functions/webhooks/delivering/list-deliveries.ts'
import { recoverDeliveries } from '../../../functions/webhooks/delivering/recover-deliveries.ts'
import { redeliver } from '../../../functions/webhooks/delivering/redeliver.ts'
import { redeliverByOperator } from '../../../functions/webhooks/delivering/redeliver-by-operator.ts'
import { editEndpoint } from '../../../functions/webhooks/endpoints/edit-endpoint.ts'
import { eventId } from '../../../functions/webhooks/events/event.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import {
  ACCOUNT,
  answering,
  attempted,
  bodies,
  delivery,
  drain,
  endpoint,
  happen,
  relayed,
  SUBJECT,
  silence,
  type World,
  world,
} from '../fixture.ts'

const operator = { operatorId: 'ling', isPerson: true } as const

const again = (at: World, endpointId: string, sequence: number) =>
  redeliver(at, { endpointId, deliveryId: `account.${ACCOUNT}.${sequence}` }, (_of, writes) => at.table.commit(writes))

const everything = async (at: World, endpointId: string, limit: number, status?: 'taken' | 'failed' | 'pending') => {
  const seen: number[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 100; pages += 1) {
    const page = valueIn(await listDeliveries(at, { endpointId, status, limit, cursor }))
    expect(page.deliveries.length).toBeLessThanOrEqual(limit)
    seen.push(...page.deliveries.map(({ sequence }) => sequence))
    if (page.nextCursor === null) return seen
    cursor = page.nextCursor
  }
  throw new Error('a list without an end')
}

/** Nine, a minute apart: every third is taken, failed and pending. */
const mixed = async () => {
  const at = world()
  const { id } = await endpoint(at)
  for (let nth = 1; nth <= 9; nth += 1) {
    await happen(at)
    await relayed(at)
    at.time.now += 2 * MINUTE
    const answers = [answering(200), answering(410), silence]
    at.says.all = answers[(nth - 1) % 3] ?? silence
    await attempted(at, id, nth)
    if (nth % 3 === 2) await editEndpoint(at, { id, enabled: true })
  }
  return { at, id }
}

describe('deliveries of an endpoint', () => {
  it.each([1, 2, 3, 4, 9, 50])('are listed the newest first, %i at a time, each once', async (limit) => {
    const { at, id } = await mixed()
    expect(await everything(at, id, limit)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(await everything(at, id, limit, 'taken')).toEqual([7, 4, 1])
    expect(await everything(at, id, limit, 'failed')).toEqual([8, 5, 2])
    expect(await everything(at, id, limit, 'pending')).toEqual([9, 6, 3])
  })

  it('that happened in the same moment are each listed once, too', async () => {
    const at = world()
    const { id } = await endpoint(at)
    await happen(at, 12)
    await relayed(at)
    for (const sequence of [1, 2, 3]) await attempted(at, id, sequence)
    expect((await everything(at, id, 5)).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 12 }, (_none, nth) => nth + 1),
    )
  })

  it.each(['', '-', '.', '..', '-.-', 'x.y.z', '-.-.-.-', 'eyJhIjoxfQ..'])(
    'are refused with the cursor %j, or are at their end',
    async (cursor) => {
      const { at, id } = await mixed()
      const page = await listDeliveries(at, { endpointId: id, limit: 5, cursor })
      if (page.ok) expect(cursor).toBe('..')
      else expect(page.refusal).toMatchObject({ code: 'invalid_cursor' })
    },
  )

  it('are not those of another one', async () => {
    const { at, id } = await mixed()
    const other = await endpoint(at)
    const { nextCursor } = valueIn(await listDeliveries(at, { endpointId: id, limit: 2 }))
    expect(await everything(at, other.id, 5)).toEqual([])
    const foreign = await listDeliveries(at, { endpointId: other.id, limit: 5, cursor: nextCursor ?? '' })
    expect(codeOf(foreign)).toBe('invalid_cursor')
    expect(codeOf(await listDeliveries(at, { endpointId: 'x', limit: 5 }))).toBe('not_found')
  })
})

describe('one delivery once more', () => {
  it('goes out again under the same id, whatever became of it, as if it had not been tried', async () => {
    const { at, id } = await mixed()
    at.says.all = answering(200)
    at.calls.length = 0
    for (const sequence of [1, 2, 3]) valueIn(await again(at, id, sequence))
    await drain(at)
    const ids = [1, 2, 3].map((sequence) => eventId(SUBJECT, sequence, NOON + (sequence - 1) * 2 * MINUTE))
    expect(bodies(at).map(({ id: event }) => event)).toEqual(expect.arrayContaining(ids))
    for (const sequence of [1, 2]) expect(delivery(at, id, sequence)).toMatchObject({ status: 'taken', tries: 1 })
    expect(delivery(at, id, 2).attempts.map(({ outcome }) => outcome)).toEqual(['gone', 'taken'])
  })

  it('that is under way is only woken: a second click changes nothing', async () => {
    const at = world()
    const { id } = await endpoint(at)
    await happen(at)
    await relayed(at)
    const before = delivery(at, id, 1)
    at.queue.sent.length = 0
    valueIn(await again(at, id, 1))
    valueIn(await again(at, id, 1))
    expect(delivery(at, id, 1)).toEqual(before)
    expect(at.queue.sent).toHaveLength(2)
  })

  it('is refused where there is none, the event is gone, or the endpoint is disabled', async () => {
    const { at, id } = await mixed()
    expect(codeOf(await again(at, id, 10))).toBe('not_found')
    expect(codeOf(await again(at, 'f'.repeat(32), 1))).toBe('not_found')
    for (const deliveryId of ['', 'x', `account.${ACCOUNT}.0`, `account.${ACCOUNT}.01`, `${ACCOUNT}.1`, '#.#.1'])
      expect(
        codeOf(await redeliver(at, { endpointId: id, deliveryId }, () => Promise.reject(new Error('written')))),
      ).toBe('not_found')
    await editEndpoint(at, { id, enabled: false })
    expect(codeOf(await again(at, id, 1))).toBe('webhook_endpoint_disabled')
    await editEndpoint(at, { id, enabled: true })
    at.time.now += 30 * DAY
    expect(codeOf(await again(at, id, 1))).toBe('not_found')
  })

  it('by an operator is on record, with the event', async () => {
    const { at, id } = await mixed()
    const asked = { endpointId: id, deliveryId: `account.${ACCOUNT}.2`, reason: '接收方已恢复' }
    const { eventId } = valueIn(await redeliverByOperator(at, operator, asked))
    const record = at.memory.items().find(({ action }) => action === 'webhook_redeliver')
    expect(record).toMatchObject({ subject: `endpoint:${id}`, detail: eventId, reason: asked.reason })
    expect(delivery(at, id, 2).status).toBe('pending')
  })
})

describe('what failed since a moment', () => {
  it('goes out again, and nothing else', async () => {
    const { at, id } = await mixed()
    at.says.all = answering(200)
    at.calls.length = 0
    at.queue.sent.length = 0
    const since = delivery(at, id, 4).createdAt
    expect(valueIn(await recoverDeliveries(at, { endpointId: id, since }))).toEqual({ redelivered: 2 })
    expect(at.queue.sent).toHaveLength(2)
    await drain(at)
    expect(bodies(at).map(({ sequence }) => sequence)).toEqual(expect.arrayContaining([5, 8]))
    expect(delivery(at, id, 2).status).toBe('failed')
    expect(valueIn(await recoverDeliveries(at, { endpointId: id, since }))).toEqual({ redelivered: 0 })
  })

  it('is in its order, however much it is', async () => {
    const at = world()
    const { id } = await endpoint(at)
    await editEndpoint(at, { id, enabled: false })
    await happen(at, 230)
    await relayed(at)
    await editEndpoint(at, { id, enabled: true })
    const asked = { endpointId: id, since: NOON - HOUR }
    expect(valueIn(await recoverDeliveries(at, asked))).toEqual({ redelivered: 230 })
    await drain(at)
    expect(bodies(at).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 230 }, (_none, nth) => nth + 1))
  })

  it('is refused of none, and of one that is disabled', async () => {
    const { at, id } = await mixed()
    expect(codeOf(await recoverDeliveries(at, { endpointId: 'x', since: 0 }))).toBe('not_found')
    await editEndpoint(at, { id, enabled: false })
    expect(codeOf(await recoverDeliveries(at, { endpointId: id, since: 0 }))).toBe('webhook_endpoint_disabled')
  })
})
