import type { Clock } from '../../shared/kernel/time.ts'
import { keyOf, type Pointer } from '../../shared/table/keys.ts'
import type { Table } from '../../shared/table/table.ts'
import { refundPaid } from './ledger.ts'
import { booked } from './ledger-store.ts'
import type { PaymentChannel, PaymentProvider, RefundRequest, RefundState, Unavailable } from './providers/provider.ts'
import { outRefundNo, type Refund, refundWait } from './refund.ts'
import {
  refundClaimed,
  refundHandedOver,
  refundOfItem,
  refundRenewed,
  refundSucceeded,
  refundWaits,
} from './refund-store.ts'

export type RefundDeps = {
  table: Table
  clock: Clock
  provider: (channel: PaymentChannel) => Promise<PaymentProvider>
  notifyUrl: (channel: PaymentChannel) => string
  /** The channel refuses until somebody repairs our account there (no balance, wrong key); the refund goes on by itself then. */
  repair: (code: string) => void
}

/**
 * Records what the channel says about a refund, whoever heard it (the worker that asked, or a notification). Repeats and
 * reports about an earlier round change nothing. The ledger moves on success only.
 */
export const refundReported = async (
  deps: Pick<RefundDeps, 'table' | 'clock'>,
  refund: Refund,
  state: RefundState,
): Promise<string> => {
  const now = deps.clock.now()
  const number = outRefundNo(refund)
  if (state.kind === 'succeeded' && state.refundFen !== refund.refundFen) {
    await deps.table.commit([refundHandedOver(refund, 'amount_differs')])
  } else if (state.kind === 'succeeded') {
    const { channel, outTradeNo, refundFen } = refund
    await deps.table.commit([
      refundSucceeded(refund, state.succeededAt),
      booked(
        refund.orderId,
        refundPaid({ channel, outTradeNo, outRefundNo: number, refundFen, at: state.succeededAt }),
      ),
    ])
  } else if (state.kind === 'closed') await deps.table.commit([refundRenewed(refund, now + refundWait(refund.round))])
  else if (state.kind === 'abnormal') await deps.table.commit([refundHandedOver(refund, 'abnormal')])
  else if (state.kind === 'rejected') await deps.table.commit([refundHandedOver(refund, state.code)])
  return state.kind
}

const requestOf = (refund: Refund, notifyUrl: string): RefundRequest => ({
  outTradeNo: refund.outTradeNo,
  transactionId: refund.transactionId,
  outRefundNo: outRefundNo(refund),
  refundFen: refund.refundFen,
  totalFen: refund.totalFen,
  reason: refund.reason,
  notifyUrl,
})

/** Asks first whether an earlier request arrived; only what the channel does not know is sent (again), under the same number. */
const asked = async (deps: RefundDeps, refund: Refund): Promise<RefundState | Unavailable> => {
  const provider = await deps.provider(refund.channel)
  if (refund.steps > 1) {
    const known = await provider.queryRefund({ outTradeNo: refund.outTradeNo, outRefundNo: outRefundNo(refund) })
    if (known.kind !== 'absent') return known
  }
  return provider.refund(requestOf(refund, deps.notifyUrl(refund.channel)))
}

/**
 * Takes one step of a refund: claims it, asks the channel, records the answer. Two table calls. A repeat uses the same
 * number, so the channel pays out once however often this runs. Answers in a word what happened. P7.
 */
export const giveBack = async (deps: RefundDeps, id: string): Promise<string> => {
  const pointer: Pointer = { kind: 'refund', id }
  const key = keyOf(pointer)
  if (!key) return 'not_a_refund'
  const claimed = await deps.table.update(refundClaimed(key, deps.clock.now()))
  if (claimed.kind === 'conflict') return 'nothing_owed'
  const refund = refundOfItem(claimed.item)
  const state = await asked(deps, refund)
  const pending = state.kind === 'processing' || state.kind === 'unavailable' || state.kind === 'absent'
  if (!pending) return refundReported(deps, refund, state)
  const code = state.kind === 'unavailable' ? state.code : undefined
  if (state.kind === 'unavailable' && state.needsRepair) deps.repair(state.code)
  await deps.table.commit([refundWaits(refund, deps.clock.now() + refundWait(refund.steps), code)])
  return state.kind
}
