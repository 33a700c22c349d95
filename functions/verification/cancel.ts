import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { keys } from '../../shared/table/keys.ts'
import type { Table } from '../../shared/table/table.ts'
import { verificationOf } from './verification-store.ts'

export type CancelDeps = {
  table: Table
  /** Ends an unpaid order at the channel and here. */
  closeUnpaid: (orderId: string) => Promise<'closed' | 'paid' | 'unavailable' | 'changed'>
}

/** Gives up a verification before it is paid; a second click answers the same. A payment that came first wins. */
export const cancel = async (
  deps: CancelDeps,
  accountId: string,
  id: string,
): Promise<Outcome<{ id: string; status: 'cancelled' }>> => {
  const found = isId(id) ? await deps.table.get(keys.verification(accountId, id)) : undefined
  if (!found) return refused('not_found')
  const { status, orderId } = verificationOf(found)
  if (status === 'cancelled') return ok({ id, status })
  if (status !== 'awaiting_payment') return refused('not_cancellable')
  const closed = await deps.closeUnpaid(orderId)
  if (closed === 'closed') return ok({ id, status: 'cancelled' })
  return refused(closed === 'unavailable' ? 'payment_channel_unavailable' : 'not_cancellable')
}
