import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { indexLists, keys } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Settings } from '../../settings.ts'
import type { Refund } from '../refunds/refund.ts'
import { refundOfItem } from '../refunds/refund-store.ts'
import { cursorIn, cursorText } from './cursor.ts'

const PAGE = 50

export type RefundsAsked = { which: 'operator' | 'overdue'; cursor?: string }

/**
 * Refunds somebody must look at: those only a person can end (`operator`), or those the channel has not taken although they are
 * owed for longer than the settings' `warnMs` (`overdue`). The oldest first, a page at a time.
 */
export const readRefunds = async (
  deps: { table: Table; clock: Clock; settings: Pick<Settings, 'refunds'> },
  { which, cursor }: RefundsAsked,
): Promise<Outcome<{ refunds: Refund[]; next?: string }>> => {
  const late = deps.clock.now() - deps.settings.refunds.warnMs
  const until = which === 'operator' ? Number.MAX_SAFE_INTEGER : late
  const list = which === 'operator' ? indexLists.refundsForOperator : indexLists.refundsUntaken
  const bounds = { from: 0, until: until + 1, parts: 1, sk: keys.refund('', '').sk }
  const start = cursor === undefined ? { part: 0 } : cursorIn(cursor, bounds)
  if (!start) return refused('invalid_request', { fields: [{ pointer: '/cursor', code: 'invalid_field' }] })
  const page = await deps.table.listed({ list, until, limit: PAGE, after: start.after })
  const next = page.next === undefined ? undefined : cursorText({ part: 0, after: page.next })
  return ok({ refunds: page.items.map(refundOfItem), ...(next && { next }) })
}
