import type { Fen } from '../../../../shared/kernel/money.ts'
import { appendLine, type Cells, tableOf } from '../../bill-table.ts'
import { fenOf, textOf } from '../fields.ts'

export type Damaged = { kind: 'damaged'; reason: string }

export const damaged = (reason: string): Damaged => ({ kind: 'damaged', reason })

const gbk = new TextDecoder('gbk')

/** The bytes of a file as text; a character cut in half in somebody's text is only that. */
export const gbkText = (bytes: Buffer): string => gbk.decode(bytes)

/** Exactly, with its sign; an empty cell is 0. */
const signedFenOf = (cell: string): Fen | undefined => {
  const fen = cell === '' ? 0 : fenOf(cell.replace(/^[+-]/, ''))
  return fen && cell.startsWith('-') ? -fen : fen
}

/** An amount in yuan, read to fen. */
export const yuanCell = textOf(signedFenOf)

/** Brackets are met in both widths. */
const namesOf = (line: string): string[] =>
  line
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .split(',')
    .map((name) => name.trim())

/** Whose bill, and of which day (YYYYMMDD). */
export type BillOf = { sellerId: string; day: string }

/** `#账号：[<seller>0156]` and `#起始日期：[2026年11月20日 00:00:00]` */
const headFault = (comments: string, of: BillOf): string | undefined => {
  if (!comments.includes(`#账号：[${of.sellerId}`)) return 'account'
  const [, year, month, date] = /#起始日期：\[(\d{4})年(\d\d)月(\d\d)日/.exec(comments) ?? []
  return `${year}${month}${date}` === of.day ? undefined : 'day'
}

/** A cell between quotes, in which a quote is written twice; cells of these bills rarely have any. */
const QUOTED = /"([^"]*(?:""[^"]*)*)"[ \t]*(?=,|\n|$)/y
const PLAIN = /[^,\n]*/y

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** No cell goes over whole rows: the quote was one in somebody's text. */
const isCell = (quoted: string, columns: number): boolean =>
  quoted.split('\n').every((line) => line.split(',').length < columns)

/** The cells of a line, or of the lines that a quoted cell goes over, and where it ends. Tabs end long numbers. */
const cellsAt = (text: string, from: number, columns: number): { cells: string[]; end: number } => {
  const cells: string[] = []
  for (let at = from; ; at += 1) {
    const quoted = text[at] === '"' ? matchAt(QUOTED, text, at) : null
    const [whole, inside] = quoted && isCell(quoted[0], columns) ? quoted : (matchAt(PLAIN, text, at) ?? [''])
    cells.push((inside?.replaceAll('""', '"') ?? whole).trim())
    at += whole.length
    if (text[at] !== ',') return { cells, end: at + 1 }
  }
}

/**
 * Lines break inside cells. A row begins with a number where that is the first column, and whatever its first cell says where it has
 * every column and the row before it lacks none; any other line goes on with the row before it, and so does one with fewer cells
 * than columns while that lacks some. What fits nowhere stays a row that nobody can read.
 */
const rowsOf = (text: string, names: readonly string[]): string[][] => {
  const rows: string[][] = []
  const columns = names.length
  const isStart = (cells: readonly string[]): boolean =>
    names[0]?.endsWith('号') ? /^\d{8}/.test(cells[0] ?? '') : cells.length > 1
  for (let at = 0; at < text.length; ) {
    const { cells, end } = cellsAt(text, at, columns)
    at = end
    const open = rows.at(-1)
    const isWhole = cells.length >= columns
    const goesOn = open && (open.length < columns ? !isStart(cells) || !isWhole : !isStart(cells) && !isWhole)
    if (!goesOn) rows.push(cells)
    else if (open.length < columns || cells[0]) appendLine(open, cells)
  }
  return rows
}

/** Of which shape a bill is: columns of free text, and columns without which nobody can tell whose a row is. */
export type BillShape = { texts: ReadonlySet<string>; telling: readonly string[] }

export type BillFile = { kind: 'file'; rows: readonly Cells[]; comments: string }

/** The remarks around a table: those before its header, and those after its last row. */
const partsOf = (text: string): { head: string; header: string; body: string; tail: string } => {
  const lines = text.split(/\r?\n/)
  const isRemark = (line: string): boolean => line.startsWith('#') || line.trim() === ''
  const from = lines.findIndex((line) => !isRemark(line))
  const until = lines.findLastIndex((line) => !isRemark(line)) + 1
  const header = from < 0 ? '' : (lines[from] ?? '')
  const join = (part: readonly string[]): string => part.join('\n')
  return {
    ...{ head: join(lines.slice(0, from < 0 ? undefined : from)), header },
    ...{ body: join(lines.slice(from + 1, until)), tail: join(lines.slice(until)) },
  }
}

/** The rows of a file by the names in its header, whichever order those are in, and the remarks below them. */
export const readBillFile = (text: string, { texts, telling }: BillShape, of: BillOf): BillFile | Damaged => {
  const { head, header, body, tail } = partsOf(text)
  const fault = header === '' ? 'header' : headFault(head, of)
  if (fault) return damaged(fault)
  const columns = namesOf(header)
  const lacking = telling.find((name) => !columns.includes(name))
  if (lacking) return damaged(`header: ${lacking}`)
  return { kind: 'file', rows: tableOf(rowsOf(body, columns), { columns, texts, separator: ',' }), comments: tail }
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Count and amounts of a footer, as `pattern` finds them below the rows; undefined when there is none. */
export const footerIn = (comments: string, pattern: RegExp): { count: number; fen: Fen[] } | undefined => {
  const [, counted, ...amounts] = [...comments.matchAll(pattern)].at(-1) ?? []
  const fen = amounts.map(signedFenOf)
  const isRead = counted !== undefined && fen.every((one) => one !== undefined)
  return isRead ? { count: Number(counted), fen: fen.filter((one) => one !== undefined) } : undefined
}
