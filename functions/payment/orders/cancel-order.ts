import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { attemptsAmong } from '../paying/attempt-store.ts'
import { type ChannelDeps, closeOrder } from './close.ts'
import { type FoundOrder, findOrderOf } from './find-order.ts'
import { showOrder } from './view.ts'

/** The answer where there is nothing left to cancel. */
const over = (found: FoundOrder): Outcome<FoundOrder> | undefined => {
  const { status } = found.order
  if (status === 'created') return undefined
  return status === 'closed'
    ? ok(found)
    : refused('order_already_paid', { extra: { orderStatus: showOrder(found).status } })
}

/** More often than anybody clicks at once. */
const TRIES = 3

/**
 * Gives up an unpaid order, whatever it is for: at the channel first, then here. A second click, and one that comes after the order ended
 * otherwise, answers it as it is; a payment that came first wins, and is `order_already_paid`. Refuses with `not_found`,
 * `payment_channel_unavailable`; somebody who keeps changing the order meanwhile makes it `contended`.
 */
export const cancelOrder = async (
  deps: ChannelDeps,
  accountId: string | undefined,
  id: string,
): Promise<Outcome<FoundOrder>> => {
  for (let tries = 0; ; tries += 1) {
    const found = await findOrderOf(deps.table, accountId, id)
    if (!found) return refused('not_found')
    const already = over(found)
    if (already) return already
    if (tries === TRIES) return refused('contended')
    const ended = await closeOrder(deps, found.order, attemptsAmong(found.items), 'cancelled_by_user')
    if (ended === 'unavailable') return refused('payment_channel_unavailable')
  }
}
