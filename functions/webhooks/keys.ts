import { outboxKey } from '../../shared/outbox/announced.ts'
import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

const DIGITS = 12

/** Sorted as texts they stand in their order. */
const numbered = (sequence: number): string => String(sequence).padStart(DIGITS, '0')

type About = { kind: string; id: string }

const OWED = 'DELIVERY#'
const TOLD = 'EVENT#'

const lanePartition = (endpointId: string, { kind, id }: About): string => `${OWED}${endpointId}:${kind}:${id}`
const eventPartition = ({ kind, id }: About): string => `${TOLD}${kind}:${id}`

export const webhookKeys = {
  /** All endpoints of the platform: whoever tells or delivers an event must see them with it in one call. */
  endpoints: () => keyAt('WEBHOOK#all', 'ENDPOINTS'),
  /** What waits to be told of a subject. */
  outbox: (about: About) => outboxKey(about),
  /** An event as it is told, by what it is about and its number there. Written once. */
  event: (about: About, sequence: number) => keyAt(eventPartition(about), `${TOLD}${numbered(sequence)}`),
  /** That an endpoint is owed an event. Those of one subject stand in their order. */
  delivery: (endpointId: string, about: About, sequence: number) =>
    keyAt(lanePartition(endpointId, about), `${OWED}${numbered(sequence)}`),
}

/** Read as lists. */
export const webhookLists = {
  events: (about: About) => ({ pk: eventPartition(about), prefix: TOLD }),
  /** What an endpoint is owed of a subject. */
  lane: (endpointId: string, about: About) => ({ pk: lanePartition(endpointId, about), prefix: OWED }),
  /** Of the list index: an event by its id. */
  eventNamed: (id: string) => `EVENTS#${id}`,
  /** Of the list index: what an endpoint is owed, in a state, at the time when it was first owed. */
  deliveries: (endpointId: string, status: string) => `DELIVERIES#${endpointId}#${status}`,
}

/** A pointer is `<endpoint>:<kind>:<id>.<sequence>`. */
export const deliveryWork = work('webhook', OWED, OWED)

/** What a delivery is of, by the key that it has; undefined for a key of another form. */
export const deliveryAt = ({ pk, sk }: { pk: string; sk: string }) => {
  const found = /^([0-9a-f]{32}):([a-z_]{1,20}):([0-9a-f]{32})$/.exec(pk.slice(OWED.length))
  const [, endpointId = '', kind = '', id = ''] = found ?? []
  const sequence = /^\d{12}$/.test(sk.slice(OWED.length)) ? Number(sk.slice(OWED.length)) : 0
  return found && sequence > 0 ? { endpointId, about: { kind, id }, sequence } : undefined
}
