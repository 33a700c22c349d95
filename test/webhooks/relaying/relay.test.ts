import { describe, expect, it } from 'vitest'
import { editEndpoint } from '../../../functions/webhooks/endpoints/edit-endpoint.ts'
import { MOST_ENDPOINTS } from '../../../functions/webhooks/endpoints/endpoint.ts'
import { eventId } from '../../../functions/webhooks/events/event.ts'
import { webhookKeys } from '../../../functions/webhooks/keys.ts'
import { relay } from '../../../functions/webhooks/relaying/relay.ts'
import { DAY, MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { outboxKey } from '../../../shared/outbox/announced.ts'
import { NOON } from '../../kit.ts'
import {
  ACCOUNT,
  account,
  delivery,
  endpoint,
  happen,
  relayed,
  SUBJECT,
  stored,
  tableCalls,
  world,
} from '../fixture.ts'

const ORDER = { kind: 'order', id: '0193471a5e027cc1b3f20a6d5c4e1b03' }

const events = (at: ReturnType<typeof world>) => at.memory.items().filter(({ pk }) => pk.startsWith('EVENT#'))
const deliveries = (at: ReturnType<typeof world>) => at.memory.items().filter(({ pk }) => pk.startsWith('DELIVERY#'))

describe('relay happy', () => {
  it('an event is kept as it is told, owed to who listens, and waits no more, in one commit', async () => {
    const at = world()
    await account(at)
    const listens = await endpoint(at, { events: ['account.*'] })
    await endpoint(at, { url: 'https://other.example.com/', events: ['order.paid'] })
    await happen(at)
    expect(await tableCalls(at, () => relayed(at))).toBe(4)
    expect(JSON.parse(String(stored(at, webhookKeys.event(SUBJECT, 1))?.body))).toEqual({
      id: eventId(SUBJECT, 1, NOON),
      type: 'account.banned',
      timestamp: rfc3339(NOON),
      sequence: 1,
      subject: SUBJECT,
      account: { id: ACCOUNT, externalId: 'user-1' },
      data: { by: 'platform' },
    })
    expect(deliveries(at)).toHaveLength(1)
    expect(delivery(at, listens.id, 1)).toMatchObject({
      status: 'pending',
      eventId: eventId(SUBJECT, 1, NOON),
      tries: 0,
    })
    const outbox = stored(at, outboxKey(SUBJECT))
    expect(outbox).toMatchObject({ sequence: 1 })
    expect(outbox).not.toHaveProperty('pending')
    expect(outbox).not.toHaveProperty('dueAt')
    expect(at.queue.sent.at(-1)).toEqual({ kind: 'webhook', id: `${listens.id}:account:${ACCOUNT}.000000000001` })
  })

  it('a delivery is due within a minute, should its wake-up be lost', async () => {
    const at = world()
    const { id } = await endpoint(at)
    await happen(at)
    await relayed(at)
    expect(stored(at, webhookKeys.delivery(id, SUBJECT, 1))?.dueAt).toBe(NOON + MINUTE)
  })

  it('the account is left out of what is about none, and its name where it has none', async () => {
    const at = world()
    await happen(at, 1, SUBJECT)
    await happen(at, 1, { kind: 'endpoint', id: ACCOUNT }, { type: 'endpoint.disabled', data: { because: 'gone' } })
    await relayed(at)
    await relayed(at, { kind: 'endpoint', id: ACCOUNT })
    const [first, second] = events(at).map(({ body }) => JSON.parse(String(body)))
    expect(first.account).toEqual({ id: ACCOUNT })
    expect(second).not.toHaveProperty('account')
  })

  it('numbers of an account go on for ever, those of an order for as long as the setting says', async () => {
    const at = world()
    await happen(at)
    await happen(at, 1, ORDER, { type: 'order.paid', accountId: ACCOUNT, data: {} })
    await relayed(at)
    await relayed(at, ORDER)
    expect(stored(at, outboxKey(SUBJECT))).not.toHaveProperty('ttl')
    expect(stored(at, outboxKey(ORDER))?.ttl).toBe(Math.ceil((NOON + 800 * DAY) / 1000))
    expect(stored(at, webhookKeys.event(ORDER, 1))?.ttl).toBe(Math.ceil((NOON + 30 * DAY) / 1000))
  })

  it('only the first of a subject is woken at each endpoint: it wakes the next', async () => {
    const at = world()
    await endpoint(at)
    await endpoint(at, { url: 'https://other.example.com/' })
    await happen(at, 5)
    at.queue.sent.length = 0
    await relayed(at)
    expect(at.queue.sent.map(({ id }) => id.slice(id.indexOf('.')))).toEqual(['.000000000001', '.000000000001'])
  })

  it('many events for as many endpoints as there may be fit into commits, none is left out and their order stays', async () => {
    const at = world()
    for (let nth = 0; nth < MOST_ENDPOINTS; nth += 1) await endpoint(at, { url: `https://hooks.example.com/${nth}` })
    await happen(at, 23)
    expect(await relayed(at)).toBe('told')
    expect(events(at)).toHaveLength(23)
    expect(deliveries(at)).toHaveLength(23 * MOST_ENDPOINTS)
    expect(await relayed(at)).toBe('nothing_owed')
  })
})

describe('relay refused', () => {
  it('an endpoint that is disabled is owed what has failed already, for a recovery', async () => {
    const at = world()
    const { id } = await endpoint(at)
    await editEndpoint(at, { id, enabled: false })
    await happen(at)
    at.queue.sent.length = 0
    await relayed(at)
    expect(delivery(at, id, 1)).toMatchObject({ status: 'failed', reason: 'disabled', attempts: [] })
    expect(stored(at, webhookKeys.delivery(id, SUBJECT, 1))).not.toHaveProperty('dueAt')
    expect(at.queue.sent).toEqual([])
  })

  it('without time nothing is begun, and the rest is owed', async () => {
    const at = world()
    await happen(at)
    expect(await relay(at, `account:${ACCOUNT}`, () => 1000)).toBe('goes_on')
    expect(events(at)).toEqual([])
    expect(stored(at, outboxKey(SUBJECT))).toHaveProperty('dueAt')
  })
})

describe('relay hostile', () => {
  it.each(['', '.', 'x', 'a.b', 'account:', `account:${'f'.repeat(32)}`, ':::', '#'])(
    'the pointer %j leads nowhere and throws nothing',
    async (id) => {
      expect(await relay(world(), id, () => 30_000)).toBe('nothing_owed')
    },
  )

  it('two at once, and one that dies anywhere, tell each event once', async () => {
    const at = world()
    for (let nth = 0; nth < 7; nth += 1) await endpoint(at, { url: `https://hooks.example.com/${nth}` })
    await happen(at, 40)
    await Promise.all([relayed(at), relayed(at), relayed(at)])
    expect(events(at).map(({ sk }) => Number(sk.slice('EVENT#'.length)))).toEqual(
      Array.from({ length: 40 }, (_none, nth) => nth + 1),
    )
    expect(deliveries(at)).toHaveLength(40 * 7)
  })

  it('whoever dies before the commit has told nothing, and whoever dies after it everything once', async () => {
    for (const when of ['before', 'after'] as const) {
      const at = world()
      await endpoint(at)
      await happen(at, 3)
      const dying = {
        ...at,
        table: {
          ...at.table,
          commit: async (writes: Parameters<typeof at.table.commit>[0]) => {
            if (when === 'after') await at.table.commit(writes)
            throw new Error('killed')
          },
        },
      }
      await expect(relay(dying, `account:${ACCOUNT}`, () => 30_000)).rejects.toThrow('killed')
      expect(events(at)).toHaveLength(when === 'before' ? 0 : 3)
      await relayed(at)
      expect(events(at)).toHaveLength(3)
      expect(deliveries(at)).toHaveLength(3)
    }
  })

  it('what happens while events are told is told, too', async () => {
    const at = world()
    await endpoint(at)
    await happen(at, 2)
    let isFirst = true
    const busy = {
      ...at,
      table: {
        ...at.table,
        commit: async (writes: Parameters<typeof at.table.commit>[0]) => {
          if (isFirst) {
            isFirst = false
            await happen(at, 1)
          }
          return at.table.commit(writes)
        },
      },
    }
    expect(await relay(busy, `account:${ACCOUNT}`, () => 30_000)).toBe('told')
    expect(events(at)).toHaveLength(3)
  })
})
