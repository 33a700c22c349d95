import * as z from 'zod/mini'
import type { Fen } from '../../../../shared/kernel/money.ts'
import { fenOf, textOf } from '../fields.ts'

export type Damaged = { kind: 'damaged'; reason: string }

export const damaged = (reason: string): Damaged => ({ kind: 'damaged', reason })

const gbk = new TextDecoder('gbk', { fatal: true })

/** The bytes of a file as text; undefined when they are not GBK. */
export const gbkText = (bytes: Buffer): string | undefined => {
  try {
    return gbk.decode(bytes)
  } catch {
    return undefined
  }
}

/** Exactly, with its sign; an empty cell is 0. */
const signedFenOf = (cell: string): Fen | undefined => {
  const fen = cell === '' ? 0 : fenOf(cell.replace(/^[+-]/, ''))
  return fen && cell.startsWith('-') ? -fen : fen
}

/** An amount in yuan, read to fen. */
export const yuanCell = textOf(signedFenOf)

/** Tabs end long numbers, so that no spreadsheet rounds them. Brackets are met in both widths. */
const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim())
const namesOf = (line: string): string[] => cellsOf(line.replaceAll('（', '(').replaceAll('）', ')'))

/** Whose bill, and of which day (YYYYMMDD). */
export type BillOf = { sellerId: string; day: string }

/** `#账号：[<seller>0156]` and `#起始日期：[2026年11月20日 00:00:00]` */
const headFault = (comments: string, of: BillOf): string | undefined => {
  if (!comments.includes(`#账号：[${of.sellerId}`)) return 'account'
  const [, year, month, date] = /#起始日期：\[(\d{4})年(\d\d)月(\d\d)日/.exec(comments) ?? []
  return `${year}${month}${date}` === of.day ? undefined : 'day'
}

const columnOf = (error: z.core.$ZodError): string => error.issues[0]?.path.join('.') ?? ''

/**
 * A file whose rows have that shape, by the names in its header, with the comment lines around them. Cells are not quoted: a row
 * with another number of them is not guessed at. A reason names row and column, never what stands there: bills name payers.
 */
export const readBillFile = <R>(
  text: string,
  row: z.ZodMiniType<R>,
  of: BillOf,
): { kind: 'file'; rows: readonly R[]; comments: string } | Damaged => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const comments = lines.filter((line) => line.startsWith('#')).join('\n')
  const [header, ...cells] = lines.filter((line) => !line.startsWith('#'))
  const fault = header === undefined ? 'header' : headFault(comments, of)
  if (fault) return damaged(fault)
  const names = namesOf(header ?? '')
  const rows: R[] = []
  for (const [at, values] of cells.map(cellsOf).entries()) {
    if (values.length !== names.length) return damaged(`row ${at + 1}: cells`)
    const parsed = z.safeParse(row, Object.fromEntries(names.map((name, column) => [name, values[column]])))
    if (!parsed.success) return damaged(`row ${at + 1}: ${columnOf(parsed.error)}`)
    rows.push(parsed.data)
  }
  return { kind: 'file', rows, comments }
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Whether a footer's count and amounts, as `pattern` finds them among the comments, are those of the rows. */
export const footerHolds = (comments: string, pattern: RegExp, count: number, fen: readonly Fen[]): boolean => {
  const [, counted, ...amounts] = pattern.exec(comments) ?? []
  return counted === String(count) && amounts.every((amount, at) => signedFenOf(amount) === fen[at])
}
