import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Filters } from '../lists/filters.tsx'
import { service, useResource } from '../service.ts'
import { vendorWords } from '../vendors/texts.ts'
import { wordIn } from '../words/word.ts'
import { Duty } from './duties.tsx'
import { complaintDuties, type DutyRow, refundDuties } from './duty-rows.ts'
import { Funnel } from './funnel.tsx'
import type { PlotRow } from './plot-row.ts'
import { alarmPlots, complaintPlots, gatePlots, moneyPlots, refundPlots, textPlots, vendorPlots } from './plot-rows.ts'
import { Plotted } from './plotted.tsx'
import { askedIn } from './range.ts'
import { type Analytics, valuesOf } from './series.ts'
import { daysText } from './shown.ts'
import { numberTexts } from './texts.ts'

const PATH = '/console/numbers'

/** Vendors that were called or given texts in these days. */
const vendorsOf = (of: Analytics): string[] =>
  [...new Set([...valuesOf(of, 'calls', 'vendor'), ...valuesOf(of, 'texts', 'vendor')])].sort()

const Counted = ({ of: { periods } }: { of: Analytics }) => {
  const texts = useTexts(numberTexts)
  const times = periods.flatMap(({ countedAt }) => (countedAt === null ? [] : [countedAt]))
  const oldest = [...times].sort()[0]
  return (
    <p className="quiet">
      {oldest !== undefined && (
        <>
          {texts.countedAt}
          <Time at={oldest} />
          {texts.countedEnd}
        </>
      )}
      {times.length < periods.length && texts.notCounted}
    </p>
  )
}

const duties = (rows: readonly DutyRow[]) => rows.map((row) => <Duty key={row.name} row={row} />)

const Drawn = ({ of, query }: { of: Analytics; query: URLSearchParams }) => {
  const language = useLanguage()
  const texts = useTexts(numberTexts)
  const vendors = vendorsOf(of)
  const vendor = vendors.find((one) => one === query.get('vendor'))
  const isShared = query.get('show') === 'shares'
  const plots = (rows: readonly PlotRow[]) =>
    rows.map((row) => <Plotted key={row.name} row={row} of={of} chosen={vendor} isShared={isShared} />)
  const options = [
    { value: '', text: texts.all },
    ...vendors.map((value) => ({ value, text: wordIn(vendorWords, value, language) })),
  ]
  return (
    <div className="stack">
      <Counted of={of} />
      {vendors.length > 1 && (
        <Filters path={PATH} query={query} filters={[{ name: 'vendor', label: texts.vendor, options }]} />
      )}
      <Funnel of={of} />
      <div className="figures">
        {plots(gatePlots)}
        {plots(vendorPlots)}
        {plots(textPlots)}
        {duties(refundDuties)}
        {plots(refundPlots)}
        {duties(complaintDuties)}
        {plots(complaintPlots)}
        {plots(moneyPlots)}
        {plots(alarmPlots)}
      </div>
    </div>
  )
}

/** The numbers of days, each plot an answer to a duty. */
export const NumbersPage = ({ query }: PageTold) => {
  const texts = useTexts(numberTexts)
  const asked = askedIn(query, serviceClock.now())
  const isPart = query.has('from')
  const numbers = useResource(`numbers ${asked.from} ${asked.to} ${asked.by}`, (signal) =>
    service().request('GET /v1/operator/analytics', { query: asked, signal }),
  )
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        {isPart ? (
          <p>
            <strong>{daysText(asked)}</strong>{' '}
            <Link to={PATH} className="standing">
              {texts.back}
            </Link>
          </p>
        ) : (
          <Filters
            path={PATH}
            query={query}
            filters={[
              {
                name: 'days',
                label: texts.range,
                options: [
                  { value: '30', text: texts.last30 },
                  { value: '90', text: texts.last90 },
                  { value: '400', text: texts.last400 },
                ],
              },
            ]}
          />
        )}
        <Filters
          path={PATH}
          query={query}
          filters={[
            {
              name: 'show',
              label: texts.show,
              options: [
                { value: 'counts', text: texts.counts },
                { value: 'shares', text: texts.shares },
              ],
            },
          ]}
        />
        <Read of={numbers}>{(of) => <Drawn of={of} query={query} />}</Read>
      </div>
    </Page>
  )
}
