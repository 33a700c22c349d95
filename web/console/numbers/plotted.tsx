import { useLanguage, useTexts } from '../../shared/language.ts'
import { Bars } from '../plots/bars.tsx'
import { Figure } from '../plots/figure.tsx'
import { Lines } from '../plots/lines.tsx'
import { asPercent } from '../plots/plot.ts'
import { vendorWords } from '../vendors/texts.ts'
import { wordIn } from '../words/word.ts'
import { useLists } from './lists.ts'
import type { PlotRow } from './plot-row.ts'
import { type Analytics, bySeries, placesOf, valuesOf } from './series.ts'
import { daysText, shortDay } from './shown.ts'
import { numberTexts } from './texts.ts'

const PERCENT = 100
const percent = (value: number): string => `${Math.round(value)}%`

/** Whose numbers a plot shows: the chosen vendor, if it has any; where it must be one, the first that has. */
const vendorOf = ({ vendors }: PlotRow, of: Analytics, chosen: string | undefined): string | undefined => {
  if (!vendors) return undefined
  const there = valuesOf(of, vendors.of, 'vendor')
  return there.find((one) => one === chosen) ?? (vendors.one ? there[0] : undefined)
}

type PlottedProps = { row: PlotRow; of: Analytics; chosen: string | undefined; isShared: boolean }

/** A plot of the numbers of days, with the same as a table. */
export const Plotted = ({ row, of, chosen, isShared }: PlottedProps) => {
  const language = useLanguage()
  const { period } = useTexts(numberTexts)
  const { title, lead, empty, limit } = useTexts(row.texts)
  const lists = useLists()
  const vendor = vendorOf(row, of, chosen)
  const isPercent = isShared && row.hasShares === true
  const series = row.series(language, of)
  const counted = placesOf(
    of.periods,
    (one) => ({
      ...bySeries(series, (numbers, name) => row.value(numbers, name, vendor, series))(one),
      limit: vendor === undefined ? undefined : row.limit?.(one, vendor),
    }),
    { label: ({ from }) => shortDay(from, of.by), said: daysText, to: row.to(lists, vendor) },
  )
  const told = {
    title: vendor === undefined ? title : `${title} · ${wordIn(vendorWords, vendor, language)}`,
    series,
    places: isPercent ? asPercent(counted) : counted,
    format: isPercent ? percent : row.format,
  }
  return (
    <Figure {...told} lead={lead} axis={period} limit={limit} empty={empty}>
      {row.shape === 'lines' ? (
        <Lines {...told} units={row.units} />
      ) : (
        <Bars {...told} {...(isPercent ? { most: PERCENT } : { isWhole: row.isWhole === true, units: row.units })} />
      )}
    </Figure>
  )
}
