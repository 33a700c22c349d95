import { accountKeys } from '../../functions/account/keys.ts'
import { events } from '../../functions/events.ts'
import { type Settings, settingsOf } from '../../functions/settings.ts'
import { deliver } from '../../functions/webhooks/delivering/deliver.ts'
import type { Delivery } from '../../functions/webhooks/delivering/delivery.ts'
import { deliveryOf } from '../../functions/webhooks/delivering/delivery-store.ts'
import { createEndpoint } from '../../functions/webhooks/endpoints/create-endpoint.ts'
import { endpointsOf } from '../../functions/webhooks/endpoints/endpoint-store.ts'
import { deliveryWork, webhookKeys } from '../../functions/webhooks/keys.ts'
import { relay } from '../../functions/webhooks/relaying/relay.ts'
import type { OutgoingRequest, Reply } from '../../shared/http/outgoing.ts'
import type { Tell } from '../../shared/kernel/alarm.ts'
import { type Announcement, announced, outboxKey, outboxWork, type Subject } from '../../shared/outbox/announced.ts'
import { wakingTable } from '../../shared/outbox/waking-table.ts'
import { memoryQueue } from '../../shared/queue/memory.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { type Item, type Key, nameOf, put } from '../../shared/table/write.ts'
import { ringOf } from '../key-ring.ts'
import { countingIds, NOON, valueIn } from '../kit.ts'

export const ACCOUNT = '0193471a5e007cc1b3f20a6d5c4e1b01'
export const SUBJECT: Subject = { kind: 'account', id: ACCOUNT }
export const URL = 'https://hooks.example.com/in'

/** An answer with that status. */
export const answering = (status: number, headers: Record<string, string> = {}): Reply => ({
  ...{ kind: 'answered', status, headers, body: Buffer.alloc(0) },
})

/** Nobody answers. */
export const silence: Reply = { kind: 'unknown', reason: 'timeout' }

type Say = Reply | ((request: OutgoingRequest) => Reply | Promise<Reply>)

/** Everything that webhooks need, in memory, at a time that stands still; who is called answers as told, by address or all alike. */
export const world = (overrides: Partial<Settings> = {}) => {
  const time = { now: NOON }
  const queue = memoryQueue()
  const told: { by: 'alarm' | 'note'; event: string; fields: Record<string, string | number> }[] = []
  const tell =
    (by: 'alarm' | 'note'): Tell =>
    (event, fields) =>
      void told.push({ by, event, fields })
  const ring = { of: ringOf(['k1']) }
  const calls: OutgoingRequest[] = []
  const later: { id: string; waitMs: number }[] = []
  const says: { all: Say; at: Map<string, Say> } = { all: answering(204), at: new Map() }
  const memory = memoryTable()
  return {
    ...{ time, queue, told, ring, calls, later, says, memory },
    table: wakingTable(memory, queue),
    keyRing: async () => ring.of,
    clock: { now: () => time.now },
    ids: countingIds(),
    settings: { ...settingsOf('sandbox', undefined), ...overrides },
    types: async () => Object.keys(events),
    wakeLater: async (id: string, waitMs: number) => void later.push({ id, waitMs }),
    alarm: tell('alarm'),
    note: tell('note'),
    call: async (request: OutgoingRequest): Promise<Reply> => {
      calls.push(request)
      const say = says.at.get(request.url) ?? says.all
      return typeof say === 'function' ? say(request) : say
    },
  }
}

export type World = ReturnType<typeof world>

/** An endpoint that listens to everything, or to what is said. */
export const endpoint = async (at: World, asked: { url?: string; events?: string[] } = {}) => {
  const made = valueIn(await createEndpoint(at, { url: URL, events: ['*'], ...asked }))
  return { ...made, id: made.endpoint.id }
}

/** An account with a name of the platform's. */
export const account = async (at: World, id = ACCOUNT, externalId = 'user-1'): Promise<void> => {
  await at.table.commit([put(accountKeys.profile(id), { createdAt: NOON, externalId })])
}

const banned: Announcement = { type: 'account.banned', accountId: ACCOUNT, data: { by: 'platform' } }

/** So many events of a subject happen, each in a commit of its own. */
export const happen = async (at: World, count = 1, subject = SUBJECT, event = banned): Promise<void> => {
  for (let nth = 0; nth < count; nth += 1)
    await at.table.commit([put({ pk: 'CAUSE#x', sk: `${at.ids.id()}` }, {}), announced(subject, [event], at.time.now)])
}

/** What waits of a subject is told. */
export const relayed = (at: World, subject = SUBJECT) =>
  relay(at, outboxWork.pointerTo(outboxKey(subject)).id, () => 30_000)

/** One attempt at a delivery. */
export const attempted = (at: World, endpointId: string, sequence: number, subject = SUBJECT) =>
  deliver(at, deliveryWork.pointerTo(webhookKeys.delivery(endpointId, subject, sequence)).id)

/** Every pointer that was sent is worked off, and what that sends, in its order; until there are none. */
export const drain = async (at: World): Promise<void> => {
  for (let next = at.queue.sent.shift(); next; next = at.queue.sent.shift()) {
    if (next.kind === 'outbox') await relay(at, next.id, () => 30_000)
    if (next.kind === 'webhook') await deliver(at, next.id)
  }
}

/** An item without looking at the counted calls. */
export const stored = (at: World, key: Key): Item | undefined =>
  at.memory.items().find((item) => nameOf(item) === nameOf(key))

/** How a delivery stands. */
export const delivery = (at: World, endpointId: string, sequence: number, subject = SUBJECT): Delivery => {
  const item = stored(at, webhookKeys.delivery(endpointId, subject, sequence))
  if (!item) throw new Error('there is no such delivery')
  return deliveryOf(item)
}

/** An endpoint as it is kept. */
export const kept = (at: World, id: string) => {
  const found = endpointsOf(stored(at, webhookKeys.endpoints())).get(id)
  if (!found) throw new Error('there is no such endpoint')
  return found
}

/** The bodies that were delivered to an address, in their order. */
export const bodies = (at: World, url = URL): { id: string; type: string; sequence: number }[] =>
  at.calls.filter((one) => one.url === url).map(({ body }) => JSON.parse(String(body)))

/** What a run costs in calls of the table. */
export const tableCalls = async (at: World, run: () => Promise<unknown>): Promise<number> => {
  const before = at.memory.calls()
  await run()
  return at.memory.calls() - before
}
