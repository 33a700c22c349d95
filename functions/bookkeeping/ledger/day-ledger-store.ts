import type { Put } from '../../../shared/table/write.ts'
import type { LedgerTransaction } from '../../payment/ledger/ledger.ts'
import { bookedAt } from '../../payment/ledger/ledger-store.ts'
import { bookkeepingKeys } from '../keys.ts'

/** Books what belongs to no order but to a channel's day; a second booking of the same event is a conflict. */
export const bookedForDay = (channel: string, day: string, transaction: LedgerTransaction): Put =>
  bookedAt(bookkeepingKeys.dayLedger(channel, day, transaction.id), '', transaction)
