import type { PageAsked } from '../../../shared/http/paging.ts'
import { dayAfter, isDay } from '../../../shared/kernel/days.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { beijingDay, beijingDayStart, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { idInTimed, LIST_PARTS, listPart } from '../../../shared/table/keys.ts'
import { afterCursor, cursorOf, startOf } from '../../../shared/table/list-cursor.ts'
import { placeOf } from '../../../shared/table/list-place.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountPartition } from '../../account/keys.ts'
import type { GoodKind } from '../../payment/good-kinds.ts'
import { paymentKeys, paymentLists } from '../../payment/keys.ts'
import type { Order } from '../../payment/orders/order.ts'
import { notedId, orderOf } from '../../payment/orders/order-store.ts'
import { hasReached } from '../sources/order-counts.ts'
import type { OrderStage } from '../sources/order-stages.ts'
import { isReadable, type Period } from './period.ts'

/** Days without an order are passed over several requests rather than in a long one. */
const MOST_READS = 60

const NOTED = 'ORDERED#'

export type OrdersAsked = PageAsked & Period & { stage: OrderStage; good?: GoodKind }
export type OrdersOfDays = { orders: Order[]; nextCursor: string | null }

/** Where the days are to be read on: in which part of which day, and after which place there. */
type Place = { day: string; part: number; after?: string }

/** The beginning of a part is named by its day and number; every other place says itself where it is. */
const cursorTo = ({ day, part, after }: Place): string => (after === undefined ? `${day}.${part}` : cursorOf(after))

const placeAt = (cursor: string, { from, to }: Period): Place | undefined => {
  const [, day, number = ''] = /^(\d{8})\.(\d)$/.exec(cursor) ?? []
  const part = Number(number)
  if (day !== undefined) return isDay(day) && day >= from && day <= to && part < LIST_PARTS ? { day, part } : undefined
  const span = { from: beijingDayStart(from), until: nextBeijingDay(beijingDayStart(to)) }
  const after = afterCursor(cursor, { pk: accountPartition(''), sk: NOTED, ...span })
  if (after === undefined) return undefined
  const [at, , sk] = placeOf(after)
  const id = idInTimed(sk.slice(NOTED.length))
  return id === undefined ? undefined : { day: beijingDay(at), part: listPart(paymentKeys.order(id).pk), after }
}

const placeBehind = ({ day, part }: Place, next: string | undefined, { from }: Period): Place | undefined => {
  if (next !== undefined) return { day, part, after: next }
  if (part + 1 < LIST_PARTS) return { day, part: part + 1 }
  return day > from ? { day: dayAfter(day, -1), part: 0 } : undefined
}

/** Reads on from a place until the page is full or the days are over; a page may be short, and only one without a next cursor ends them. */
const pageFrom = async (
  table: Pick<Table, 'list' | 'getMany'>,
  asked: OrdersAsked,
  start: Place,
): Promise<OrdersOfDays> => {
  const { limit, stage, good } = asked
  const orders: Order[] = []
  let at: Place | undefined = start
  for (let reads = 0; at && reads < MOST_READS && orders.length < limit; reads += 1) {
    const list = paymentLists.opened(at.day, at.part)
    const { items, next }: Awaited<ReturnType<Table['list']>> = await table.list({
      list,
      limit: limit - orders.length,
      after: at.after,
    })
    const kept = items.length === 0 ? [] : await table.getMany(items.map((note) => paymentKeys.order(notedId(note))))
    const found = kept.flatMap((item) => (item ? [orderOf(item)] : []))
    orders.push(...found.filter((one) => hasReached(stage, one) && (good === undefined || one.kind === good)))
    at = placeBehind(at, next, asked)
  }
  return { orders, nextCursor: at ? cursorTo(at) : null }
}

/**
 * Orders opened in a range of Beijing days (YYYYMMDD, at most 400) that came at least so far, as they stand now: what the numbers of the funnel count,
 * each exactly once, the newest day first. Refuses with `invalid_analytics_range`, `invalid_cursor`.
 */
export const listOrdersOfDays = async (
  { table }: { table: Pick<Table, 'list' | 'getMany'> },
  asked: OrdersAsked,
): Promise<Outcome<OrdersOfDays>> => {
  if (!isReadable(asked)) return refusedField('/from', 'invalid_analytics_range')
  const start = startOf(asked.cursor, (cursor) => placeAt(cursor, asked))
  return start.ok ? ok(await pageFrom(table, asked, start.value ?? { day: asked.to, part: 0 })) : start
}
