import * as z from 'zod/mini'
import { couldBeOurs } from '../bookkeeping/reconciliation/set-aside.ts'

/** A row of a bill by the names in its header. */
export type Line = Readonly<Record<string, string>>

/**
 * A row as it stands in the file: its cells, and every way in which they fit the columns. One way where there are as many cells as
 * columns; with more of them a separator stands inside one of the cells that hold free text; none where there are too few. What
 * does not fit in one way is known by where it begins.
 */
export type Cells = { row: number; cells: readonly string[]; start?: Line; readings: readonly Line[] }

const lineOf = (columns: readonly string[], cells: readonly string[]): Line =>
  Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))

/** The columns of a file, which of them may hold the separator, and what that is. */
export type Format = { columns: readonly string[]; texts: ReadonlySet<string>; separator: string }

const readingsOf = (cells: readonly string[], { columns, texts, separator }: Format): Line[] => {
  const surplus = cells.length - columns.length
  if (surplus < 0) return []
  if (surplus === 0) return [lineOf(columns, cells)]
  return columns.flatMap((name, at) => {
    if (!texts.has(name)) return []
    const text = cells.slice(at, at + surplus + 1).join(separator)
    return [lineOf(columns, [...cells.slice(0, at), text, ...cells.slice(at + surplus + 1)])]
  })
}

/** A line goes on with the row before it: its first cell with the last of that. There may be more cells than arguments of a call. */
export const appendLine = (row: string[], cells: readonly string[]): void => {
  row.push(`${row.pop()}\n${cells[0]}`)
  for (const cell of cells.slice(1)) row.push(cell)
}

/** The rows of a file, each as its cells. */
export const tableOf = (rows: readonly (readonly string[])[], format: Format): Cells[] =>
  rows.map((cells, at) => ({
    row: at + 1,
    cells,
    ...(cells.length !== format.columns.length && { start: lineOf(format.columns, cells) }),
    readings: readingsOf(cells, format),
  }))

/** The one thing all readings say that say anything; undefined when there is none, or more than one. */
export const agreed = <T>(readings: readonly Line[], read: (line: Line) => T | undefined): T | undefined => {
  if (readings.length === 1) return readings[0] && read(readings[0])
  const found = readings.map(read).filter((one) => one !== undefined)
  const [first] = found
  return found.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined
}

/** How a bill tells whose a row is: the columns of our numbers, and the one no row is without. */
export type Telling = { numbers: readonly string[]; always: string; known?: ReadonlySet<string> }

/** What becomes of a row. `column`: what keeps it from being read. */
export type Sifted<R> = { kind: 'ours'; of: R } | { kind: 'foreign' } | { kind: 'damaged'; column: string }

const columnOf = (error: z.core.$ZodError | undefined): string => error?.issues[0]?.path.join('.') ?? 'cells'

/**
 * Whose a row is. It is ours, or could be, when one of its numbers says so; of a row that does not split into its columns, when any
 * of its cells does, or when it ends before its number. Then it must be read in full, in exactly one way. Every other row is
 * set aside, whatever stands in it.
 */
export const sifted = <R>({ cells, start, readings }: Cells, row: z.ZodMiniType<R>, telling: Telling): Sifted<R> => {
  const [only, ...others] = readings
  const isWhole = only !== undefined && others.length === 0
  const isOurs = (line: Line): boolean =>
    couldBeOurs(
      telling.numbers.map((name) => line[name] ?? ''),
      telling.known,
    )
  if (isWhole ? isOurs(only) : couldBeOurs(cells, telling.known)) {
    const of = agreed(readings.filter(isOurs), (line) => z.safeParse(row, line).data)
    const column = isWhole ? columnOf(z.safeParse(row, only).error) : 'cells'
    return of === undefined ? { kind: 'damaged', column } : { kind: 'ours', of }
  }
  return isWhole || start?.[telling.always] ? { kind: 'foreign' } : { kind: 'damaged', column: 'cells' }
}

/** A reason names row and column, never what stands there: bills name payers. */
export const rowFault = (row: number, column: string): string => `row ${row}: ${column}`

/**
 * A number in a row that is ours, whoever gave it, or nothing where there is none: it becomes part of keys, so that it is not without
 * end, and all of it can be seen.
 */
export const givenNumber = z.string().check(z.regex(/^\P{C}{0,128}$/u))

/** A channel's own number, and nothing else that may stand in a row. */
export const numberIn = (text: string | undefined): string =>
  /^[0-9A-Za-z]{8,64}$/.test(text ?? '') ? (text ?? '') : ''

/** A channel's word for a kind of row, and nothing longer. */
export const wordIn = (text: string | undefined): string =>
  /^[\p{Script=Han}A-Za-z_/()-]{1,20}$/u.test(text ?? '') ? (text ?? '') : ''
