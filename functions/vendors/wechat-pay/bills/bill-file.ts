import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import { appendLine, type Cells, type Line, rowFault, tableOf } from '../../bill-table.ts'
import { moment } from '../fields.ts'

export type Damaged = { kind: 'damaged'; reason: string }

type BillFile<F> = { kind: 'file'; rows: readonly Cells[]; totals: F }

export const damaged = (reason: string): Damaged => ({ kind: 'damaged', reason })

/** The fund bill's header is met with full-width brackets too. */
const namesOf = (header: string): string[] => header.replaceAll('（', '(').replaceAll('）', ')').split(',')

/** A back-tick stands before every cell, so that no spreadsheet takes a number for one. */
const SEPARATOR = ',`'

const cellsOf = (text: string): string[] => text.replace(/^`/, '').split(SEPARATOR)

/**
 * Lines break inside cells. A row begins with a back-tick, and a time where that is the first column; a line that does not goes on
 * with the row before it, and so does one that fits into what that row still lacks.
 */
const rowsOf = (lines: readonly string[], columns: readonly string[]): string[][] => {
  const rows: string[][] = []
  const start = columns[0]?.endsWith('时间') ? /^`\d{4}-\d\d-\d\d / : /^`/
  for (const line of lines) {
    const open = rows.at(-1)
    const isBegun = start.test(line)
    const cells = isBegun ? cellsOf(line) : line.split(SEPARATOR)
    if (!open || (isBegun && open.length + cells.length - 1 > columns.length)) rows.push(cells)
    else appendLine(open, cells)
  }
  return rows
}

const totalsIn = (names: string, sums: string): Line | undefined => {
  const [columns, cells] = [namesOf(names), cellsOf(sums)]
  if (!sums.startsWith('`') || columns.length !== cells.length) return undefined
  return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))
}

const utf8 = new TextDecoder('utf-8')

/** Of which shape a bill is: columns of free text, columns without which nobody can tell whose a row is, and its totals. */
export type BillShape<F> = { texts: ReadonlySet<string>; telling: readonly string[]; footer: z.ZodMiniType<F> }

/**
 * The lines of a bill: a header, rows, a header of totals, totals. UTF-8, with or without a byte order mark; a character cut in half
 * in somebody's text is only that.
 */
export const readBillFile = <F>(bytes: Buffer, { texts, telling, footer }: BillShape<F>): BillFile<F> | Damaged => {
  const lines = utf8.decode(bytes).trimEnd().split(/\r?\n/)
  const [header, names, sums] = [lines[0], lines.at(-2), lines.at(-1)]
  if (lines.length < 3 || !header || !names || !sums) return damaged('lines')
  const totals = totalsIn(names, sums)
  if (!totals) return damaged('footer')
  const read = z.safeParse(footer, totals)
  if (!read.success) return damaged(`total: ${read.error.issues[0]?.path.join('.')}`)
  const columns = namesOf(header)
  const lacking = telling.find((name) => !columns.includes(name))
  if (lacking) return damaged(`header: ${lacking}`)
  if (lines.length > 3 && !lines[1]?.startsWith('`')) return damaged(rowFault(1, 'cells'))
  const rows = tableOf(rowsOf(lines.slice(1, -2), columns), { columns, texts, separator: SEPARATOR })
  return { kind: 'file', rows, totals: read.data }
}

const fenOf = (text: string): Fen => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const fen = Number(whole + fraction.slice(0, 2).padEnd(2, '0'))
  return text.startsWith('-') ? 0 - fen : fen
}

/** An amount in yuan, exact to the fen however many zeros follow (fees come with five decimals). */
export const yuanCell = z.pipe(z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,2}0*)?$/)), z.transform(fenOf))

/** A count; some copies write 45.0. */
export const countCell = z.pipe(z.string().check(z.regex(/^\d{1,9}(\.0+)?$/)), z.transform(Number))

/** `2026-11-20 12:00:00`, Beijing time. */
export const momentCell = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)),
    z.transform((text: string) => `${text.replace(' ', 'T')}+08:00`),
  ),
  moment,
)
