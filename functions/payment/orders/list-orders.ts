import type * as z from 'zod/mini'
import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { idInTimed } from '../../../shared/table/keys.ts'
import { nextCursor } from '../../../shared/table/list-cursor.ts'
import { readNewest } from '../../../shared/table/read-newest.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import { notedId, orderOf } from './order-store.ts'
import type { ordersShown } from './order-view.ts'
import { readForAnswer } from './read-for-answer.ts'

/**
 * The orders of an account, whatever they are for, newest first, a page at a time; none of an account never seen. Two calls, and
 * one for each order on the page all of which goes back. What was opened before there was this list is not in it, and nowhere deployed.
 */
export const listOrders = async (
  { table }: { table: Table },
  accountId: string | undefined,
  asked: PageAsked,
): Promise<Outcome<z.infer<typeof ordersShown>>> => {
  const isName = (text: string): boolean => idInTimed(text) !== undefined
  const page = await readNewest({ table }, paymentLists.orders, accountId, asked, isName)
  if (!page.ok) return page
  const { items, next } = page.value
  const keys = items.map((item) => paymentKeys.order(notedId(item)))
  const found = keys.length > 0 ? await table.getMany(keys) : []
  const orders = found.flatMap((item) => (item ? [readForAnswer({ table }, orderOf(item))] : []))
  return ok({ orders: await Promise.all(orders), nextCursor: nextCursor(next) })
}
