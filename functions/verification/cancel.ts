import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Table } from '../../shared/table/table.ts'
import { verificationKeys } from './keys.ts'
import type { Verification } from './verification.ts'
import { verificationOf } from './verification-store.ts'

export type CancelDeps = {
  table: Table
  /** Gives up an unpaid order of the account, at the channel and here; `order_already_paid` where a payment was faster. */
  cancelOrder: (accountId: string, orderId: string) => Promise<Outcome<unknown>>
}

type Cancelled = Outcome<{ id: string; status: 'cancelled' }>

/** The answer where there is nothing left to cancel. */
const over = ({ id, status }: Verification): Cancelled | undefined => {
  if (status === 'awaiting_payment') return undefined
  return status === 'cancelled' ? ok({ id, status }) : refused('not_cancellable')
}

/**
 * Gives up a verification before it is paid, together with its order; a second click answers the same. A payment that came first wins;
 * somebody who keeps changing the order meanwhile makes it `contended`.
 */
export const cancel = async (deps: CancelDeps, accountId: string | undefined, id: string): Promise<Cancelled> => {
  if (accountId === undefined || !isId(id)) return refused('not_found')
  const read = async (): Promise<Verification | undefined> => {
    const found = await deps.table.get(verificationKeys.verification(accountId, id))
    return found && verificationOf(found)
  }
  const verification = await read()
  if (!verification) return refused('not_found')
  const already = over(verification)
  if (already) return already
  const ended = await deps.cancelOrder(accountId, verification.orderId)
  if (!ended.ok && ended.refusal.code !== 'order_already_paid') return ended
  // It may have ended in another way meanwhile, or be paid.
  const since = await read()
  return (since && over(since)) ?? refused('contended')
}
