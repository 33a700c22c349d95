import { deliveryAt } from '../../../functions/webhooks/keys.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { type Outbox, outboxOf } from '../../../shared/outbox/outbox.ts'
import type { Item } from '../../../shared/table/write.ts'
import { nameOf } from '../../../shared/table/write.ts'
import type { Rules } from '../two/meet.ts'
import type { TellingWorld } from './telling-world.ts'

const of = (items: readonly Item[], kind: string): Item[] => items.filter(({ pk }) => pk.startsWith(`${kind}#`))

const outboxesIn = (items: readonly Item[]): Map<string, Outbox> =>
  new Map(of(items, 'OUTBOX').map((item) => [item.pk, outboxOf(item)]))

const eventAt = (items: readonly Item[], subject: string, sequence: number): Item | undefined =>
  of(items, 'EVENT').find(({ pk, sk }) => pk === `EVENT#${subject}` && Number(sk.slice('EVENT#'.length)) === sequence)

/** What leaves an outbox is told in the same commit, and owed to everybody who is there and listens. */
const relayFaults = (before: readonly Item[], after: readonly Item[], { owners }: TellingWorld): string[] => {
  const now = outboxesIn(after)
  return [...outboxesIn(before)].flatMap(([pk, was]) => {
    const left = new Set(now.get(pk)?.pending.map(({ sequence }) => sequence))
    const subject = pk.slice('OUTBOX#'.length)
    return was.pending
      .filter(({ sequence }) => !left.has(sequence))
      .flatMap(({ sequence, type }) => {
        const event = eventAt(after, subject, sequence)
        const known = eventAt(before, subject, sequence)
        const owed = of(after, 'DELIVERY').filter((item) => {
          const at = deliveryAt(item)
          return at?.sequence === sequence && `${at.about.kind}:${at.about.id}` === subject
        })
        return [
          ...(event?.type === type ? [] : [`${sequence} of ${subject} left the outbox and is not told`]),
          ...(known ? [`${sequence} of ${subject} is told twice`] : []),
          ...(type.startsWith('endpoint.') || owed.length >= owners.size
            ? []
            : [`${sequence} of ${subject} is owed to ${owed.length} of ${owners.size}`]),
        ]
      })
  })
}

/** What was told stays as it was, and nobody is told of what did not happen. */
const eventFaults = (before: readonly Item[], after: readonly Item[]): string[] => {
  const were = new Map(of(before, 'EVENT').map((item) => [nameOf(item), item]))
  const boxes = outboxesIn(before)
  return of(after, 'EVENT').flatMap((item) => {
    const was = were.get(nameOf(item))
    if (was) return was.body === item.body ? [] : ['an event was written anew']
    const box = boxes.get(`OUTBOX#${item.pk.slice('EVENT#'.length)}`)
    const sequence = Number(item.sk.slice('EVENT#'.length))
    return box?.pending.some((one) => one.sequence === sequence) ? [] : [`${item.pk} ${sequence} never happened`]
  })
}

/** A delivery is over as taken only where its endpoint took it, and none that is owed is gone. */
const deliveryFaults = (before: readonly Item[], after: readonly Item[], { taken }: TellingWorld): string[] => {
  const now = new Map(of(after, 'DELIVERY').map((item) => [nameOf(item), item]))
  const were = new Map(of(before, 'DELIVERY').map((item) => [nameOf(item), item]))
  return [
    ...[...were].flatMap(([name]) => (now.has(name) ? [] : ['a delivery is gone'])),
    ...[...now].flatMap(([name, item]) =>
      item.status === 'taken' && were.get(name)?.status !== 'taken' && !taken.has(`${item.endpointId} ${item.eventId}`)
        ? ['what nobody took is said to be taken']
        : [],
    ),
  ]
}

const disabledIn = (items: readonly Item[]): string[] => {
  const endpoints = items.find(({ sk }) => sk === 'ENDPOINTS') ?? {}
  return Object.entries(endpoints).flatMap(([name, value]) => {
    const because = Object(Object(value).disabled).because
    return name.startsWith('endpoint.') && ['gone', 'failing'].includes(because) ? [name.slice('endpoint.'.length)] : []
  })
}

/** That an endpoint is disabled by what it answered is told in the same commit, and only then. */
const disablingFaults = (before: readonly Item[], after: readonly Item[]): string[] => {
  const were = new Set(disabledIn(before))
  const news = disabledIn(after).filter((id) => !were.has(id))
  const told = (items: readonly Item[]) =>
    [...outboxesIn(items).values()].filter(({ subject }) => subject.kind === 'endpoint')
  const counted = (items: readonly Item[]): number => told(items).reduce((sum, { sequence }) => sum + sequence, 0)
  const isTest = told(after).some(({ pending }) => pending.some(({ type }) => type === 'endpoint.test'))
  return isTest || counted(after) - counted(before) === news.length
    ? []
    : [`${news.length} endpoints are disabled, and ${counted(after) - counted(before)} times that is told`]
}

/** Everything is told, once each, and everybody who is there has it. */
const finalFaults = ({ table, taken, calls, owners }: TellingWorld): string[] => {
  const items = table.items()
  const endpoints = Object.entries(items.find(({ sk }) => sk === 'ENDPOINTS') ?? {}).filter(
    ([name, value]) => name.startsWith('endpoint.') && Object(value).disabled === undefined,
  )
  const ids = of(items, 'EVENT').map(({ id }) => String(id))
  const bodies = Map.groupBy(calls, ({ headers }) => headers['webhook-id'] ?? '')
  return [
    ...[...outboxesIn(items)].flatMap(([pk, { sequence, pending }]) => {
      const subject = pk.slice('OUTBOX#'.length)
      const missing = Array.from({ length: sequence }, (_, at) => at + 1).filter((one) => !eventAt(items, subject, one))
      return [
        ...(pending.length === 0 ? [] : [`${pending.length} of ${subject} wait for ever`]),
        ...missing.map((one) => `${one} of ${subject} was never told`),
      ]
    }),
    ...(new Set(ids).size === ids.length ? [] : ['two events have one id']),
    ...[...bodies].flatMap(([id, all]) =>
      new Set(all.map(({ body }) => body)).size === 1 && ids.includes(id) ? [] : [`${id} was told in two ways`],
    ),
    ...of(items, 'DELIVERY').flatMap((item) => {
      const isThere = endpoints.some(([name]) => name === `endpoint.${item.endpointId}`)
      if (item.status === 'pending') return ['a delivery is under way for ever']
      const isOwed = isThere && owners.has(String(item.endpointId))
      return isOwed && !taken.has(`${item.endpointId} ${item.eventId}`) ? ['an endpoint lacks an event'] : []
    }),
  ]
}

/** What must hold of telling events, of every commit and in the end. M2. */
export const tellingRules: Rules<TellingWorld> = {
  committed: (before, after, at) => [
    ...relayFaults(before, after, at),
    ...eventFaults(before, after),
    ...deliveryFaults(before, after, at),
    ...disablingFaults(before, after),
  ],
  final: (at) => [...at.violations, ...finalFaults(at)],
}

/** While the event before it is under way, and owed for less than a minute, an endpoint is not called for one of the same subject. */
export const laneFaults = (items: readonly Item[], endpointId: string, eventId: string, now: number): string[] => {
  const lane = of(items, 'DELIVERY')
  const own = lane.find((item) => item.endpointId === endpointId && item.eventId === eventId)
  const before = lane
    .filter((item) => item.pk === own?.pk && item.sk < own.sk)
    .toSorted((a, b) => (a.sk < b.sk ? 1 : -1))
  const [last] = before
  return last?.status === 'pending' && now < Number(last.owedSince) + MINUTE
    ? ['an event passes the one before it']
    : []
}
