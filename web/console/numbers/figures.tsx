import { useLanguage, useTexts } from '../../shared/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { Bars } from '../plots/bars.tsx'
import { Figure } from '../plots/figure.tsx'
import { Lines } from '../plots/lines.tsx'
import { asPercent, type Place, type Series } from '../plots/plot.ts'
import { useMay } from '../session/use-session.ts'
import { wordIn } from '../words/word.ts'
import { type Analytics, bySeries, countOf, type Drawn, type Leads, placesOf, timeOf } from './series.ts'
import { costText, countText, daysText, isOneDay, shortDay, tookText } from './shown.ts'
import { answerWords, numberTexts } from './texts.ts'

type OfPeriods = { of: Analytics; vendor?: string | undefined }

/** A period of several days leads to its days, and a single day to what it was counted from. */
const leadsTo =
  (list: (day: string) => string): Leads =>
  (period) =>
    isOneDay(period) ? list(period.from) : `/console/numbers?from=${period.from}&to=${period.to}`

const complaintsOf = leadsTo(() => '/console/complaints')

/** The lists that plots of days lead to; whoever does not keep the books goes where the same is dealt with. */
const useLists = () => {
  const keepsBooks = useMay()('keep_books')
  const statements = (day: string, vendor: string | undefined): string =>
    `/console/statements?day=${day}${vendor === undefined ? '' : `&vendor=${vendor}`}`
  return {
    ledger: leadsTo((day) => (keepsBooks ? `/console/ledger?day=${day}` : '/console/refunds')),
    calls: (vendor: string | undefined) =>
      leadsTo((day) => (keepsBooks ? statements(day, vendor) : '/console/vendors')),
  }
}

const drawn = ({ periods, by }: Analytics, draw: (of: Analytics['periods'][number]) => Drawn, to: Leads): Place[] =>
  placesOf(periods, draw as (of: Pick<Analytics['periods'][number], 'counts' | 'durations'>) => Drawn, {
    label: ({ from }) => shortDay(from, by),
    said: daysText,
    to,
  })

const answers = [
  { name: 'match', tone: 'good' },
  { name: 'mismatch', tone: 'warn' },
  { name: 'no_record', tone: 'info' },
  { name: 'refused', tone: 'odd' },
  { name: 'unknown', tone: 'bad' },
  { name: 'not_executed', tone: 'plain' },
] as const

const PERCENT = 100

/** What vendors answered, as counts or shares. */
export const ResultsFigure = ({ of, vendor, isShared }: OfPeriods & { isShared: boolean }) => {
  const language = useLanguage()
  const texts = useTexts(numberTexts)
  const lists = useLists()
  const series: Series[] = answers.map((one) => ({ ...one, label: wordIn(answerWords, one.name, language) }))
  const words = vendor === undefined ? [] : [vendor]
  const counted = drawn(
    of,
    bySeries(series, (period, name) => countOf(period, 'calls', name, ...words)),
    lists.calls(vendor),
  )
  const places = isShared ? asPercent(counted) : counted
  const format = isShared ? (value: number) => `${Math.round(value)}%` : countText
  const told = { title: texts.results, series, places, format }
  return (
    <Figure {...told} lead={texts.resultsLead} axis={texts.period} empty={texts.noCalls}>
      <Bars {...told} {...(isShared ? { most: PERCENT } : { isWhole: true })} />
    </Figure>
  )
}

/** How long calls took; of all vendors together there is no honest line. */
export const LatencyFigure = ({ of, vendor }: { of: Analytics; vendor: string }) => {
  const texts = useTexts(numberTexts)
  const lists = useLists()
  const series: Series[] = [
    { name: 'p50Ms', label: 'p50', tone: 'good' },
    { name: 'p95Ms', label: 'p95', tone: 'warn' },
  ]
  const draw = bySeries(series, (period, name) => {
    const found = timeOf(period, 'call_ms', vendor)
    return name === 'p50Ms' ? found?.p50Ms : found?.p95Ms
  })
  const told = { title: texts.latency, series, places: drawn(of, draw, lists.calls(vendor)), format: tookText }
  return (
    <Figure {...told} lead={texts.latencyLead} axis={texts.period} empty={texts.noCalls}>
      <Lines {...told} />
    </Figure>
  )
}

/** What was booked against the limit of a day. */
export const SpendFigure = ({ of, vendor }: { of: Analytics; vendor: string }) => {
  const texts = useTexts(numberTexts)
  const lists = useLists()
  const series: Series[] = [{ name: 'spent', label: texts.spent, tone: 'info' }]
  const draw = (period: Analytics['periods'][number]): Drawn => {
    const limit = countOf(period, 'spend_limit', vendor)
    return { values: [countOf(period, 'spent', vendor)], ...(limit > 0 && { limit }) }
  }
  const told = { title: texts.spend, series, places: drawn(of, draw, lists.calls(vendor)), format: costText }
  return (
    <Figure {...told} lead={texts.spendLead} axis={texts.period} limit={texts.limit} empty={texts.noSpend}>
      <Bars {...told} />
    </Figure>
  )
}

/** Refunds that came to be owed and went out. */
export const RefundsFigure = ({ of }: OfPeriods) => {
  const texts = useTexts(numberTexts)
  const lists = useLists()
  const series: Series[] = [
    { name: 'owed', label: texts.owed, tone: 'warn' },
    { name: 'channel', label: texts.backByChannel, tone: 'good' },
    { name: 'by_hand', label: texts.backByHand, tone: 'odd' },
  ]
  const draw = bySeries(series, (period, name) =>
    name === 'owed' ? countOf(period, 'refunds_owed_fen') : countOf(period, 'refunds_paid_fen', name),
  )
  const told = { title: texts.refunds, series, places: drawn(of, draw, lists.ledger), format: moneyText }
  return (
    <Figure {...told} lead={texts.refundsLead} axis={texts.period} empty={texts.noRefunds}>
      <Lines {...told} />
    </Figure>
  )
}

/** How long payers waited for their money. */
export const RefundTimeFigure = ({ of }: OfPeriods) => {
  const texts = useTexts(numberTexts)
  const lists = useLists()
  const series: Series[] = [
    { name: 'p50Ms', label: 'p50', tone: 'good' },
    { name: 'p95Ms', label: 'p95', tone: 'warn' },
  ]
  const draw = bySeries(series, (period, name) => {
    const found = timeOf(period, 'refund_ms', 'channel')
    return name === 'p50Ms' ? found?.p50Ms : found?.p95Ms
  })
  const told = { title: texts.refundTime, series, places: drawn(of, draw, lists.ledger), format: tookText }
  return (
    <Figure {...told} lead={texts.refundTimeLead} axis={texts.period} empty={texts.noRefunds}>
      <Lines {...told} />
    </Figure>
  )
}

/** Complaints by whether they were answered in time. */
export const ComplaintsFigure = ({ of }: OfPeriods) => {
  const texts = useTexts(numberTexts)
  const series: Series[] = [
    { name: 'in_time', label: texts.inTime, tone: 'good' },
    { name: 'late', label: texts.late, tone: 'bad' },
    { name: 'unanswered', label: texts.unanswered, tone: 'plain' },
  ]
  const draw = bySeries(series, (period, name) =>
    name === 'unanswered'
      ? countOf(period, 'complaints_opened') - countOf(period, 'complaints_answered')
      : countOf(period, 'complaints_answered', name),
  )
  const told = { title: texts.complaints, series, places: drawn(of, draw, complaintsOf), format: countText }
  return (
    <Figure {...told} lead={texts.complaintsLead} axis={texts.period} empty={texts.noComplaints}>
      <Bars {...told} isWhole />
    </Figure>
  )
}

/** What channels took and gave back. */
export const MoneyFigure = ({ of }: OfPeriods) => {
  const texts = useTexts(numberTexts)
  const lists = useLists()
  const series: Series[] = [
    { name: 'paid_in', label: texts.paidIn, tone: 'good' },
    { name: 'paid_back', label: texts.paidBack, tone: 'warn' },
  ]
  const draw = bySeries(series, (period, name) => countOf(period, name === 'paid_in' ? 'paid_in' : 'paid_back'))
  const told = { title: texts.money, series, places: drawn(of, draw, lists.ledger), format: moneyText }
  return (
    <Figure {...told} lead={texts.moneyLead} axis={texts.period} empty={texts.noMoney}>
      <Lines {...told} />
    </Figure>
  )
}
