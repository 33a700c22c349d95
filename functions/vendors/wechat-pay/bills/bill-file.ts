import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import { moment } from '../fields.ts'

/** A line of a bill by the names in its header. */
type Line = Record<string, string>

export type Damaged = { kind: 'damaged'; reason: string }

type BillFile = { kind: 'file'; rows: readonly Line[]; footer: Line }

export const damaged = (reason: string): Damaged => ({ kind: 'damaged', reason })

/** The fund bill's header is met with full-width brackets too. */
const namesOf = (header: string): string[] => header.replaceAll('（', '(').replaceAll('）', ')').split(',')

/** A back-tick stands before every cell, so that no spreadsheet takes a number for one; cells contain commas, but not both. */
const lineOf = (columns: readonly string[], text: string): Line | undefined => {
  const cells = text.slice(1).split(',`')
  if (!text.startsWith('`') || cells.length !== columns.length) return undefined
  return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))
}

/** The lines of a bill: a header, rows, a header of totals, totals. UTF-8, with or without a byte order mark. */
const readBillFile = (bytes: Buffer): BillFile | Damaged => {
  const text = utf8(bytes)
  if (text === undefined) return damaged('encoding')
  const lines = text.replace(/(\r?\n)+$/, '').split(/\r?\n/)
  const [header, totals, sums] = [lines[0], lines.at(-2), lines.at(-1)]
  if (lines.length < 3 || !header || !totals || !sums) return damaged('lines')
  const columns = namesOf(header)
  const rows = lines.slice(1, -2).map((line) => lineOf(columns, line))
  const footer = lineOf(namesOf(totals), sums)
  const broken = rows.indexOf(undefined)
  if (!footer) return damaged('footer')
  if (broken >= 0) return damaged(rowFault(broken, 'cells'))
  return { kind: 'file', rows: rows.filter((row) => row !== undefined), footer }
}

const utf8 = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
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

/** A bill whose lines have those shapes. A reason names row and column, never what stands there: bills name payers. */
export const readBill = <R, F>(
  bytes: Buffer,
  row: z.ZodMiniType<R>,
  footer: z.ZodMiniType<F>,
): { kind: 'read'; rows: readonly R[]; totals: F } | Damaged => {
  const file = readBillFile(bytes)
  if (file.kind === 'damaged') return file
  const rows: R[] = []
  for (const line of file.rows) {
    const parsed = z.safeParse(row, line)
    if (!parsed.success) return damaged(rowFault(rows.length, columnOf(parsed.error)))
    rows.push(parsed.data)
  }
  const totals = z.safeParse(footer, file.footer)
  return totals.success ? { kind: 'read', rows, totals: totals.data } : damaged(`total: ${columnOf(totals.error)}`)
}

/** How a reason names a row, counted from 1 below the header. */
export const rowFault = (at: number, column: string): string => `row ${at + 1}: ${column}`

const columnOf = (error: z.core.$ZodError): string => error.issues[0]?.path.join('.') ?? ''
