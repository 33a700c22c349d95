import type { Language } from '../../../shared/kernel/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { type Series, type Tone, tones } from '../plots/plot.ts'
import { wordIn } from '../words/word.ts'
import type { PlotRow } from './plot-row.ts'
import { plotTexts, seriesWords } from './plot-texts.ts'
import { type Analytics, countOf, type Measure, type Numbers, timeOf, valuesOf } from './series.ts'
import { costText, countText, hoursText, tookText, UNITS_OF_MS, UNITS_OF_SECONDS } from './shown.ts'

/** Things told apart by words of the service, each in its colour. */
const told =
  (...of: readonly (readonly [string, Tone])[]) =>
  (language: Language): Series[] =>
    of.map(([name, tone]) => ({ name, tone, label: wordIn(seriesWords, name, language) }))

/** Half of the times, and nineteen in twenty of them. */
const times = told(['p50', 'good'], ['p95', 'warn'])
const timesOf =
  (measure: Measure, ...words: readonly string[]) =>
  (of: Numbers, series: string, vendor?: string): number | undefined => {
    const found = timeOf(of, measure, ...words, ...(vendor === undefined ? [] : [vendor]))
    return series === 'p50' ? found?.p50Ms : found?.p95Ms
  }

const among = (vendor: string | undefined): string[] => (vendor === undefined ? [] : [vendor])

/** What identity vendors answer, how fast, and what they cost. */
export const vendorPlots: readonly PlotRow[] = [
  {
    name: 'results',
    texts: plotTexts.results,
    shape: 'bars',
    series: told(
      ['match', 'good'],
      ['mismatch', 'warn'],
      ['no_record', 'info'],
      ['refused', 'odd'],
      ['unknown', 'bad'],
      ['not_executed', 'plain'],
    ),
    value: (of, answer, vendor) => countOf(of, 'calls', answer, ...among(vendor)),
    format: countText,
    isWhole: true,
    hasShares: true,
    to: ({ calls }, vendor) => calls(vendor),
    vendors: { of: 'calls' },
  },
  {
    name: 'latency',
    texts: plotTexts.latency,
    shape: 'lines',
    series: times,
    value: timesOf('call_ms'),
    format: tookText,
    units: UNITS_OF_MS,
    to: ({ calls }, vendor) => calls(vendor),
    vendors: { of: 'call_ms', one: true },
  },
  {
    name: 'spend',
    texts: plotTexts.spend,
    shape: 'bars',
    series: told(['spent', 'info']),
    value: (of, _series, vendor) => countOf(of, 'spent', ...among(vendor)),
    limit: (of, vendor) => countOf(of, 'spend_limit', vendor) || undefined,
    format: costText,
    to: ({ calls }, vendor) => calls(vendor),
    vendors: { of: 'spent', one: true },
  },
  {
    name: 'breakers',
    texts: plotTexts.breakers,
    shape: 'bars',
    series: told(['refused', 'warn'], ['refused_again', 'bad'], ['spent', 'info'], ['unusable', 'odd']),
    value: (of, why, vendor) => countOf(of, 'breaker_openings', why, ...among(vendor)),
    format: countText,
    isWhole: true,
    to: ({ vendors }) => vendors,
    vendors: { of: 'breaker_openings' },
  },
]

/** Whether texts with codes arrive, and how fast. */
export const textPlots: readonly PlotRow[] = [
  {
    name: 'texts',
    texts: plotTexts.texts,
    shape: 'bars',
    series: told(
      ['answered', 'good'],
      ['delivered', 'info'],
      ['sent', 'plain'],
      ['in_doubt', 'odd'],
      ['undelivered', 'warn'],
      ['not_taken', 'bad'],
    ),
    value: (of, outcome, vendor) => countOf(of, 'texts', outcome, ...among(vendor)),
    format: countText,
    isWhole: true,
    hasShares: true,
    to: ({ numbers }) => numbers,
    vendors: { of: 'texts' },
  },
  {
    name: 'text-time',
    texts: plotTexts.textTime,
    shape: 'lines',
    series: times,
    value: timesOf('text_ms'),
    format: tookText,
    units: UNITS_OF_MS,
    to: ({ numbers }) => numbers,
    vendors: { of: 'text_ms', one: true },
  },
]

/** What refunds came to, and how long payers waited. */
export const refundPlots: readonly PlotRow[] = [
  {
    name: 'refunds',
    texts: plotTexts.refunds,
    shape: 'lines',
    series: told(['owed', 'warn'], ['channel', 'good'], ['by_hand', 'odd']),
    value: (of, how) => (how === 'owed' ? countOf(of, 'refunds_owed_fen') : countOf(of, 'refunds_paid_fen', how)),
    format: moneyText,
    to: ({ ledger }) => ledger,
  },
  {
    name: 'refund-time',
    texts: plotTexts.refundTime,
    shape: 'lines',
    series: times,
    value: timesOf('refund_ms', 'channel'),
    format: tookText,
    units: UNITS_OF_MS,
    to: ({ ledger }) => ledger,
  },
]

/** Whether complaints are answered in time. */
export const complaintPlots: readonly PlotRow[] = [
  {
    name: 'complaints',
    texts: plotTexts.complaints,
    shape: 'bars',
    series: told(['in_time', 'good'], ['late', 'bad'], ['unanswered', 'plain']),
    value: (of, when) =>
      when === 'unanswered'
        ? countOf(of, 'complaints_opened') - countOf(of, 'complaints_answered')
        : countOf(of, 'complaints_answered', when),
    format: countText,
    isWhole: true,
    to: ({ complaints }) => complaints,
  },
]

/** What channels took and gave back. */
export const moneyPlots: readonly PlotRow[] = [
  {
    name: 'money',
    texts: plotTexts.money,
    shape: 'lines',
    series: told(['paid_in', 'good'], ['paid_back', 'warn']),
    value: (of, way) => countOf(of, way === 'paid_in' ? 'paid_in' : 'paid_back'),
    format: moneyText,
    to: ({ ledger }) => ledger,
  },
]

/** Whom the gate refused, and why. */
export const gatePlots: readonly PlotRow[] = [
  {
    name: 'gate',
    texts: plotTexts.gate,
    shape: 'bars',
    series: told(
      ['never_verified', 'info'],
      ['sending_paused', 'warn'],
      ['evidence_ended', 'warn'],
      ['evidence_too_old', 'odd'],
      ['level_too_low', 'good'],
      ['banned', 'bad'],
    ),
    value: (of, because) => countOf(of, 'gate_refusals', because),
    format: countText,
    isWhole: true,
    hasShares: true,
    to: ({ numbers }) => numbers,
  },
]

/** Alarms that rang longest are told apart by their names, so many of them. */
const MOST_ALARMS = tones.length - 1
const OTHERS = 'others'

/** Of all alarms that rang, those that rang longest. */
const longest = (of: Analytics): string[] =>
  valuesOf(of, 'alarm_seconds', 'alarm')
    .sort((one, other) => countOf(of.totals, 'alarm_seconds', other) - countOf(of.totals, 'alarm_seconds', one))
    .slice(0, MOST_ALARMS)

const alarmSeries = (language: Language, of: Analytics): Series[] => {
  const named = longest(of).map((name, at): Series => ({ name, label: name, tone: ALARM_TONES[at] ?? 'plain' }))
  const isMore = valuesOf(of, 'alarm_seconds', 'alarm').length > named.length
  return isMore ? [...named, ...told([OTHERS, 'plain'])(language)] : named
}

/** Nothing that rings is good. */
const ALARM_TONES: readonly Tone[] = ['bad', 'warn', 'odd', 'info', 'good']

/** Which alarms rang, and for how long. */
export const alarmPlots: readonly PlotRow[] = [
  {
    name: 'alarms',
    texts: plotTexts.alarms,
    shape: 'bars',
    series: alarmSeries,
    value: (of, name, _vendor, series) => {
      if (name !== OTHERS) return countOf(of, 'alarm_seconds', name)
      const named = series.filter((one) => one.name !== OTHERS)
      return countOf(of, 'alarm_seconds') - named.reduce((sum, one) => sum + countOf(of, 'alarm_seconds', one.name), 0)
    },
    format: hoursText,
    units: UNITS_OF_SECONDS,
    to: ({ alarms }) => alarms,
  },
]
