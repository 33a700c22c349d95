import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import { type CsvRow, readCsv } from './csv.ts'

/** Whether a text can be what a vendor is called. */
export const isVendorName = (text: string): boolean => /^[a-z0-9_]{1,40}$/.test(text)

/** One call as the vendor counts it. */
export type StatementRow = { requestId: string; calledAt: Millis; code: string; billed: boolean }

/** The columns a statement must have, in any order; others are ignored. */
const columns = ['requestId', 'calledAt', 'code', 'billed'] as const

/** What can be wrong with a statement, and in which line; never what stands there. */
export type StatementFault = {
  line: number
  fault:
    | 'empty'
    | 'quotes'
    | 'column_missing'
    | 'column_twice'
    | 'cell_count'
    | 'not_an_id'
    | 'id_twice'
    | 'not_a_time'
    | 'not_that_day'
    | 'not_a_code'
    | 'not_yes_or_no'
    | 'not_a_count'
  column?: string
}

export type Read<T> = { kind: 'read'; value: T } | ({ kind: 'fault' } & StatementFault)

export const faulty = (
  line: number,
  fault: StatementFault['fault'],
  column?: string,
): { kind: 'fault' } & StatementFault => ({
  kind: 'fault',
  line,
  fault,
  ...(column && { column }),
})

/** Where in a row a column is. */
export type Places<Column extends string> = ReadonlyMap<Column, number>

/** The places of these columns in a header, in any order and whatever their case; others are ignored. */
export const placesIn = <Column extends string>(
  { line, cells }: CsvRow,
  columns: readonly Column[],
): Read<Places<Column>> => {
  const names = cells.map((cell) => cell.toLowerCase())
  const places = new Map<Column, number>()
  for (const column of columns) {
    const name = column.toLowerCase()
    const at = names.indexOf(name)
    if (at < 0) return faulty(line, 'column_missing', column)
    if (names.lastIndexOf(name) > at) return faulty(line, 'column_twice', column)
    places.set(column, at)
  }
  return { kind: 'read', value: places }
}

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d\d{0,8})?(Z|[+-]\d\d:\d\d)$/

/** RFC 3339, or date and time without a zone, which is Beijing's. */
export const timeIn = (text: string): Millis | undefined => {
  const zoned = [text, `${text.replace(' ', 'T')}+08:00`].find((one) => ZONED.test(one))
  const at = Date.parse(String(zoned))
  return Number.isNaN(at) ? undefined : at
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['是', true],
  ['no', false],
  ['false', false],
  ['0', false],
  ['否', false],
])

const rowIn = (
  { line, cells }: CsvRow,
  places: Places<(typeof columns)[number]>,
  width: number,
  day: string,
): Read<StatementRow> => {
  if (cells.length !== width) return faulty(line, 'cell_count')
  const cell = (column: (typeof columns)[number]): string => String(cells[Number(places.get(column))])
  const [requestId, code] = [cell('requestId'), cell('code')]
  const [calledAt, billed] = [timeIn(cell('calledAt')), answers.get(cell('billed').toLowerCase())]
  if (!/^[\x21-\x7e]{1,128}$/.test(requestId)) return faulty(line, 'not_an_id', 'requestId')
  if (calledAt === undefined) return faulty(line, 'not_a_time', 'calledAt')
  if (beijingDay(calledAt) !== day) return faulty(line, 'not_that_day', 'calledAt')
  if (!/^[\w.-]{1,64}$/.test(code)) return faulty(line, 'not_a_code', 'code')
  if (billed === undefined) return faulty(line, 'not_yes_or_no', 'billed')
  return { kind: 'read', value: { requestId, calledAt, code, billed } }
}

/** Reads a vendor's statement of a Beijing day (YYYYMMDD): a header and one row per call. The first fault ends it. */
export const readStatement = (text: string, day: string): Read<StatementRow[]> => {
  const csv = readCsv(text)
  if (csv.kind === 'fault') return faulty(csv.line, 'quotes')
  const [header, ...lines] = csv.rows
  if (!header) return faulty(1, 'empty')
  const places = placesIn(header, columns)
  if (places.kind === 'fault') return places
  const rows = new Map<string, StatementRow>()
  for (const line of lines) {
    const row = rowIn(line, places.value, header.cells.length, day)
    if (row.kind === 'fault') return row
    if (rows.has(row.value.requestId)) return faulty(line.line, 'id_twice', 'requestId')
    rows.set(row.value.requestId, row.value)
  }
  return { kind: 'read', value: [...rows.values()] }
}
