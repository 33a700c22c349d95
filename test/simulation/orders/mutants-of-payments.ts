import type { PaymentFact, PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import type { Write } from '../../../shared/table/write.ts'
import {
  committing,
  isOf,
  layered,
  type Suspect,
  seeing,
  setting,
  unguarded,
  without,
  writing,
} from '../world/mutant.ts'
import { itemAt, type World } from '../world/world.ts'
import { orderItemOf } from './owed.ts'

const orderIn = (writes: readonly Write[]): Write | undefined => writes.find((write) => isOf(write, 'ORDER'))

const isPayment = (writes: readonly Write[]): boolean => writes.some((write) => isOf(write, 'FACT'))

const statusOf = (world: World, write: Write | undefined): unknown => write && itemAt(world, write.key)?.status

/** Payments as another implementation would read them, from notifications and from queries. */
const reading =
  (read: (fact: PaymentFact, world: World) => PaymentFact) =>
  (inner: PaymentProvider, world: World): PaymentProvider => ({
    ...inner,
    async query(outTradeNo) {
      const asked = await inner.query(outTradeNo)
      return asked.kind === 'paid' ? { kind: 'paid', fact: read(asked.fact, world) } : asked
    },
    readNotification(headers, rawBody, now) {
      const notice = inner.readNotification(headers, rawBody, now)
      return notice.kind === 'payment' ? { kind: 'payment', fact: read(notice.fact, world) } : notice
    },
  })

/** Passes over payments for orders in these states. */
const ignoring = (...states: string[]) =>
  committing((writes, world) =>
    isPayment(writes) && states.includes(String(statusOf(world, orderIn(writes)))) ? [] : [writes],
  )

const UNIQUE = ['FACT', 'LEDGER', 'REFUND', 'CHECK']

/** Wrong ways to take a payment. P16. */
export const mutantsOfPayments: readonly Suspect[] = [
  {
    name: 'an unpaid order has no dueAt: notifications are all there is',
    seenBy: 'meetings',
    table: writing((write) => (isOf(write, 'ORDER') ? without(write, 'dueAt', 'dueShard') : write)),
  },
  { name: 'there is no sweep', seenBy: 'meetings', neverSweeps: true },
  {
    name: 'a second payment is taken for a repeated report',
    seenBy: 'histories',
    table: ignoring('paid', 'settled', 'refunded'),
  },
  { name: 'a late payment is ignored', seenBy: 'crashes', table: ignoring('closed') },
  {
    name: 'any amount is accepted',
    seenBy: 'histories',
    provider: reading((fact, world) => ({
      ...fact,
      paidFen: Number(orderItemOf(world, fact.outTradeNo)?.amountFen ?? fact.paidFen),
    })),
  },
  {
    name: 'a reported payment counts every time',
    seenBy: 'histories',
    table: layered(
      writing((write) => (UNIQUE.some((kind) => isOf(write, kind)) && write.kind === 'put' ? unguarded(write) : write)),
      seeing((item) => (item.sk === 'ORDER' ? { ...item, transactions: undefined } : item)),
    ),
  },
  {
    name: 'a repeated report of a payment starts a paid order anew',
    seenBy: 'histories',
    table: layered(
      writing((write) => {
        const isOrder = isOf(write, 'ORDER') && setting(write, 'status') === 'paid'
        const isPut = UNIQUE.some((kind) => isOf(write, kind)) && write.kind === 'put'
        return isOrder || isPut || isOf(write, 'VERIFICATION') ? unguarded(write) : write
      }),
      seeing((item) =>
        item.sk === 'ORDER' && item.transactionId ? { ...item, status: 'created', transactions: undefined } : item,
      ),
    ),
  },
  {
    name: 'payment and check are two commits',
    seenBy: 'crashes',
    table: committing((writes) => {
      if (!isPayment(writes)) return [writes]
      const check = writes.filter((write) => isOf(write, 'CHECK') || isOf(write, 'VERIFICATION'))
      return [writes.filter((write) => !check.includes(write)), check]
    }),
  },
  {
    name: 'payment and points are two commits',
    seenBy: 'crashes',
    seenIn: 'points',
    table: committing((writes) => {
      const points = writes.filter((write) => isOf(write, 'POINTS'))
      return [writes.filter((write) => !points.includes(write)), points]
    }),
  },
  {
    name: 'a payment is not booked',
    seenBy: 'crashes',
    table: writing((write) => (write.key.sk.startsWith('LEDGER#pay:') ? undefined : write)),
  },
  {
    name: 'a decision is not booked',
    seenBy: 'crashes',
    table: writing((write) => (write.key.sk.startsWith('LEDGER#decide:') ? undefined : write)),
  },
  {
    name: 'a failed write is passed over',
    seenBy: 'crashes',
    seenIn: 'the verdict is throttled for longer than a commit is tried',
    table: (inner) => ({
      ...inner,
      commit: (writes) => inner.commit(writes).catch(() => ({ kind: 'committed' as const })),
    }),
  },
]
