import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { afterCursor, cursorOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import type { PaymentSettings } from '../settings.ts'
import type { Refund, RefundList } from './refund.ts'
import { refundOf } from './refund-store.ts'

const PAGE = 50

/** Orders are the partitions of refunds. */
const BOUNDS = paymentKeys.refund('', '')

export type RefundsAsked = { which: RefundList; cursor?: string }

/**
 * Refunds somebody must look at: those only a person can end (`operator`), or those the channel has not taken although they are
 * owed for longer than the settings' `warnMs` (`overdue`). The oldest first, a page at a time, with those of it that cannot be read.
 */
export const readRefunds = async (
  deps: { table: Table; clock: Clock; settings: Pick<PaymentSettings, 'refunds'> },
  { which, cursor }: RefundsAsked,
): Promise<Outcome<{ refunds: Refund[]; unreadable: string[]; next?: string }>> => {
  const late = deps.clock.now() - deps.settings.refunds.warnMs
  const until = which === 'operator' ? Number.MAX_SAFE_INTEGER : late
  const list = which === 'operator' ? paymentLists.refundsForOperator : paymentLists.refundsUntaken
  const after = cursor === undefined ? undefined : afterCursor(cursor, { ...BOUNDS, until: until + 1 })
  if (cursor !== undefined && after === undefined) return refusedField('/cursor', 'invalid_field')
  const page = await deps.table.list({ list, until, limit: PAGE, after })
  const { read: refunds, unreadable } = readEach(page.items, refundOf)
  return ok({
    refunds,
    unreadable,
    ...(page.next !== undefined && { next: cursorOf(page.next) }),
  })
}
