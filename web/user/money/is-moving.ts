import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Order } from './named.ts'

/** How long after its time a code that was given out may still be paid; what comes then goes back. */
const LATE: Millis = 5 * MINUTE

/** What is looked at of an order. */
export type Moving = Pick<Order, 'status' | 'expiresAt'> & {
  refunds: readonly Pick<Order['refunds'][number], 'status'>[]
}

/**
 * Whether an order or its money changes without its payer, at `now` (epoch ms): it is paid or used up somewhere else, a closed one may
 * still be paid late, or money is on its way back. Not where a person has to see to it, which takes days.
 */
export const isMoving = ({ status, expiresAt, refunds }: Moving, now: Millis): boolean =>
  status === 'created' ||
  status === 'paid' ||
  (status === 'closed' && now < Date.parse(expiresAt) + LATE) ||
  refunds.some((one) => one.status === 'owed' || one.status === 'on_its_way')
