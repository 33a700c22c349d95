import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Write } from '../../../shared/table/write.ts'
import { mayNotBuy, notBanned } from '../../account/bans/ban-store.ts'
import { closedAnnounced, paidAnnounced } from '../announced-store.ts'
import type { Ending, Goods } from '../good.ts'
import { paymentKeys, refundWork } from '../keys.ts'
import { paymentDecided, paymentReceived } from '../ledger/ledger.ts'
import { booked } from '../ledger/ledger-store.ts'
import { moneyBackNoted } from '../money-back/money-back-store.ts'
import { decidePayment, type Order, orderIdOf, type UnwantedPayment } from '../orders/order.ts'
import { factRecorded, orderDelivered, orderOf, orderOverpaid, orderPaid } from '../orders/order-store.ts'
import { newRefund } from '../refunds/refund.ts'
import { refundReasons } from '../refunds/refund-reasons.ts'
import { refundDue, refundKey } from '../refunds/refund-store.ts'
import type { PaymentFact } from './provider.ts'

export type RecordDeps = { table: Table; queue: Queue; clock: Clock; goods: Goods }

/**
 * What a payment led to. Signed by the channel, but for a person to look at: `unknown_order`, no order of ours has that number;
 * `number_paid_twice`, another transaction paid that very number, which channels rule out.
 */
export type Recorded = 'accepted' | 'duplicate' | 'given_back' | 'unknown_order' | 'number_paid_twice'

type Planned = { writes: Write[]; wake?: Pointer; recorded: Recorded }

const received = (order: Order, fact: PaymentFact): Write[] => [
  factRecorded(order, fact),
  booked(order.id, paymentReceived({ ...fact, at: fact.paidAt })),
]

/** The asked amount came: what was delivered with it is earned by the same commit, or it waits for a verdict. */
const planAccepting = async (deps: RecordDeps, order: Order, fact: PaymentFact, now: Millis): Promise<Planned> => {
  const delivery = await deps.goods[order.kind].planDelivery(deps.table, order, fact, now)
  const common = [notBanned(order.accountId), ...received(order, fact), paidAnnounced(order, now), ...delivery.writes]
  if (delivery.kind === 'awaited')
    return { recorded: 'accepted', wake: delivery.wake, writes: [orderPaid(order, fact), ...common] }
  const earned = paymentDecided({ ...fact, refundFen: 0, earned: order.kind, at: now })
  const delivered = [orderDelivered(order, fact, delivery.grantedMs), booked(order.id, earned)]
  return { recorded: 'accepted', writes: [...delivered, ...common] }
}

/** Where the order was still open: how what its seller keeps for it ends. */
const endings: Partial<Record<UnwantedPayment, Ending>> = {
  wrong_amount: 'wrong_amount_paid',
  account_banned: 'account_banned',
}

/** An unwanted payment buys nothing, so all of it goes back. An order that was still open ends with it. */
const givenBack = (
  { goods }: RecordDeps,
  order: Order,
  fact: PaymentFact,
  because: UnwantedPayment,
  now: Millis,
): Planned => {
  const payment = { ...fact, orderId: order.id, accountId: order.accountId }
  const owed = { cause: because, reason: refundReasons[because], refundFen: fact.paidFen }
  const refund = newRefund(payment, owed, now)
  const decided = paymentDecided({ ...fact, refundFen: fact.paidFen, earned: 'fee', at: now })
  const ending = endings[because]
  return {
    recorded: 'given_back',
    wake: refundWork.pointerTo(refundKey(refund)),
    writes: [
      orderOverpaid(order, fact),
      ...received(order, fact),
      booked(order.id, decided),
      refundDue(refund),
      moneyBackNoted(refund, now),
      ...(ending ? [closedAnnounced(order, ending, now), ...goods[order.kind].ended(order, ending, now)] : []),
      // A ban that was lifted meanwhile must not send back what buys something again.
      ...(because === 'account_banned' ? [mayNotBuy(order.accountId)] : []),
    ],
  }
}

const plan = async (deps: RecordDeps, order: Order, fact: PaymentFact, isBanned: boolean): Promise<Planned> => {
  const now = deps.clock.now()
  const decision = decidePayment(order, fact, isBanned)
  if (decision.kind === 'duplicate') return { recorded: 'duplicate', writes: [] }
  if (decision.kind === 'give_back') return givenBack(deps, order, fact, decision.because, now)
  return planAccepting(deps, order, fact, now)
}

const TRIES = 4

/**
 * A payment happened. Fed by notifications, by queries and by bills, any number of times and in any order; it counts once.
 * One read (and at most one of its seller's) and one commit, then a wake-up for what it owes; both once more for an account that
 * is banned, which only the commit tells. Throws `Contended` when the order keeps changing underneath.
 */
export const recordPayment = async (deps: RecordDeps, fact: PaymentFact): Promise<Recorded> => {
  const orderId = orderIdOf(fact.outTradeNo)
  if (orderId === undefined) return 'unknown_order'
  let isBanned = false
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await deps.table.get(paymentKeys.order(orderId))
    if (!found) return 'unknown_order'
    const { recorded, writes, wake } = await plan(deps, orderOf(found), fact, isBanned)
    if (writes.length === 0) return recorded
    const committed = await deps.table.commit(writes)
    if (committed.kind === 'committed') {
      if (wake) await deps.queue.wake([wake])
      return recorded
    }
    const why = new Set(committed.conflicts.map(({ because }) => because))
    if (why.has('fact_exists')) return 'duplicate'
    if (why.has('already_booked')) return 'number_paid_twice'
    isBanned = why.has('banned') || (isBanned && !why.has('not_banned'))
  }
  throw new Contended('an order kept changing while its payment was recorded')
}
