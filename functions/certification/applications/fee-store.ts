import type { Millis } from '../../../shared/kernel/time.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Write } from '../../../shared/table/write.ts'
import { refundWork } from '../../payment/keys.ts'
import { paymentDecided } from '../../payment/ledger/ledger.ts'
import { booked } from '../../payment/ledger/ledger-store.ts'
import { moneyBackNoted } from '../../payment/money-back/money-back-store.ts'
import { orderDecided } from '../../payment/orders/order-store.ts'
import { newRefund } from '../../payment/refunds/refund.ts'
import { refundReasons } from '../../payment/refunds/refund-reasons.ts'
import { refundDue, refundKey } from '../../payment/refunds/refund-store.ts'
import type { Application, FeePaid } from './application.ts'
import type { ApplicationEvent } from './application-states.ts'

/** Why a fee goes back. */
export type FeeBack = 'certification_late' | 'certification_withdrawn' | 'certification_over'

type Decided = { writes: Write[]; wake?: Pointer }

const earned = { earned: 'certification' } as const

/** The whole of a payment goes back: the order, the ledger, and the refund that is owed from now on. */
export const feeReturned = (accountId: string, paid: FeePaid, because: FeeBack, now: Millis): Decided => {
  const owed = { cause: 'verdict', reason: refundReasons.certification, refundFen: paid.paidFen } as const
  const refund = newRefund({ ...paid, accountId }, owed, now)
  return {
    wake: refundWork.pointerTo(refundKey(refund)),
    writes: [
      orderDecided(paid.orderId, 'given_back', { verdict: because, decidedAt: now }),
      booked(paid.orderId, paymentDecided({ ...paid, refundFen: paid.paidFen, ...earned, at: now })),
      refundDue(refund),
      moneyBackNoted(refund, now),
    ],
  }
}

const feeKept = (paid: FeePaid, verdict: string, now: Millis): Decided => ({
  writes: [
    orderDecided(paid.orderId, 'kept', { verdict, decidedAt: now }),
    booked(paid.orderId, paymentDecided({ ...paid, refundFen: 0, ...earned, at: now })),
  ],
})

/**
 * W6 whose the fee is, where an event has decided that: `before` and `after` are the application before and after it. Belongs in the commit of that
 * event; nothing where it decides nothing of the fee.
 */
export const feeDecided = (
  before: Pick<Application, 'accountId' | 'fee' | 'paid'>,
  after: Pick<Application, 'fee'>,
  on: ApplicationEvent,
  now: Millis,
): Decided => {
  if (before.fee !== 'held' || before.paid === undefined || after.fee === 'held') return { writes: [] }
  // What the channel gave back by itself counts as kept until the ledger hears of that, which takes it from there.
  if (after.fee === 'kept' || after.fee === 'reversed') return feeKept(before.paid, on, now)
  const because = on === 'overdue' ? 'certification_late' : 'certification_withdrawn'
  return feeReturned(before.accountId, before.paid, because, now)
}
