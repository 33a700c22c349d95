import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Table } from '../../shared/table/table.ts'
import type { OrderEnded } from '../payment/orders/order.ts'
import { verificationKeys } from './keys.ts'
import type { Verification } from './verification.ts'
import { verificationOf } from './verification-store.ts'

export type CancelDeps = {
  table: Table
  /** Ends an unpaid order at the channel and here. */
  closeUnpaid: (orderId: string) => Promise<OrderEnded>
}

type Cancelled = Outcome<{ id: string; status: 'cancelled' }>

/** The answer where there is nothing left to cancel. */
const over = ({ id, status }: Verification): Cancelled | undefined => {
  if (status === 'awaiting_payment') return undefined
  return status === 'cancelled' ? ok({ id, status }) : refused('not_cancellable')
}

/** More often than anybody clicks at once. */
const TRIES = 3

/**
 * Gives up a verification before it is paid; a second click answers the same. A payment that came first wins; somebody who keeps
 * changing the order meanwhile makes it `contended`.
 */
export const cancel = async (deps: CancelDeps, accountId: string, id: string): Promise<Cancelled> => {
  const read = async (): Promise<Verification | undefined> => {
    const found = isId(id) ? await deps.table.get(verificationKeys.verification(accountId, id)) : undefined
    return found && verificationOf(found)
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const verification = await read()
    if (!verification) return refused('not_found')
    const already = over(verification)
    if (already) return already
    const closed = await deps.closeUnpaid(verification.orderId)
    if (closed === 'closed') return ok({ id, status: 'cancelled' })
    if (closed === 'unavailable') return refused('payment_channel_unavailable')
  }
  // A payment, a second click or another way of paying was faster.
  const since = await read()
  return (since && over(since)) ?? refused('contended')
}
