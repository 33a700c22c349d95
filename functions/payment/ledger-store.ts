import { keys } from '../../shared/table/keys.ts'
import { isNew, type Put, put } from '../../shared/table/write.ts'
import type { LedgerTransaction } from './ledger.ts'

/** Books a ledger transaction with the order it belongs to; a second booking of the same event is a conflict. */
export const booked = (orderId: string, transaction: LedgerTransaction): Put =>
  put(
    keys.ledger(orderId, transaction.id),
    { at: transaction.at, unit: transaction.unit, entries: transaction.entries.map((entry) => ({ ...entry })) },
    isNew,
    'already_booked',
  )
