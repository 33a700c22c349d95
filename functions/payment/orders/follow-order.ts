import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { isBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import type { Ending } from '../good.ts'
import { attemptsAmong, type PaymentAttempt } from '../paying/attempt-store.ts'
import { askChannels } from './ask-channels.ts'
import { type ChannelDeps, closeOrder, unpayableAt } from './close.ts'
import { findOrder } from './find-order.ts'
import { askAgainAt, endsAt, type Order } from './order.ts'
import { orderAskedAgain, orderWatched } from './order-store.ts'

export type FollowOrderDeps = ChannelDeps & {
  /** Somebody must look: rings the alarm of the function. */
  alarm: Alarm
}

/** So long after an order's time is over, a channel that cannot say how it ended is more than a hiccup. */
const LATE: Millis = HOUR

/** The channel does not say whether it was paid: asked again in a minute, and a person hears of it once that goes on for long. */
const ringWhereLate = ({ alarm, clock }: FollowOrderDeps, { id: orderId, expiresAt }: Order): void => {
  const late = clock.now() - expiresAt
  if (late >= LATE) alarm('order_not_ended', { orderId, hours: Math.floor(late / HOUR) })
}

const waitUntil = async (deps: ChannelDeps, order: Order, at: Millis, why: string): Promise<string> => {
  await deps.table.commit([orderAskedAgain(order, at)])
  return why
}

/** A closed order whose code somebody may still scan: asked once more when that is over. */
const askAfterClosing = async (
  deps: FollowOrderDeps,
  order: Order,
  payments: readonly PaymentAttempt[],
): Promise<string> => {
  const answer = await askChannels(deps, payments)
  if (answer === 'paid') return 'paid'
  if (answer === 'unknown') ringWhereLate(deps, order)
  const now = deps.clock.now()
  const isOver = answer === 'unpaid' && now >= unpayableAt(order)
  await deps.table.commit([orderWatched(order, isOver ? undefined : Math.max(unpayableAt(order), now + MINUTE))])
  return isOver ? 'watched' : 'waiting'
}

/** Why an order nobody paid ends now: a code that is out would only take money that goes back. Undefined: it waits on. */
const endingOf = async (deps: ChannelDeps, order: Order): Promise<Ending | undefined> => {
  if (deps.clock.now() >= endsAt(order)) return 'expired'
  return isBanned(await deps.table.get(accountKeys.profile(order.accountId))) ? 'account_banned' : undefined
}

/**
 * Follows an order that is not paid yet: asks the channel, because notifications may never come, and ends the order when
 * its time is over or its account is banned. Rings when the channel cannot say for long whether it was paid. Answers in a word
 * what happened.
 */
export const followOrder = async (deps: FollowOrderDeps, orderId: string): Promise<string> => {
  const found = await findOrder(deps.table, orderId)
  if (!found) return 'nothing_owed'
  const { order, items, owes } = found
  const payments = attemptsAmong(items)
  if (order.status === 'closed' && owes) return askAfterClosing(deps, order, payments)
  if (order.status !== 'created') return 'nothing_owed'
  if ((await askChannels(deps, payments)) === 'paid') return 'paid'
  const ending = await endingOf(deps, order)
  const now = deps.clock.now()
  const openedAt = payments.at(-1)?.openedAt ?? order.createdAt
  if (!ending) return waitUntil(deps, order, askAgainAt(order, openedAt, now), 'waiting')
  const ended = await closeOrder(deps, order, payments, ending)
  if (ended !== 'unavailable') return ended
  ringWhereLate(deps, order)
  return waitUntil(deps, order, now + MINUTE, 'channel_unavailable')
}
