import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isKept } from '../../../shared/table/keys.ts'
import { afterCursor, cursorOf, startOf } from '../../../shared/table/list-cursor.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { readEndpoint } from '../endpoints/read-endpoints.ts'
import { webhookKeys, webhookLists } from '../keys.ts'
import { type DeliveriesPage, type DeliveryStatus, deliveryStatuses } from './delivery.ts'
import { deliveryOf } from './delivery-store.ts'

type Deps = { table: Pick<Table, 'get' | 'list'>; clock: Clock }

export type DeliveriesAsked = PageAsked & { endpointId: string; status?: DeliveryStatus | undefined }

/** Where each of several lists is to be read on; `over`: it has no more. */
type Place = { after?: string | undefined } | 'over'

const OVER = '-'

const placesIn = (cursor: string, lists: number, endpointId: string): Place[] | undefined => {
  const { pk, sk } = webhookKeys.delivery(endpointId, { kind: '', id: '' }, 0)
  const bounds = { pk: pk.slice(0, -':'.length), sk: sk.slice(0, sk.indexOf('#') + 1) }
  const parts = cursor.split('.')
  const places = parts.map((part): Place | undefined => {
    if (part === OVER) return 'over'
    const after = part === '' ? undefined : afterCursor(part, bounds)
    return part === '' || after !== undefined ? { after } : undefined
  })
  const known = places.flatMap((place) => place ?? [])
  return known.length === lists && places.length === lists ? known : undefined
}

const cursorTo = (places: readonly Place[]): string =>
  places.map((place) => (place === 'over' ? OVER : place.after === undefined ? '' : cursorOf(place.after))).join('.')

const placeOfItem = ({ listAt, pk, sk }: Item): string => JSON.stringify([Number(listAt), pk, sk])

type Read = { items: Item[]; place: Place; isMore: boolean }

const readOn = async ({ table }: Deps, list: string, limit: number, place: Place): Promise<Read> => {
  if (place === 'over') return { items: [], place, isMore: false }
  const { items, next } = await table.list({ list, limit, newestFirst: true, after: place.after })
  return { items, place, isMore: next !== undefined }
}

/** The place behind those of a list that the page has taken. */
const placeAfter = ({ items, place, isMore }: Read, taken: ReadonlySet<Item>): Place => {
  const of = items.filter((item) => taken.has(item))
  if (of.length === items.length && !isMore) return 'over'
  const last = of.at(-1)
  return last ? { after: placeOfItem(last) } : place
}

/**
 * What an endpoint is owed or was, the newest first, a page at a time, in all states or in one. Refuses with `not_found` and
 * `invalid_cursor`. A call for each state that is asked for, and one more.
 */
export const listDeliveries = async (
  deps: Deps,
  { endpointId, status, limit, cursor }: DeliveriesAsked,
): Promise<Outcome<DeliveriesPage>> => {
  const endpoint = await readEndpoint(deps, endpointId)
  if (!endpoint.ok) return endpoint
  const lists = (status ? [status] : deliveryStatuses).map((one) => webhookLists.deliveries(endpointId, one))
  const start = startOf(cursor, (text) => placesIn(text, lists.length, endpointId))
  if (!start.ok) return start
  const reads = await Promise.all(lists.map((list, at) => readOn(deps, list, limit, start.value?.[at] ?? {})))
  const newest = reads
    .flatMap(({ items }) => items)
    .toSorted((one, other) => Number(other.listAt) - Number(one.listAt))
    .slice(0, limit)
  const taken = new Set(newest)
  const places = reads.map((read) => placeAfter(read, taken))
  const now = deps.clock.now()
  const deliveries = newest.filter((item) => isKept(item, now)).map(deliveryOf)
  return ok({ deliveries, nextCursor: places.every((place) => place === 'over') ? null : cursorTo(places) })
}
