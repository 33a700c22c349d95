import { at, day } from './cast.ts'
import type { Fields } from './field.ts'

/** The numbers of days. */
export const analyticsFields: Fields = {
  to: ['The last day, in Beijing, as YYYYMMDD; today unless said otherwise.', day],
  'GetAnalyticsQuery.from': [
    'The first day, in Beijing, as YYYYMMDD; 29 days before the last unless said otherwise.',
    day,
  ],
  'GetAnalyticsQuery.by': ['Over what the days are taken together; weeks begin on Mondays.', 'day'],
  'Analytics.by': ['Over what the days are taken together.', 'day'],
  measures: ['What is counted, in the order it is told in. docs/analytics.md says more of each.'],
  'measures.name': ['Which measure.', 'orders_paid'],
  group: ['What it is about.', 'funnel'],
  'measures.unit': ['What it counts in: `ms` is a duration, told under `durations`; `s` seconds in all.', 'count'],
  dimensions: ['What it is told apart by.', ['good', 'offer', 'method', 'channel']],
  'measures.is': ['What exactly is counted.', 'Orders that were bought: the asked amount came in time.'],
  periods: ['Oldest first. The first and the last may be cut short by the range.'],
  countedAt: ['When its days were counted last, the oldest of these; null where one was not counted yet.', at.decided],
  isFinal: ['Whether nothing will be added any more: a week after its last day.', false],
  totals: ['All periods together.'],
  'periods.counts': ['Numbers that add up; what is zero is left out.'],
  'totals.counts': ['Numbers that add up; what is zero is left out.'],
  durations: ['How long things took; what never happened is left out.'],
  measure: ['Which measure.', 'orders_paid'],
  'durations.measure': ['Which measure.', 'result_ms'],
  of: [
    'The value of each of its dimensions, in their order.',
    ['verification', 'fee', 'carrier_three_element', 'wechat_pay'],
  ],
  'durations.of': ['The value of each of its dimensions, in their order.', ['fee']],
  value: ['How many, or how much in its unit. Negative where more was taken back than came.', 12],
  count: ['How many there were.', 12],
  p50Ms: ['Half of them took at most so long; up to a fifth more than it was.', 4522],
  p95Ms: ['Nineteen in twenty took at most so long; up to a fifth more than it was.', 10763],
}
