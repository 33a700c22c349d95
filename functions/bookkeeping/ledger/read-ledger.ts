import type { PageAsked } from '../../../shared/http/paging.ts'
import { daysIn } from '../../../shared/kernel/days.ts'
import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { beijingDayStart, DAY } from '../../../shared/kernel/time.ts'
import { LIST_PARTS, listPart } from '../../../shared/table/keys.ts'
import { afterCursor, cursorOf, startOf } from '../../../shared/table/list-cursor.ts'
import { placeOf } from '../../../shared/table/list-place.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentLists } from '../../payment/keys.ts'
import type { LedgerUnit } from '../../payment/ledger/ledger.ts'
import { type Booked, bookedIn } from '../../payment/ledger/ledger-store.ts'
import { ledgerOfDay } from '../reconciliation/read-book.ts'
import { addEntries, type SheetLine, type Sums, sheetOf } from './balance-sheet.ts'

/** A unit that is rare among many others is looked for over several requests rather than in a long one. */
const MOST_READS = 12

/** At some 200 transactions a read of a few milliseconds, well within what an API may take. */
const MOST_SUMMED = 100_000

const MOST_DAYS = 31

/** Where a day is to be read on: in which of its parts, and after which place there. */
type Place = { part: number; after?: string }

/** The number of a part is the cursor to its beginning; every other place says itself which part it is in. */
const cursorTo = ({ part, after }: Place): string => (after === undefined ? String(part) : cursorOf(after))

const isPart = (text: string): boolean => /^(0|[1-9]\d?)$/.test(text) && Number(text) < LIST_PARTS

const placeAt = (cursor: string, day: string): Place | undefined => {
  if (isPart(cursor)) return { part: Number(cursor) }
  const from = beijingDayStart(day)
  const after = afterCursor(cursor, { pk: '', sk: 'LEDGER#', from, until: from + DAY })
  return after === undefined ? undefined : { part: listPart(placeOf(after)[1]), after }
}

export type LedgerPage = { transactions: Booked[]; nextCursor: string | null }

export type LedgerAsked = PageAsked & { day: string; unit?: LedgerUnit }

/** Reads on from a cursor until the page is full or the day is over; a page may be short, and ends the day only where there is no next cursor. */
const pageFrom = async (table: Table, { day, limit, unit }: LedgerAsked, start: Place): Promise<LedgerPage> => {
  const transactions: Booked[] = []
  let at: Place | undefined = start
  for (let reads = 0; at && reads < MOST_READS && transactions.length < limit; reads += 1) {
    const { part, after }: Place = at
    const list = paymentLists.ledger(day, part)
    const page = await table.list({ list, limit: limit - transactions.length, after })
    const found = page.items.map(bookedIn).filter((one) => unit === undefined || one.unit === unit)
    transactions.push(...found)
    if (page.next !== undefined) at = { part, after: page.next }
    else at = part + 1 < LIST_PARTS ? { part: part + 1 } : undefined
  }
  return { transactions, nextCursor: at ? cursorTo(at) : null }
}

/**
 * Ledger transactions of a Beijing day (YYYYMMDD), a page at a time: each exactly once, not in the order of their times. `unit`
 * leaves out the other ledgers.
 */
export const readLedger = async (deps: { table: Table }, query: LedgerAsked): Promise<Outcome<LedgerPage>> => {
  const start = startOf(query.cursor, (cursor) => placeAt(cursor, query.day))
  return start.ok ? ok(await pageFrom(deps.table, query, start.value ?? { part: 0 })) : start
}

export type Balances = {
  from: string
  until: string
  unit: LedgerUnit
  transactions: number
  lines: SheetLine[]
  total: number
}

/**
 * What moved on every account in a range of at most 31 Beijing days, in one unit: `fen` unless another is named, because the
 * ledgers have nothing in common. The total must be 0.
 */
export const readBalances = async (
  deps: { table: Table },
  query: { from: string; until: string; unit?: LedgerUnit },
): Promise<Outcome<Balances>> => {
  const { from, until, unit = 'fen' } = query
  const days = daysIn(from, until)
  if (days.length === 0 || days.length > MOST_DAYS) return refusedField('/until', 'invalid_day_range')
  const sums: Sums = new Map()
  let [read, transactions] = [0, 0]
  for (const day of days) {
    for await (const booking of ledgerOfDay(deps.table, day)) {
      read += 1
      if (read > MOST_SUMMED) return refusedField('/until', 'ledger_range_too_large')
      if (booking.unit !== unit) continue
      transactions += 1
      addEntries(sums, booking.entries)
    }
  }
  return ok({ from, until, unit, transactions, ...sheetOf(sums) })
}
