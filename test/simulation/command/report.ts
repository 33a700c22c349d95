import { mutants } from '../mutants.ts'
import { type Counted, tooSeldom } from '../runs/demands.ts'
import type { Way } from '../world/mutant.ts'
import type { News } from './piece.ts'
import { digits } from './progress.ts'

const WAYS: readonly Way[] = ['crashes', 'meetings', 'histories']

/** Cells under each other, the first column to the left, numbers to the right. */
const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_head, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => `  ${row.map(cell).join('  ')}`.trimEnd()).join('\n')
}

/** What was seen of rare events, beside the least that was demanded. */
export const coverageTable = (counted: readonly Counted[]): string =>
  table([
    ['event', 'seen', 'demanded', ''],
    ...counted.map(({ what, times, least }) => [
      what,
      digits(times),
      least > 0 ? digits(least) : '-',
      times < least ? 'too seldom' : '',
    ]),
  ])

/** What was seen too seldom, in one line; undefined if nothing was. */
export const coverageFault = (counted: readonly Counted[]): string | undefined => {
  const missing = tooSeldom(counted).map(({ what }) => what)
  return missing.length ? `Seen too seldom: ${missing.join(', ')}` : undefined
}

type Killed = News & { kind: 'killed' }

/** Each mutant with the run that found it out, by every way; `-` where none did. */
export const mutantTable = (names: readonly string[], killed: readonly Killed[]): string =>
  table([
    ['mutant', ...WAYS],
    ...names.map((name) => [
      name,
      ...WAYS.map((way) => String(killed.find((one) => one.mutant === name && one.way === way)?.run ?? '-')),
    ]),
  ])

/** The mutants nobody found out. */
export const survivors = (names: readonly string[], killed: readonly Killed[]): string[] =>
  names.filter((name) => !killed.some(({ mutant }) => mutant === name))

/** All mutants by name, those with this text in it. */
export const mutantNames = (only: string): string[] =>
  mutants.flatMap(([, suspects]) => suspects.map(({ name }) => name)).filter((name) => name.includes(only))

/** A broken rule: where, which, and how to see it again. */
export const violationText = ({ where, violations, replay }: News & { kind: 'violation' }): string =>
  [`VIOLATION in ${where}`, ...violations.map((one) => `  ${one}`), `Again: ${replay}`].join('\n')
