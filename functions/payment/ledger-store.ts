import * as z from 'zod/mini'
import { beijingDay } from '../../shared/kernel/time.ts'
import { indexLists, keys, listedAt, listPart } from '../../shared/table/keys.ts'
import { type Item, isNew, type Put, put } from '../../shared/table/write.ts'
import type { LedgerTransaction } from './ledger.ts'

const stored = z.object({
  id: z.string(),
  orderId: z.string(),
  at: z.number(),
  unit: z.enum(['fen', 'point', 'yuan_10000th']),
  entries: z.array(z.object({ account: z.string(), fen: z.int() })),
})

/** A booked ledger transaction and the order it belongs to. */
export type Booked = z.infer<typeof stored>

/** The ledger transaction in an item. */
export const bookedIn = (item: Item): Booked => z.parse(stored, item)

/** Books a ledger transaction with the order it belongs to; a second booking of the same event is a conflict. */
export const booked = (orderId: string, transaction: LedgerTransaction): Put => {
  const key = keys.ledger(orderId, transaction.id)
  const { id, at, unit, entries } = transaction
  const list = indexLists.ledger(beijingDay(at), listPart(key.pk))
  return put(
    key,
    { id, orderId, at, unit, entries: entries.map((entry) => ({ ...entry })), ...listedAt(list, at) },
    isNew,
    'already_booked',
  )
}
