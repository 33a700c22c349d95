import type { PageAsked } from '../../../shared/http/paging.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedValue } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isKept } from '../../../shared/table/keys.ts'
import { afterName, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import type { Table } from '../../../shared/table/table.ts'
import { webhookKeys, webhookLists } from '../keys.ts'
import { aboutIn } from './event.ts'
import { type KeptEvent, keptEventOf } from './event-store.ts'

type Deps = { table: Pick<Table, 'query' | 'list'>; clock: Clock }

/** `subject`: what they are about, as `account.<id>`; `after`: only those with a greater number. */
export type EventsAsked = PageAsked & { subject: string; after: number }

const isNumber = (text: string): boolean => /^\d{12}$/.test(text)

/**
 * The events of a subject in their order, a page at a time, while they are kept: what a receiver missed. Refuses a `subject` of another form, and with `invalid_cursor`.
 * One table call.
 */
export const readEvents = async (
  deps: Deps,
  { subject, after, limit, cursor }: EventsAsked,
): Promise<Outcome<{ events: KeptEvent[]; nextCursor: string | null }>> => {
  const about = aboutIn(subject)
  if (!about) return refusedValue('/subject', { examples: ['account.0193471a5e007cc1b3f20a6d5c4e1b01'] })
  const list = webhookLists.events(about)
  const start = startOf(cursor, (text) => afterName(text, list.prefix, isNumber))
  if (!start.ok) return start
  const { items, next } = await deps.table.query({
    ...{ ...list, limit },
    after: start.value ?? webhookKeys.event(about, after).sk,
  })
  const now = deps.clock.now()
  const events = items.filter((item) => isKept(item, now)).map(keptEventOf)
  return ok({ events, nextCursor: nextCursor(next) })
}

/** An event by its id, while it is kept; `not_found` of any other. One call of an index, which may be a moment behind. */
export const readEvent = async ({ table, clock }: Deps, id: string): Promise<Outcome<KeptEvent>> => {
  const { items } = isId(id) ? await table.list({ list: webhookLists.eventNamed(id), limit: 1 }) : { items: [] }
  const [item] = items
  return item && isKept(item, clock.now()) ? ok(keptEventOf(item)) : refused('not_found')
}
