import type {
  Notification,
  PaymentProvider,
  RefundState,
  Unavailable,
} from '../../../functions/payment/paying/provider.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import { oneOf } from '../../../shared/table/write.ts'
import { isOf, type Suspect, setting, without, writing } from '../world/mutant.ts'

/** States of refunds as another implementation would read them, from answers and from notifications. */
const reading =
  (read: (state: RefundState) => RefundState) =>
  (inner: PaymentProvider): PaymentProvider => {
    const known = (state: RefundState | Unavailable): RefundState | Unavailable =>
      state.kind === 'unavailable' ? state : read(state)
    return {
      ...inner,
      refund: async (request) => known(await inner.refund(request)),
      queryRefund: async (refund) => known(await inner.queryRefund(refund)),
      readNotification(headers, rawBody, now): Notification {
        const notice = inner.readNotification(headers, rawBody, now)
        return notice.kind === 'refund' ? { ...notice, state: read(notice.state) } : notice
      },
    }
  }

const later = (dueAt: Millis) => ({ dueAt: dueAt + DAY, leaseUntil: dueAt + DAY })

/** Wrong ways to give money back. P7. */
export const mutantsOfRefunds: readonly Suspect[] = [
  {
    name: 'a refund has no dueAt: its message is all there is',
    seenBy: 'histories',
    table: writing((write) => (isOf(write, 'REFUND') ? without(write, 'dueAt', 'dueShard') : write)),
  },
  {
    name: 'a refund gets a fresh number with every attempt',
    seenBy: 'crashes',
    provider: (inner, { ids }) => ({
      ...inner,
      refund: (request) => inner.refund({ ...request, outRefundNo: `${request.outRefundNo}${ids.below(1e9)}` }),
    }),
  },
  {
    name: 'a refund is repeated without a look at it',
    seenBy: 'histories',
    provider: (inner) => ({ ...inner, queryRefund: async () => ({ kind: 'absent' }) }),
  },
  {
    name: 'accepted is taken for refunded',
    seenBy: 'crashes',
    provider: (inner, { time }) => ({
      ...inner,
      async refund(request) {
        const state = await inner.refund(request)
        if (state.kind !== 'processing') return state
        return { kind: 'succeeded', refundFen: request.refundFen, succeededAt: time.now }
      },
    }),
  },
  {
    name: 'no answer to a refund is taken for closed',
    seenBy: 'histories',
    provider: (inner) => ({
      ...inner,
      async refund(request) {
        const state = await inner.refund(request)
        return state.kind === 'unavailable' ? { kind: 'closed' } : state
      },
    }),
  },
  {
    name: 'no answer to a refund is taken for refused',
    seenBy: 'histories',
    provider: (inner) => ({
      ...inner,
      async refund(request) {
        const state = await inner.refund(request)
        return state.kind === 'unavailable' ? { kind: 'rejected', code: state.code } : state
      },
    }),
  },
  {
    name: 'a closed refund is left to the operator',
    seenBy: 'crashes',
    provider: reading((state) => (state.kind === 'closed' ? { kind: 'abnormal' } : state)),
  },
  {
    name: 'a closed refund is waited for',
    seenBy: 'crashes',
    provider: reading((state) => (state.kind === 'closed' ? { kind: 'processing' } : state)),
  },
  {
    name: 'an abnormal refund is asked for under a new number',
    seenBy: 'histories',
    provider: reading((state) => (state.kind === 'abnormal' ? { kind: 'closed' } : state)),
  },
  {
    name: 'two workers may take a refund at once',
    seenBy: 'meetings',
    table: writing((write) =>
      isOf(write, 'REFUND') && setting(write, 'status') === 'submitted'
        ? { ...write, when: oneOf('status', ['due', 'submitted']) }
        : write,
    ),
  },
  {
    name: 'a refund that was paid out is not booked',
    seenBy: 'crashes',
    table: writing((write) => (write.key.sk.startsWith('LEDGER#refund:') ? undefined : write)),
  },
  {
    name: 'a mismatch gives the whole membership back',
    seenBy: 'crashes',
    table: writing((write) =>
      isOf(write, 'REFUND') && write.kind === 'put'
        ? { ...write, item: { ...write.item, refundFen: write.item.totalFen } }
        : write,
    ),
  },
  {
    name: 'refunds wait for a day',
    seenBy: 'crashes',
    table: writing((write) =>
      isOf(write, 'REFUND') && write.kind === 'put'
        ? { ...write, item: { ...write.item, ...later(Number(write.item.dueAt)) } }
        : write,
    ),
  },
]
