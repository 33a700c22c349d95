import type { PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { DUE } from '../../../shared/table/keys.ts'
import { oneOf } from '../../../shared/table/write.ts'
import { committing, isOf, layered, type Suspect, setting, writing } from '../world/mutant.ts'

const closing =
  (answer: (kind: string) => boolean) =>
  (inner: PaymentProvider): PaymentProvider => ({
    ...inner,
    async close(outTradeNo) {
      const closed = await inner.close(outTradeNo)
      return answer(closed.kind) ? { kind: 'closed' } : closed
    },
  })

/** A closed order owes nothing, whatever was left open. */
const neverWatched = writing((write) =>
  isOf(write, 'ORDER') && setting(write, 'status') === 'closed' && write.kind === 'update'
    ? { ...write, changes: { set: { status: 'closed' }, remove: [...DUE] } }
    : write,
)

/** Wrong ways to let payers pay, and to end an order that nobody paid. P16. */
export const mutantsOfOrders: readonly Suspect[] = [
  {
    name: 'an order is closed without the channel',
    seenBy: 'histories',
    provider: (inner) => ({ ...inner, close: async () => ({ kind: 'closed' }) }),
  },
  {
    name: 'what the channel does not know is taken for closed',
    seenBy: 'crashes',
    provider: (inner) => ({
      ...inner,
      async query(outTradeNo) {
        const asked = await inner.query(outTradeNo)
        return asked.kind === 'absent' ? { kind: 'closed' } : asked
      },
    }),
  },
  {
    name: 'no time_expire is given to the channel',
    seenBy: 'histories',
    provider: (inner) => ({
      ...inner,
      create: (request) => inner.create({ ...request, expiresAt: request.expiresAt + 7 * DAY }),
    }),
  },
  {
    name: 'no answer to a close is taken for closed',
    seenBy: 'histories',
    provider: closing((kind) => kind === 'unavailable'),
  },
  {
    name: 'already paid is taken for closed',
    seenBy: 'meetings',
    provider: closing((kind) => kind === 'already_paid'),
  },
  {
    name: 'the account stays busy after an order is closed',
    seenBy: 'meetings',
    table: committing((writes) => {
      const isClosed = writes.some((write) => isOf(write, 'ORDER') && setting(write, 'status') === 'closed')
      return [isClosed ? writes.filter((write) => !isOf(write, 'ATTEMPTS')) : writes]
    }),
  },
  {
    name: 'a code is shown although its attempt was closed',
    seenBy: 'meetings',
    table: (inner) => ({
      ...inner,
      async commit(writes) {
        const committed = await inner.commit(writes)
        const isOffer = writes.some((write) => isOf(write, 'PAYMENT') && setting(write, 'action') !== undefined)
        return isOffer ? { kind: 'committed' } : committed
      },
    }),
  },
  {
    name: 'an attempt is closed although its code was shown meanwhile',
    seenBy: 'meetings',
    table: writing((write) =>
      isOf(write, 'PAYMENT') && setting(write, 'status') === 'closed'
        ? { ...write, when: oneOf('status', ['open']) }
        : write,
    ),
  },
  {
    name: 'an order is closed over an attempt that was opened meanwhile',
    seenBy: 'meetings',
    table: writing((write) =>
      isOf(write, 'ORDER') && setting(write, 'status') === 'closed'
        ? { ...write, when: oneOf('status', ['created']) }
        : write,
    ),
  },
  {
    name: 'a code nobody scanned is taken for dead',
    seenBy: 'meetings',
    table: layered(
      neverWatched,
      writing((write) => {
        const isLeft = isOf(write, 'PAYMENT') && setting(write, 'status') === 'left'
        return isLeft && write.kind === 'update' ? { ...write, changes: { set: { status: 'closed' } } } : write
      }),
    ),
  },
  {
    name: 'a cancelled order is not looked at again',
    seenBy: 'crashes',
    table: neverWatched,
  },
]
