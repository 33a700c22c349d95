import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { attemptsAmong } from '../paying/attempt-store.ts'
import { type AskDeps, askChannels, recordAsk } from './ask-channels.ts'
import { payable } from './close.ts'
import { type FoundOrder, findOrderOf } from './find-order.ts'

/** Whether a payment may still come that nobody here has heard of. */
const mayBePaid = ({ order, owes }: FoundOrder): boolean =>
  order.status === 'created' || (order.status === 'closed' && owes)

/**
 * Asks the channels now whether an order was paid, for a payer who says so before anybody was told, and answers the order as it is then. One
 * that is paid already, or that nobody can pay any more, is answered without asking. Refuses with `not_found`, `too_often`, and with
 * `payment_channel_unavailable` where a channel does not say.
 */
export const askForPayment = async (
  deps: AskDeps,
  accountId: string | undefined,
  id: string,
): Promise<Outcome<FoundOrder>> => {
  const found = await findOrderOf(deps.table, accountId, id)
  if (!found) return refused('not_found')
  if (!mayBePaid(found)) return ok(found)
  const attempts = attemptsAmong(found.items)
  const refusal = payable(attempts).length > 0 && (await recordAsk(deps, found.order.accountId))
  if (refusal) return refusal
  const answer = await askChannels(deps, attempts)
  if (answer === 'unknown') return refused('payment_channel_unavailable')
  return ok((answer === 'paid' && (await findOrderOf(deps.table, accountId, id))) || found)
}
