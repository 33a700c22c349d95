import type { StateTable } from '../../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Order } from '../orders/order.ts'

/**
 * `left`: given up for another method or payer before anybody scanned it, and payable until the order's time is over. `closed`: nobody can
 * pay it any more.
 */
export const attemptStatuses = ['open', 'left', 'closed'] as const
export type AttemptStatus = (typeof attemptStatuses)[number]

export const attemptTransitions = [
  { from: ['open'], on: 'offered', when: 'the payer has what is needed to pay' },
  { from: ['open', 'left'], to: 'left', on: 'left', when: 'given up, though its code may still be scanned' },
  { from: ['open', 'left'], to: 'closed', on: 'closed', when: 'closed at the channel, or nobody can pay it any more' },
] as const satisfies StateTable<AttemptStatus, string>
export type AttemptEvent = (typeof attemptTransitions)[number]['on']

/** More than a payer needs who cannot decide; the limit keeps a stuck client from filling the order. */
const ATTEMPTS_AT_ONCE = 20

/** Attempts are numbered with two digits at most. */
const MOST_ATTEMPTS = 99

/**
 * From when on (epoch ms) an order may have one attempt more: twenty at once, and one more for every minute since it was opened,
 * because a phone that keeps changing its network asks honestly each time. Undefined for never.
 */
export const nextAttemptAt = ({
  createdAt,
  expiresAt,
  attempts,
}: Pick<Order, 'createdAt' | 'expiresAt' | 'attempts'>): Millis | undefined => {
  const at = createdAt + Math.max(0, attempts + 1 - ATTEMPTS_AT_ONCE) * MINUTE
  return attempts < MOST_ATTEMPTS && at < expiresAt ? at : undefined
}
