import type { Millis } from '../../../shared/kernel/time.ts'
import { bucketOf, type Histogram } from './histogram.ts'
import { type MeasureName, measureNamed, measures, type Values } from './measures.ts'

/**
 * Numbers by name: of a measure and the values it is told apart by, or of one bucket of its durations. They add up, whatever they were
 * counted from: parts of a day to the day, days to a month.
 */
export type Counts = Readonly<Record<string, number>>

const BETWEEN = '|'

/** A value as part of a name; one of another form is none of ours. */
const named = (value: string): string => {
  if (value === '' || value.includes(BETWEEN)) throw new Error('a value that is no word')
  return value
}

const nameOf = (measure: MeasureName, values: readonly string[]): string =>
  [measure, ...values.map(named)].join(BETWEEN)

/** What is counted, added up as it comes. */
export type Tally = {
  add<M extends MeasureName>(measure: M, of: Values<M>, by?: number): void
  /** One duration. */
  took<M extends MeasureName>(measure: M, of: Values<M>, ms: Millis): void
  counts(): Counts
}

/** A fresh tally. A number that comes to zero is not kept. */
export const tally = (): Tally => {
  const numbers = new Map<string, number>()
  const plus = (name: string, by: number): void => {
    numbers.set(name, (numbers.get(name) ?? 0) + by)
  }
  return {
    add: (measure, of, by = 1) => plus(nameOf(measure, [...of]), by),
    took: (measure, of, ms) => plus(nameOf(measure, [...of, String(bucketOf(ms))]), 1),
    counts: () => Object.fromEntries([...numbers].filter(([, count]) => count !== 0).sort(byName)),
  }
}

const byName = ([one]: [string, number], [other]: [string, number]): number => (one < other ? -1 : 1)

/** All of these together. */
export const together = (all: readonly Counts[]): Counts => {
  const sums = new Map<string, number>()
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort(byName))
}

const isMeasure = (name: string): name is MeasureName => Object.hasOwn(measures, name)

/** One number, apart: of which measure, told apart by what, and of durations how they were spread. */
export type Cell = { measure: MeasureName; of: readonly string[]; value: number; histogram?: Histogram }

/** The cells of counts, by their names. Of what an earlier version counted under another name, nothing. */
export const cellsOf = (counts: Counts): Cell[] => {
  const spread = new Map<string, Cell & { histogram: Map<number, number> }>()
  const cells: Cell[] = []
  for (const [name, value] of Object.entries(counts)) {
    const [measure = '', ...rest] = name.split(BETWEEN)
    if (!isMeasure(measure)) continue
    const { unit, of } = measureNamed(measure)
    if (unit !== 'ms') {
      if (rest.length === of.length) cells.push({ measure, of: rest, value })
      continue
    }
    const values = rest.slice(0, -1)
    const key = nameOf(measure, values)
    const cell = spread.get(key) ?? { measure, of: values, value: 0, histogram: new Map<number, number>() }
    cell.histogram.set(Number(rest.at(-1)), value)
    spread.set(key, { ...cell, value: cell.value + value })
  }
  return [...cells, ...spread.values()]
}
