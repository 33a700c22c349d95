import type { Millis } from '../../../shared/kernel/time.ts'
import type { Order } from './order.ts'

/** A purchase that was open when it was listed. What it is for is in its fingerprint. */
export type OpenOrder = Pick<Order, 'id' | 'requestHash' | 'amountFen' | 'expiresAt'>

/** The open purchases of an account, as they were listed. `version`: of the list; undefined for none that was ever kept. */
export type OpenOrders = { version?: string; orders: readonly OpenOrder[] }

/** So much of an order's time must be left for it to be given to somebody who asks for the same again. */
const ENOUGH = 1 / 3

/** Whether an open order does as well as a fresh one: the same goods at the same price, and time enough to pay. `now`: epoch ms. */
export const isAsGood = (open: OpenOrder, fresh: OpenOrder, now: Millis): boolean =>
  open.requestHash === fresh.requestHash &&
  open.amountFen === fresh.amountFen &&
  open.expiresAt - now >= ENOUGH * (fresh.expiresAt - now)
