import type { PageAsked } from '../../../shared/http/paging.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import { operatorKeys, operatorLists } from '../keys.ts'
import type { ToldStatus } from './proposal.ts'
import { proposalOf } from './proposal-store.ts'

/** Proposals are the partitions of themselves. */
const BOUNDS = { pk: operatorKeys.proposal('').pk }

/**
 * Proposals as they stand now: open ones, whose time is over first first; others newest first. What the clock has ended is no longer
 * open, whether or not anybody has looked since. Those that cannot be read are named. One call.
 */
export const listProposals = async (
  deps: { table: Pick<Table, 'list'>; clock: Clock },
  { status, limit, cursor }: PageAsked & { status: ToldStatus },
) => {
  const after = startOf(cursor, (text) => afterCursor(text, BOUNDS))
  if (!after.ok) return after
  const now = deps.clock.now()
  const spans = { open: { from: now + 1 }, expired: { until: now }, approved: {}, refused: {} }
  const page = await deps.table.list({
    list: operatorLists.proposals(status === 'expired' ? 'open' : status),
    ...spans[status],
    limit,
    newestFirst: status !== 'open',
    after: after.value,
  })
  const { read: proposals, unreadable } = readEach(page.items, proposalOf)
  return ok({ proposals, unreadable, nextCursor: nextCursor(page.next) })
}
