import { orderOf } from '../../../functions/payment/orders/order-store.ts'
import { isOf, type Suspect, writing } from '../world/mutant.ts'

/** Wrong ways to tell of money going back. P7, P16. */
export const mutantsOfTelling: readonly Suspect[] = [
  {
    name: 'an order is told to be refunded as soon as all of it is owed',
    seenBy: 'crashes',
    seenIn: 'fee, no record',
    told: (right, kept) => ({ ...right, status: orderOf(kept).status }),
  },
  {
    name: 'money on its way is told to be back',
    seenBy: 'crashes',
    seenIn: 'membership, mismatch',
    told: ({ status, refunds }) => ({
      status,
      refunds: refunds.map((one) => (one.status === 'on_its_way' ? { ...one, status: 'back' } : one)),
    }),
  },
  {
    name: 'money that needs a person is told to be back',
    seenBy: 'crashes',
    seenIn: 'refund in processing for ever',
    told: ({ status, refunds }) => ({
      status,
      refunds: refunds.map((one) => (one.status === 'needs_person' ? { ...one, status: 'back' } : one)),
    }),
  },
  {
    name: 'what the channel gave back by itself is not told',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: a fee that was kept',
    told: ({ status, refunds }) => ({ status, refunds: refunds.filter(({ cause }) => cause !== 'channel') }),
  },
  {
    name: 'only the oldest refund of an order is told',
    seenBy: 'crashes',
    seenIn: 'given back by the channel: what was kept after our refund',
    told: ({ status, refunds }) => ({ status, refunds: refunds.slice(0, 1) }),
  },
  {
    name: 'the account page is not told of a refund',
    seenBy: 'crashes',
    seenIn: 'fee, no record',
    table: writing((write) => (isOf(write, 'MONEYBACK') ? undefined : write)),
  },
]
