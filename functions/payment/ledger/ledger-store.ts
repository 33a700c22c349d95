import * as z from 'zod/mini'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { listedAt, listPart } from '../../../shared/table/keys.ts'
import { type Item, isNew, type Key, type Put, put } from '../../../shared/table/write.ts'
import { paymentKeys, paymentLists } from '../keys.ts'
import { type LedgerTransaction, ledgerUnits } from './ledger.ts'

const stored = z.object({
  id: z.string(),
  orderId: z.string(),
  at: z.number(),
  unit: z.enum(ledgerUnits),
  entries: z.array(z.object({ account: z.string(), fen: z.int() })),
  owedSince: z.optional(z.number()),
  takenAt: z.optional(z.number()),
})

/** A booked ledger transaction and the order it belongs to. */
export type Booked = z.infer<typeof stored>

/** The ledger transaction in an item. */
export const bookedIn = (item: Item): Booked => z.parse(stored, item)

const PREFIX = paymentKeys.ledger('', '').sk

/** The ledger transactions among the items of an order. */
export const bookingsAmong = (items: readonly Item[]): Booked[] =>
  items.filter((item) => item.sk.startsWith(PREFIX)).map(bookedIn)

/** Books at a key of whoever books it; `owner`: the order it belongs to, if it does. A second booking of an event is a conflict. */
export const bookedAt = (key: Key, owner: string, transaction: LedgerTransaction): Put => {
  const { at, entries, ...fields } = transaction
  const list = paymentLists.ledger(beijingDay(at), listPart(key.pk))
  const kept = { ...fields, orderId: owner, at, entries: entries.map((entry) => ({ ...entry })) }
  return put(key, { ...kept, ...listedAt(list, at) }, isNew, 'already_booked')
}

/** Books a ledger transaction with the order it belongs to; a second booking of the same event is a conflict. */
export const booked = (orderId: string, transaction: LedgerTransaction): Put =>
  bookedAt(paymentKeys.ledger(orderId, transaction.id), orderId, transaction)
