import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { outboxWork } from '../../../shared/outbox/announced.ts'
import { type Outbox, outboxOf, outboxTold, type PendingEvent } from '../../../shared/outbox/outbox.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Item, Key, Write } from '../../../shared/table/write.ts'
import { profileOf } from '../../account/account-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { Delivery } from '../delivering/delivery.ts'
import { deliveryOpened } from '../delivering/delivery-store.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import { endpointsOf } from '../endpoints/endpoint-store.ts'
import { type Event, eventId } from '../events/event.ts'
import { eventTold } from '../events/event-store.ts'
import { deliveryWork, webhookKeys } from '../keys.ts'
import type { WebhookSettings } from '../settings.ts'
import { deliveriesOf } from './telling.ts'

export type RelayDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  queue: Pick<Queue, 'wake'>
  clock: Clock
  settings: WebhookSettings
}

/** How it ended: all was told, nothing was to tell, or there was no more time and the rest is owed. */
export type Relayed = 'told' | 'nothing_owed' | 'goes_on'

/** What DynamoDB takes in one commit; one of them is that of the outbox. */
const MOST_WRITES = 100

/** How often in a row somebody else may be faster. */
const TRIES = 8

/** Stops early enough to finish what was begun. */
const RESERVE: Millis = 5000

/** An event with what is owed to whom because of it. */
type Telling = { event: Event; deliveries: Delivery[] }

const accountIn = (accountId: string | undefined, profiles: ReadonlyMap<string, Item>): Event['account'] =>
  accountId === undefined
    ? undefined
    : { id: accountId, externalId: profileOf(accountId, profiles.get(accountId))?.externalId }

const eventOf = (
  { subject }: Outbox,
  { type, at, accountId, data, sequence }: PendingEvent,
  profiles: ReadonlyMap<string, Item>,
): Event => ({
  ...{ id: eventId(subject, sequence, at), type, at, sequence, about: subject },
  ...{ account: accountIn(accountId, profiles), data },
})

/** As many of the oldest as fit into one commit; one always does. */
const fitting = (tellings: readonly Telling[]): Telling[] => {
  let writes = 1
  const past = tellings.findIndex(({ deliveries }) => {
    writes += 1 + deliveries.length
    return writes > MOST_WRITES
  })
  return tellings.slice(0, past < 0 ? undefined : Math.max(1, past))
}

/** The first that each endpoint gets of them: each wakes the next when it is over. */
const firstOf = (tellings: readonly Telling[]): Key[] => {
  const pending = tellings.flatMap(({ deliveries }) => deliveries.filter(({ status }) => status === 'pending'))
  const first = new Map(pending.toReversed().map((delivery) => [delivery.endpointId, delivery]))
  return [...first.values()].map(({ endpointId, about, sequence }) => webhookKeys.delivery(endpointId, about, sequence))
}

const profilesFor = async (deps: RelayDeps, pending: readonly PendingEvent[]): Promise<Map<string, Item>> => {
  const ids = [...new Set(pending.flatMap(({ accountId }) => accountId ?? []))]
  if (ids.length === 0) return new Map()
  const items = await deps.table.getMany(ids.map(accountKeys.profile))
  return new Map(ids.flatMap((id, at): [string, Item][] => (items[at] ? [[id, items[at]]] : [])))
}

/** Numbers of an account go on for ever; of other things nothing happens any more after a while. */
const keepFor = ({ subject }: Outbox, { webhooks }: WebhookSettings): Millis | undefined =>
  subject.kind === 'account' ? undefined : webhooks.outboxMs

const tell = async (deps: RelayDeps, outbox: Outbox, endpoints: readonly Endpoint[]): Promise<boolean> => {
  const now = deps.clock.now()
  const pending = outbox.pending.slice(0, MOST_WRITES)
  const profiles = await profilesFor(deps, pending)
  const tellings = fitting(
    pending.map((one) => {
      const event = eventOf(outbox, one, profiles)
      return { event, deliveries: deliveriesOf(event, endpoints, now) }
    }),
  )
  const { keepMs } = deps.settings.webhooks
  const writes: Write[] = tellings.flatMap(({ event, deliveries }) => [
    eventTold(event, now, keepMs),
    ...deliveries.map((delivery) => deliveryOpened(delivery, keepMs)),
  ])
  const told = outboxTold(outbox, tellings.length, now, keepFor(outbox, deps.settings))
  const committed = await deps.table.commit([told, ...writes])
  if (committed.kind !== 'committed') return false
  await deps.queue.wake(firstOf(tellings).map(deliveryWork.pointerTo))
  return true
}

/**
 * Tells the events that wait in the outbox a pointer (`<kind>:<id>`) names: each is kept as it is told, owed to every endpoint that listens, and
 * told no more, in one commit. Until that, nobody is owed anything; after it, nothing is told a second time, however often and by how many at
 * once this is done. Throws `Contended` where others kept being faster. Three table calls for each commit.
 */
export const relay = async (deps: RelayDeps, id: string, remainingMs: () => Millis): Promise<Relayed> => {
  const key = outboxWork.keyOf(id)
  if (!key) return 'nothing_owed'
  let ended: Relayed = 'nothing_owed'
  for (let missed = 0; missed < TRIES; ) {
    const [item, endpoints] = await deps.table.getMany([key, webhookKeys.endpoints()])
    const outbox = item && outboxOf(item)
    if (!outbox || outbox.pending.length === 0) return ended
    if (remainingMs() <= RESERVE) return 'goes_on'
    const isTold = await tell(deps, outbox, [...endpointsOf(endpoints).values()])
    if (isTold) ended = 'told'
    missed = isTold ? 0 : missed + 1
  }
  throw new Contended('others kept adding to this outbox')
}
