import type { Answer } from 'shiming-client'
import type { Place, Series } from '../plots/plot.ts'

export type Analytics = Answer<'GET /v1/operator/analytics'>
export type Period = Analytics['periods'][number]
export type Measure = Analytics['measures'][number]['name']
export type Numbers = Pick<Period, 'counts' | 'durations'>

/** What a measure comes to, of those whose values hold all of these words. */
export const countOf = ({ counts }: Pick<Period, 'counts'>, measure: Measure, ...words: readonly string[]): number =>
  counts.reduce(
    (sum, one) => (one.measure === measure && words.every((word) => one.of.includes(word)) ? sum + one.value : sum),
    0,
  )

/** How long it took: of that measure, with all of these words. */
export const timeOf = ({ durations }: Pick<Period, 'durations'>, measure: Measure, ...words: readonly string[]) =>
  durations.find((one) => one.measure === measure && words.every((word) => one.of.includes(word)))

/** Every value of a dimension that a measure has in these numbers, in the order of the alphabet. */
export const valuesOf = ({ measures, totals }: Analytics, measure: Measure, dimension: string): string[] => {
  const at = measures.find(({ name }) => name === measure)?.dimensions.indexOf(dimension) ?? -1
  const found = [...totals.counts, ...totals.durations].flatMap((one) => (one.measure === measure ? [one.of[at]] : []))
  return [...new Set(found.filter((value) => value !== undefined))].sort()
}

/** What of a period is drawn: a value for each series, and what it may come to. */
export type Drawn = { values: readonly (number | undefined)[]; limit?: number | undefined }

/** The list that a period of a plot leads to: its days where it has several, else what it was counted from. */
export type Leads = (period: Pick<Period, 'from' | 'to'>) => string

/** Periods as the places of a plot. */
export const placesOf = (
  periods: readonly Period[],
  draw: (of: Numbers) => Drawn,
  { label, said, to }: { label: (of: Period) => string; said: (of: Period) => string; to: Leads },
): Place[] =>
  periods.map((period) => ({
    key: period.from,
    label: label(period),
    said: said(period),
    to: to(period),
    ...draw(period),
  }))

/** A value for each series, by its name. */
export const bySeries =
  (series: readonly Series[], value: (of: Numbers, name: string) => number | undefined) =>
  (of: Numbers): Drawn => ({ values: series.map(({ name }) => value(of, name)) })
