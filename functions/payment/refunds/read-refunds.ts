import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import type { PaymentSettings } from '../settings.ts'
import type { Refund, RefundList } from './refund.ts'
import { refundOf } from './refund-store.ts'

/** Orders are the partitions of refunds. */
const BOUNDS = paymentKeys.refund('', '')

export type RefundsAsked = PageAsked & { which: RefundList }

export type RefundsPage = { refunds: Refund[]; unreadable: string[]; nextCursor: string | null }

/**
 * Refunds somebody must look at: those only a person can end (`operator`), or those the channel has not taken although they are
 * owed for longer than the settings' `warnMs` (`overdue`). The oldest first, a page at a time, with those of it that cannot be read.
 */
export const readRefunds = async (
  deps: { table: Table; clock: Clock; settings: Pick<PaymentSettings, 'refunds'> },
  { which, limit, cursor }: RefundsAsked,
): Promise<Outcome<RefundsPage>> => {
  const late = deps.clock.now() - deps.settings.refunds.warnMs
  const until = which === 'operator' ? Number.MAX_SAFE_INTEGER : late
  const list = which === 'operator' ? paymentLists.refundsForOperator : paymentLists.refundsUntaken
  const after = startOf(cursor, (text) => afterCursor(text, { ...BOUNDS, until: until + 1 }))
  if (!after.ok) return after
  const page = await deps.table.list({ list, until, limit, after: after.value })
  const { read: refunds, unreadable } = readEach(page.items, refundOf)
  return ok({ refunds, unreadable, nextCursor: nextCursor(page.next) })
}
