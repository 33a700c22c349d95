import { dayAfter } from '../../../shared/kernel/days.ts'
import { LIST_PARTS } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentLists } from '../../payment/keys.ts'
import { clearing } from '../../payment/ledger/ledger.ts'
import { type Booked, bookedIn } from '../../payment/ledger/ledger-store.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import type { Book, Movement } from './comparison.ts'

const PAGE = 200

/** Every ledger transaction of a Beijing day (YYYYMMDD), page by page, part by part. */
export async function* ledgerOfDay(table: Table, day: string): AsyncGenerator<Booked> {
  for (let part = 0; part < LIST_PARTS; part += 1) {
    let after: string | undefined
    do {
      const page = await table.list({ list: paymentLists.ledger(day, part), limit: PAGE, after })
      for (const item of page.items) yield bookedIn(item)
      after = page.next
    } while (after !== undefined)
  }
}

/** The number in a ledger id such as `pay:<order number>`. */
const numberIn = (id: string, prefix: string): string | undefined =>
  id.startsWith(prefix) ? id.slice(prefix.length) : undefined

/**
 * What the ledger says about a channel from the day before to the day after: entries on its clearing account, by the number
 * the channel knows them by.
 */
export const bookAround = async (table: Table, channel: PaymentChannel, day: string): Promise<Book> => {
  const payments = new Map<string, Movement>()
  const refunds = new Map<string, Movement>()
  const forced = new Set<string>()
  for (const days of [-1, 0, 1]) {
    for await (const { id, orderId, at, entries } of ledgerOfDay(table, dayAfter(day, days))) {
      const moved = entries.find(({ account }) => account === clearing(channel))
      if (!moved) continue
      const paid = numberIn(id, 'pay:')
      const back = numberIn(id, 'refund:')
      const unasked = numberIn(id, 'forced-refund:')
      if (paid) payments.set(paid, { orderId, fen: moved.fen, at })
      if (back) refunds.set(back, { orderId, fen: -moved.fen, at })
      if (unasked) forced.add(unasked)
    }
  }
  return { payments, refunds, forced }
}
