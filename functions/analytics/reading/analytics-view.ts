import * as z from 'zod/mini'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import { type Counts, cellsOf } from '../counts/counts.ts'
import { type Histogram, within } from '../counts/histogram.ts'
import { type MeasureName, measureGroups, measureNamed, measureNames, measureUnits } from '../counts/measures.ts'
import { steps } from './period.ts'
import type { Analytics, PeriodNumbers } from './read-analytics.ts'

const time = z.iso.datetime()
const measure = z.enum(measureNames)

/** What is counted, sums and durations alike, in numbers that add up or are told apart by values in the order of `dimensions`. */
const numbersShown = {
  counts: z.array(z.strictObject({ measure, of: z.array(z.string()), value: z.int() })),
  durations: z.array(
    z.strictObject({ measure, of: z.array(z.string()), count: z.int(), p50Ms: z.int(), p95Ms: z.int() }),
  ),
}

export const analyticsShown = z.strictObject({
  from: z.string(),
  to: z.string(),
  by: z.enum(steps),
  measures: z.array(
    z.strictObject({
      name: measure,
      group: z.enum(measureGroups),
      unit: z.enum(measureUnits),
      dimensions: z.array(z.string()),
      is: z.string(),
    }),
  ),
  periods: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      countedAt: z.nullable(time),
      isFinal: z.boolean(),
      ...numbersShown,
    }),
  ),
  totals: z.strictObject(numbersShown),
})

const MEDIAN = 0.5
const NEARLY_ALL = 0.95

const times = (histogram: Histogram) => ({
  p50Ms: within(histogram, MEDIAN) ?? 0,
  p95Ms: within(histogram, NEARLY_ALL) ?? 0,
})

const numbers = (counts: Counts) => {
  const cells = cellsOf(counts)
  return {
    counts: cells.flatMap(({ measure: name, of, value, histogram }) =>
      histogram ? [] : [{ measure: name, of: [...of], value }],
    ),
    durations: cells.flatMap(({ measure: name, of, value, histogram }) =>
      histogram ? [{ measure: name, of: [...of], count: value, ...times(histogram) }] : [],
    ),
  }
}

const described = (name: MeasureName) => {
  const { group, unit, of, is } = measureNamed(name)
  return { name, group, unit, dimensions: [...of], is }
}

const showPeriod = ({ from, to, countedAt, isFinal, counts }: PeriodNumbers) => ({
  from,
  to,
  countedAt: rfc3339If(countedAt),
  isFinal,
  ...numbers(counts),
})

/** As the API shows it. */
export const showAnalytics = ({ from, to, by, periods, totals }: Analytics): z.infer<typeof analyticsShown> => ({
  from,
  to,
  by,
  measures: measureNames.map(described),
  periods: periods.map(showPeriod),
  totals: numbers(totals),
})
