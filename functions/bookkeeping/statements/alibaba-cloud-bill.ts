import { beijingDay } from '../../../shared/kernel/time.ts'
import { type CsvRow, readCsv } from './csv.ts'
import { faulty, type Places, placesIn, type Read, timeIn } from './statement-rows.ts'
import type { ChargedTotal } from './total-comparison.ts'

/**
 * Of the columns that Alibaba Cloud documents for its file of billing items (`<UID>_BillingItemDetail_<day or month>.csv`,
 * help.aliyun.com document_detail/89133 and 87993), those that say how much of what was used when.
 */
const columns = ['ProductCode', 'Item', 'UsageStartTime', 'BillingItem', 'Usage'] as const
type Column = (typeof columns)[number]

/** The product that the checks are billed under, whatever stands behind its name. */
const PRODUCT = /^cloudauth/i
/** Usage that is billed, and neither an order of a package nor money that went back. */
const BILLED = 'PayAsYouGoBill'

const COUNT = /^\d{1,9}(?:\.0+)?$/

type Line = { row: CsvRow; places: Places<Column>; width: number }

/** How many calls of that day a row counts: none where it is of another day, another product, or no usage. */
const countIn = ({ row: { line, cells }, places, width }: Line, day: string): Read<number | undefined> => {
  if (cells.length !== width) return faulty(line, 'cell_count')
  const cell = (column: Column): string => String(cells[Number(places.get(column))])
  if (!PRODUCT.test(cell('ProductCode')) || cell('Item') !== BILLED) return { kind: 'read', value: undefined }
  const from = timeIn(cell('UsageStartTime'))
  if (from === undefined) return faulty(line, 'not_a_time', 'UsageStartTime')
  if (beijingDay(from) !== day) return { kind: 'read', value: undefined }
  const usage = cell('Usage')
  return COUNT.test(usage) ? { kind: 'read', value: Number(usage) } : faulty(line, 'not_a_count', 'Usage')
}

/** Whether a text is such a file, by its header. */
export const isAlibabaCloudBill = (text: string): boolean => {
  const csv = readCsv(text)
  const [header] = csv.kind === 'rows' ? csv.rows : []
  return header !== undefined && placesIn(header, columns).kind === 'read'
}

/**
 * Reads how many calls Alibaba Cloud charges for on a Beijing day (YYYYMMDD) in its own file of billing items, of a day or of a month.
 * It names no single call. Rows come late, in the file of a later day, so that the file of the month is the one that is whole. The
 * first fault ends it.
 */
export const readAlibabaCloudBill = (text: string, day: string): Read<ChargedTotal> => {
  const csv = readCsv(text)
  if (csv.kind === 'fault') return faulty(csv.line, 'quotes')
  const [header, ...rows] = csv.rows
  if (!header) return faulty(1, 'empty')
  const places = placesIn(header, columns)
  if (places.kind === 'fault') return places
  const total = { rows: 0, charged: 0 }
  for (const row of rows) {
    const count = countIn({ row, places: places.value, width: header.cells.length }, day)
    if (count.kind === 'fault') return count
    if (count.value === undefined) continue
    total.rows += 1
    total.charged += count.value
  }
  return { kind: 'read', value: total }
}
