import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { isBecause } from '../../../shared/table/table.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { type ChannelDeps, giveUpAttempts } from '../orders/close.ts'
import { askAgainAt, type Order } from '../orders/order.ts'
import { orderAttempted } from '../orders/order-store.ts'
import { nextAttemptAt } from './attempt.ts'
import { attemptOpened, nextAttempt, type PaymentAttempt } from './attempt-store.ts'
import { channelOf, existsOnlyOnceScanned, isSamePayer } from './methods.ts'
import type { Payer, PaymentChannel } from './provider.ts'

export type OpenAttemptDeps = ChannelDeps & { notifyUrl: (channel: PaymentChannel) => string }

/** Why no other way of paying can be opened, by what became of the one before. */
const unableTo = { paid: 'order_not_payable', unavailable: 'payment_channel_unavailable' } as const

/** So many codes that nobody can close may be out: each is asked about, one by one, whenever the order is looked at. */
const MOST_LEFT = 5

const wouldLeaveTooMany = (payments: readonly PaymentAttempt[], open: readonly PaymentAttempt[]): boolean =>
  payments.filter(({ status }) => status === 'left').length >= MOST_LEFT &&
  open.some(({ request }) => existsOnlyOnceScanned(request.method))

/** Gives up what is open at the channel, and opens another attempt in its place. */
const replace = async (
  deps: OpenAttemptDeps,
  order: Order,
  old: readonly PaymentAttempt[],
  payer: Payer,
): Promise<Outcome<PaymentAttempt> | 'changed'> => {
  const givenUp = await giveUpAttempts(deps, old)
  if (givenUp.kind === 'changed') return 'changed'
  if (givenUp.kind !== 'given_up') return refused(unableTo[givenUp.kind])
  const now = deps.clock.now()
  const notifyUrl = deps.notifyUrl(channelOf(payer.method))
  const { description } = deps.goods[order.kind]
  const fresh = nextAttempt(order, { ...payer, description, notifyUrl }, now)
  const committed = await deps.table.commit([
    ...givenUp.writes,
    attemptOpened(fresh),
    orderAttempted(order, fresh.attempt, payer.method, askAgainAt(order, now, now)),
    notBanned(order.accountId),
  ])
  if (committed.kind === 'committed') return ok(fresh)
  if (isBecause(committed.conflicts, 'banned')) return refused('banned')
  return isBecause(committed.conflicts, 'order_not_payable') ? refused('order_not_payable') : 'changed'
}

/**
 * The attempt to go on with: the open one for this method and payer, or a new one after the others are closed at the channel. `since`:
 * how many attempts there were when this was asked; one opened after it for another method or payer is not fought over but refused as
 * `contended`. Refuses with `too_many_attempts`, `order_not_payable`, `payment_channel_unavailable`, `banned`; `changed` if somebody
 * else did something with the order meanwhile, and nothing was opened.
 */
export const openAttempt = async (
  deps: OpenAttemptDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
  payer: Payer,
  since: number,
): Promise<Outcome<PaymentAttempt> | 'changed'> => {
  const open = payments.filter((attempt) => attempt.status === 'open')
  const same = open.find((attempt) => isSamePayer(attempt.request, payer))
  if (same) return ok(same)
  if (open.some(({ attempt }) => attempt > since)) return refused('contended')
  const allowedAt = nextAttemptAt(order)
  if (allowedAt === undefined || allowedAt > deps.clock.now())
    return refused('too_many_attempts', { retryAt: allowedAt })
  if (wouldLeaveTooMany(payments, open)) return refused('too_many_attempts')
  // One that was given up and may not be closed yet is tried again, where trying is worth anything.
  const closable = payments.filter(({ status, request }) => status === 'left' && !existsOnlyOnceScanned(request.method))
  return replace(deps, order, [...open, ...closable], payer)
}
