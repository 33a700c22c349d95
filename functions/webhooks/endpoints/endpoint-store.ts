import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  all,
  any,
  atMost,
  below,
  type Condition,
  equals,
  equalsOrAbsent,
  exists,
  type Item,
  type Update,
  update,
} from '../../../shared/table/write.ts'
import { webhookKeys } from '../keys.ts'
import { disabledBecause, type Endpoint } from './endpoint.ts'

const signing = { secret: z.string(), seed: z.string(), publicKey: z.string() }

const stored = z.object({
  ...signing,
  url: z.string(),
  events: z.array(z.string()),
  description: z.optional(z.string()),
  createdAt: z.number(),
  previous: z.optional(z.array(z.object({ ...signing, until: z.number() }))),
  disabled: z.optional(z.object({ because: z.enum(disabledBecause), at: z.number() })),
})

const SETTINGS = 'endpoint.'
/** What deliveries find out, apart from what is saved: neither overwrites the other. */
const FAILING = 'failing.'
const SLOWED = 'slowed.'

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** The endpoints in their one item, in the order in which they were made. */
export const endpointsOf = (item: Item | undefined): Map<string, Endpoint> => {
  const found = Object.entries(item ?? {})
    .filter(([name]) => name.startsWith(SETTINGS))
    .map(([name, value]): Endpoint => {
      const id = name.slice(SETTINGS.length)
      const failingSince = numberIn(item?.[`${FAILING}${id}`])
      const slowedUntil = numberIn(item?.[`${SLOWED}${id}`])
      return { ...z.parse(stored, value), id, failingSince, slowedUntil }
    })
  const inOrder = found.toSorted((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
  return new Map(inOrder.map((endpoint) => [endpoint.id, endpoint]))
}

/** Why a write comes to nothing: somebody saved an endpoint since they were read. */
const ENDPOINTS_CHANGED = 'endpoints_changed'

const unchanged = (before: Item | undefined): Condition =>
  before ? equals('version', Number(before.version)) : absent('version')

const replaced = (endpoint: Endpoint, when: Condition, remove: readonly string[] = []): Update => {
  const { id, failingSince: _failing, slowedUntil: _slowed, ...settings } = endpoint
  return update(
    webhookKeys.endpoints(),
    { set: { [`${SETTINGS}${id}`]: settings }, add: { version: 1 }, remove },
    when,
    ENDPOINTS_CHANGED,
  )
}

/** An endpoint as it is from now on; `before` is the item the decision was made on. `afresh`: what its deliveries found out counts no more. */
export const endpointSaved = (endpoint: Endpoint, before: Item | undefined, afresh: boolean): Update =>
  replaced(endpoint, unchanged(before), afresh ? [`${FAILING}${endpoint.id}`, `${SLOWED}${endpoint.id}`] : [])

/** A delivery found out that nothing more is to be sent there, and nobody saved it meanwhile, nor did it take anything. */
export const endpointDisabled = (endpoint: Endpoint, before: Item): Update => {
  const { id, failingSince } = endpoint
  const failing = `${FAILING}${id}`
  const since = equalsOrAbsent(failing, failingSince)
  const when = endpoint.disabled?.because === 'failing' ? all(unchanged(before), since) : unchanged(before)
  return replaced(endpoint, when, [failing, `${SLOWED}${id}`])
}

/** There is no such endpoint any more. */
export const endpointRemoved = (id: string): Update =>
  update(
    webhookKeys.endpoints(),
    { add: { version: 1 }, remove: [`${SETTINGS}${id}`, `${FAILING}${id}`, `${SLOWED}${id}`] },
    exists(`${SETTINGS}${id}`),
    'endpoint_unknown',
  )

/** It did not take something, and had taken what came before. */
export const endpointFailing = (id: string, since: Millis): Update =>
  update(
    webhookKeys.endpoints(),
    { set: { [`${FAILING}${id}`]: since } },
    all(exists(`${SETTINGS}${id}`), absent(`${FAILING}${id}`)),
  )

/** It took something: nothing that was found out against it counts any more. */
export const endpointTakes = (id: string): Update =>
  update(webhookKeys.endpoints(), { remove: [`${FAILING}${id}`, `${SLOWED}${id}`] })

/** It is left alone until then, as it asks. Conflict: it is left alone for longer. */
export const endpointSlowed = (id: string, until: Millis): Update =>
  update(
    webhookKeys.endpoints(),
    { set: { [`${SLOWED}${id}`]: until } },
    all(exists(`${SETTINGS}${id}`), any(absent(`${SLOWED}${id}`), below(`${SLOWED}${id}`, until))),
  )

/** It is tried now, and left alone by all others until then. Conflict: somebody else tries it. */
export const endpointProbed = (id: string, now: Millis, until: Millis): Update =>
  update(
    webhookKeys.endpoints(),
    { set: { [`${SLOWED}${id}`]: until } },
    all(exists(`${SETTINGS}${id}`), any(absent(`${SLOWED}${id}`), atMost(`${SLOWED}${id}`, now))),
  )
