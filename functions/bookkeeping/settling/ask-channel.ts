import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Write } from '../../../shared/table/write.ts'
import { refundAnnounced } from '../../payment/announced-store.ts'
import { refundWork } from '../../payment/keys.ts'
import { orderThawed } from '../../payment/orders/order-store.ts'
import type { PaymentProvider } from '../../payment/paying/provider.ts'
import { findRefund } from '../../payment/refunds/find-refund.ts'
import { refundOwedAgain } from '../../payment/refunds/refund-action-store.ts'
import { refundKey } from '../../payment/refunds/refund-store.ts'
import type { StoredDifference } from '../reconciliation/difference-store.ts'
import { leftBy } from './ways.ts'

export type AskDeps = {
  table: Table
  clock: Clock
  provider: (channel: StoredDifference['channel']) => Promise<PaymentProvider>
}

/** What else becomes of it beside the ledger: of its order, or its refund. */
type AlsoBecomes = { writes: (now: Millis) => readonly Write[]; wake?: Pointer }

const NOTHING: AlsoBecomes = { writes: () => [] }

/** The channel never had the money of a payment: what it bought stays its user's, and so does what is owed of it. */
const neverCame = async (deps: AskDeps, difference: StoredDifference): Promise<Outcome<AlsoBecomes>> => {
  const provider = await deps.provider(difference.channel)
  const asked = await provider.query(difference.outTradeNo)
  if (asked.kind === 'unavailable') return refused('movement_unknown', { extra: { channelCode: asked.code } })
  if (asked.kind === 'paid') return refused('movement_confirmed')
  const { orderId } = difference
  return ok({ writes: () => (orderId ? [orderThawed(orderId)] : []) })
}

/** The channel never sent a refund: its payer is owed it again. */
const neverWent = async (deps: AskDeps, difference: StoredDifference): Promise<Outcome<AlsoBecomes>> => {
  const { outTradeNo, outRefundNo = '', hereFen } = difference
  const found = await findRefund(deps.table, outRefundNo)
  const refund = found?.isPresent ? found.refund : undefined
  if (refund?.status !== 'succeeded' || refund.refundFen !== hereFen) return refused('difference_changed')
  const provider = await deps.provider(difference.channel)
  const asked = await provider.queryRefund({ outTradeNo, outRefundNo })
  if (asked.kind === 'unavailable') return refused('movement_unknown', { extra: { channelCode: asked.code } })
  const isGone = asked.kind === 'absent' || asked.kind === 'closed' || asked.kind === 'rejected'
  if (!isGone) return refused('movement_confirmed')
  return ok({
    writes: (now) => [refundOwedAgain(refund, now), refundAnnounced(refund, 'refund.reopened', now)],
    wake: refundWork.pointerTo(refundKey(refund)),
  })
}

/**
 * Asks the channel once more about a movement of ours that its bills do not know, and what else follows where it does not know of it
 * either. Asks nothing about money in suspense. Refuses with `movement_confirmed`, `movement_unknown` and `difference_changed`.
 */
export const askChannelAbout = async (deps: AskDeps, difference: StoredDifference): Promise<Outcome<AlsoBecomes>> => {
  const left = leftBy(difference)
  if (left === 'never_came') return neverCame(deps, difference)
  return left === 'never_went' ? neverWent(deps, difference) : ok(NOTHING)
}
