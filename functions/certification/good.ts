import type { Good, Sold } from '../payment/good.ts'
import type { PaymentFact } from '../payment/paying/provider.ts'
import { FEE_ITEM } from './applications/fee.ts'
import { applicationKeys, applicationWork } from './keys.ts'

const keyOf = ({ id, accountId, applicationId }: Sold) => {
  if (!applicationId) throw new Error(`order ${id} is for a certification and names none`)
  return applicationKeys.application(accountId, applicationId)
}

const paidBy = ({ id: orderId }: Sold, { channel, outTradeNo, transactionId, paidFen, paidAt }: PaymentFact) => ({
  ...{ orderId, channel, outTradeNo, transactionId, paidFen, paidAt },
})

/**
 * W6 that people look at an application: paid in time, it is theirs, and the money is nobody's until they have decided, or have not in time. What is paid
 * when there is nothing to pay any more goes back by itself.
 */
export const certificationGood: Good = {
  description: FEE_ITEM,
  named: () => FEE_ITEM,
  price: ({ askedFen = 0 }) => askedFen,
  async planDelivery(table, order, fact, now) {
    const key = keyOf(order)
    const item = await table.get(key)
    if (!item) throw new Error(`order ${order.id} is for an application that is gone`)
    // Who only sells it needs nothing of applications and reviews.
    const { applicationOf } = await import('./applications/application-store.ts')
    const { applicationPaid } = await import('./applications/paid-store.ts')
    return {
      kind: 'awaited',
      wake: applicationWork.pointerTo(key),
      writes: applicationPaid(applicationOf(item), paidBy(order, fact), now),
    }
  },
  // Its application waits on for another order, or for its clock.
  ended: () => [],
  // Noted, and ended by its worker: whoever hears of it knows nothing of cases and names.
  async planReversal(table, order, now) {
    const item = await table.get(keyOf(order))
    const { applicationKept, applicationOf } = await import('./applications/application-store.ts')
    const { afterHearing } = await import('./applications/moves.ts')
    const of = item && applicationOf(item)
    const isIts = of?.paid?.orderId === order.id && of.fee === 'held' && of.reversedAt === undefined
    return of && isIts ? [applicationKept(of, afterHearing(of, now))] : []
  },
  // What people found out stays found out; the money that is gone is booked by payment.
  planTakingBack: async () => [],
}
