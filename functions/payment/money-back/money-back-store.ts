import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { idInTimed, timedName } from '../../../shared/table/keys.ts'
import { type Item, type Update, update } from '../../../shared/table/write.ts'
import { paymentKeys } from '../keys.ts'
import { bookingsAmong } from '../ledger/ledger-store.ts'
import { refundsAmong } from '../refunds/refund-store.ts'
import { type MoneyBack, moneyBackOf } from './money-back.ts'

/** The money that went back, or has to, among the items of an order. */
export const moneyBackAmong = (items: readonly Item[]): MoneyBack[] =>
  moneyBackOf(refundsAmong(items), bookingsAmong(items))

const stored = z.object({ orders: z.set(z.string()) })

/** Money of that order goes back, or went, from now on: its account finds it. Comes with the commit that causes it. */
export const moneyBackNoted = (of: { accountId: string; orderId: string }, now: Millis): Update =>
  update(paymentKeys.moneyBack(of.accountId), {
    addToSet: { orders: timedName(now, of.orderId) },
  })

/** The orders of an account of which money went back or has to, the newest first; at most `most`. */
export const ordersWithMoneyBack = (item: Item | undefined, most: number): string[] => {
  if (!item) return []
  const newest = [...z.parse(stored, item).orders].sort().reverse()
  return [...new Set(newest.flatMap((entry) => idInTimed(entry) ?? []))].slice(0, most)
}
