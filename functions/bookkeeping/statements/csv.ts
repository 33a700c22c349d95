/** A row of a CSV text and the line it begins on, counted from 1. */
export type CsvRow = { line: number; cells: string[] }

/** One cell and what ends it: bare, or between quotes, in which a quote is written twice and lines may break. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"[ \t]*|([^",\r\n]*))(,|\r\n|\n|\r)/y
const BREAK = /\r\n|\n|\r/g

const BYTE_ORDER_MARK = '\uFEFF'

const isBlank = ({ cells }: CsvRow): boolean => cells.every((cell) => cell === '')

/**
 * Reads CSV as spreadsheets and consoles write it: with or without a byte order mark, lines ended in any way, cells quoted or
 * not. Cells are trimmed, and rows without a word are left out. A fault is a quote that is not closed, or stands inside a cell.
 */
export const readCsv = (text: string): { kind: 'rows'; rows: CsvRow[] } | { kind: 'fault'; line: number } => {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  // Where one was ended already, a line without a word follows.
  const ended = `${body}\n`
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  CELL.lastIndex = 0
  while (CELL.lastIndex < ended.length) {
    const found = CELL.exec(ended)
    if (!found) return { kind: 'fault', line }
    const [whole, quoted, plain, end] = found
    row.cells.push(String(quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim())
    line += whole.match(BREAK)?.length ?? 0
    if (end === ',') continue
    if (!isBlank(row)) rows.push(row)
    row = { line, cells: [] }
  }
  return { kind: 'rows', rows }
}
