import type { Language } from '../../../shared/kernel/language.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { Series } from '../plots/plot.ts'
import type { Lists } from './lists.ts'
import type { Analytics, Leads, Measure, Numbers } from './series.ts'

/** What a plot is called, what it says of itself, and what where there is nothing. */
export type PlotTexts = Texts<{ title: string; lead: string; empty: string; limit?: string }>

/** A plot of the numbers of days, as data. */
export type PlotRow = {
  name: string
  texts: PlotTexts
  shape: 'bars' | 'lines'
  /** What it tells apart; where that is not known beforehand, as these numbers have it. */
  series: (language: Language, of: Analytics) => readonly Series[]
  /** What of a period is drawn for the series of that name; `vendor` where one was chosen, or always with `ofVendors`. */
  value: (of: Numbers, series: string, vendor: string | undefined, all: readonly Series[]) => number | undefined
  /** What it may come to. */
  limit?: (of: Numbers, vendor: string) => number | undefined
  format: (value: number) => string
  /** What its values are read in, where that is not what they are counted in. */
  units?: readonly number[]
  /** Its values are counts. */
  isWhole?: true
  /** May be shown as shares of a hundred. */
  hasShares?: true
  to: (lists: Lists, vendor: string | undefined) => Leads
  /** Of whose calls it is: the vendors that this measure has. `one`: what is of several vendors together is none that one could act on. */
  vendors?: { of: Measure; one?: true }
}
