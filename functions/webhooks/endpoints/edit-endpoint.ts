import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import { webhookKeys } from '../keys.ts'
import { type EndpointDeps, type EndpointMade, TRIES } from './create-endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { addressKept, filtersKept } from './endpoint-fields.ts'
import { endpointRemoved, endpointSaved, endpointsOf } from './endpoint-store.ts'
import { canSign, newSigning } from './signing-store.ts'
import { cleared, isDisabledByItself, switched } from './switching.ts'

/** What is to be otherwise. `description`: null for none. */
export type EndpointEdit = {
  id: string
  url?: string | undefined
  events?: readonly string[] | undefined
  description?: string | null | undefined
  enabled?: boolean | undefined
}

type Edited = { endpoint: Endpoint; afresh: boolean }

/** Saves what `change` makes of an endpoint; refuses with `not_found` and whatever that refuses with. */
const edit = async (
  { table }: Pick<EndpointDeps, 'table'>,
  id: string,
  change: (before: Endpoint) => Outcome<Edited>,
): Promise<Outcome<Endpoint>> => {
  let item = await table.get(webhookKeys.endpoints())
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = endpointsOf(item).get(id)
    if (!before) return refused('not_found')
    const changed = change(before)
    if (!changed.ok) return changed
    const { endpoint, afresh } = changed.value
    if (endpoint === before) return ok(before)
    const saved = await table.update(endpointSaved(endpoint, item, afresh))
    if (saved.kind === 'updated') return ok(endpoint)
    item = saved.item
  }
  throw new Contended('somebody keeps changing the endpoints')
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at])

/** What is given of an endpoint's own words, as it is kept; nothing where that is as it was. */
const given = (
  deps: EndpointDeps,
  before: Endpoint,
  asked: EndpointEdit,
  types: readonly string[],
): Outcome<Partial<Endpoint>> => {
  const url = asked.url === undefined ? ok(before.url) : addressKept(asked.url, deps.settings.deliveries)
  if (!url.ok) return url
  const events = asked.events === undefined ? ok(before.events) : filtersKept(asked.events, types)
  if (!events.ok) return events
  const description = asked.description === undefined ? before.description : (asked.description ?? undefined)
  return ok({
    ...(url.value !== before.url && { url: url.value }),
    ...(!isSame(events.value, before.events) && { events: events.value }),
    ...(description !== before.description && { description }),
  })
}

/**
 * Changes an endpoint; what is not named stays. With another address, or enabled again, it begins afresh: what its deliveries had found out
 * counts no more. Refuses with `not_found`, `webhook_address_refused`, `event_type_unknown`. Two table calls, one where nothing changes.
 */
export const editEndpoint = async (deps: EndpointDeps, asked: EndpointEdit): Promise<Outcome<Endpoint>> => {
  const types = asked.events === undefined ? [] : await deps.types()
  return edit(deps, asked.id, (before) => {
    const changes = given(deps, before, asked, types)
    if (!changes.ok) return changes
    const hasMoved = changes.value.url !== undefined
    const isOther = Object.keys(changes.value).length > 0
    const saved = isOther ? { ...(hasMoved ? cleared(before) : before), ...changes.value } : before
    // Nobody says that what was found out of the old address holds of the new one.
    const enabled = asked.enabled ?? (hasMoved && isDisabledByItself(before) ? true : undefined)
    const endpoint = switched(saved, enabled, 'platform', deps.clock.now())
    return ok({ endpoint, afresh: hasMoved || (before.disabled !== undefined && endpoint.disabled === undefined) })
  })
}

/** Of secrets that were replaced so many sign on: whoever has it changed twice by mistake keeps what receivers still know. */
const MOST_PREVIOUS = 3

/**
 * A new secret and key pair, shown once; those before sign too for `keepOldMs`. Refuses with `not_found`. Two table calls.
 */
export const giveSecret = async (
  deps: EndpointDeps,
  { id, keepOldMs }: { id: string; keepOldMs: Millis },
): Promise<Outcome<EndpointMade & { previousUntil: Millis | undefined }>> => {
  const ring = await deps.keyRing()
  const { secret, signing } = newSigning(ring, id, deps.ids)
  const now = deps.clock.now()
  const until = now + keepOldMs
  const given = await edit(deps, id, (before) => {
    const { secret: old, seed, publicKey, previous = [] } = before
    // What leaked before signs no longer than what is replaced now.
    const earlier = previous.map((one) => ({ ...one, until: Math.min(one.until, until) }))
    const all = [{ secret: old, seed, publicKey, until }, ...earlier]
    const kept = all.filter((one) => one.until > now && canSign(ring, one)).slice(0, MOST_PREVIOUS)
    return ok({ endpoint: { ...before, ...signing, previous: kept }, afresh: false })
  })
  if (!given.ok) return given
  const [last] = given.value.previous ?? []
  return ok({ endpoint: given.value, secret, previousUntil: last?.until })
}

/** Takes an endpoint away; what is still under way to it fails. Refuses with `not_found`. One table call. */
export const removeEndpoint = async ({ table }: { table: Table }, id: string): Promise<Outcome<null>> => {
  const removed = await table.commit([endpointRemoved(id)])
  return removed.kind === 'committed' ? ok(null) : refused('not_found')
}
