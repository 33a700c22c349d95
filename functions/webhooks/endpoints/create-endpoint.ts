import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { OutgoingSettings } from '../../outgoing/settings.ts'
import { webhookKeys } from '../keys.ts'
import { type Endpoint, MOST_ENDPOINTS } from './endpoint.ts'
import { addressKept, filtersKept } from './endpoint-fields.ts'
import { endpointSaved, endpointsOf } from './endpoint-store.ts'
import { newSigning } from './signing-store.ts'

export type EndpointDeps = {
  table: Table
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Ids
  settings: Pick<OutgoingSettings, 'deliveries'>
  /** The types of events that there are; loaded by whoever asks for some. */
  types: () => Promise<readonly string[]>
}

/** More often than anybody saves at once. */
export const TRIES = 8

/** An endpoint as it is, and its signing secret in the clear, which is shown this once. */
export type EndpointMade = { endpoint: Endpoint; secret: string }

/**
 * A new endpoint, told of everything that happens from now on and that it listens to. Refuses with `webhook_address_refused`,
 * `event_type_unknown`, `webhook_endpoint_limit_reached`; throws `Contended` when others keep changing endpoints. Two table calls.
 */
export const createEndpoint = async (
  deps: EndpointDeps,
  asked: { url: string; events: readonly string[]; description?: string | undefined },
): Promise<Outcome<EndpointMade>> => {
  const url = addressKept(asked.url, deps.settings.deliveries)
  if (!url.ok) return url
  const events = filtersKept(asked.events, await deps.types())
  if (!events.ok) return events
  const id = deps.ids.id()
  const { secret, signing } = newSigning(await deps.keyRing(), id, deps.ids)
  const named = { id, url: url.value, events: events.value, description: asked.description }
  const endpoint = { ...named, ...signing, createdAt: deps.clock.now() }
  let item = await deps.table.get(webhookKeys.endpoints())
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (endpointsOf(item).size >= MOST_ENDPOINTS) return refused('webhook_endpoint_limit_reached')
    const saved = await deps.table.update(endpointSaved(endpoint, item, false))
    if (saved.kind === 'updated') return ok({ endpoint, secret })
    item = saved.item
  }
  throw new Contended('somebody keeps changing the endpoints')
}
