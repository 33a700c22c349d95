import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { dayName } from '../controls/days.ts'
import type { Column } from '../lists/table.tsx'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { reconciliationTexts, runWords } from './texts.ts'

export type Run = Answer<'GET /v1/operator/reconciliations/{channel}'>['runs'][number]
export type Channel = Run['channel']

/** The channels that are reconciled, the first first. */
export const channels = ['wechat_pay', 'alipay'] as const satisfies readonly Channel[]

export const runKey = ({ channel, day }: { channel: string; day: string }): string => `${channel}:${day}`

export const runAddress = ({ channel, day }: Run): string => `/console/reconciliations/${channel}/${day}`

/** What a list of days shows of each. */
export const runColumns = (language: Language): readonly Column<Run>[] => {
  const texts = reconciliationTexts[language]
  return [
    { name: 'day', head: texts.day, cell: ({ day }) => dayName(day, language), sort: ({ day }) => day },
    { name: 'channel', head: texts.channel, cell: ({ channel }) => wordIn(channelWords, channel, language) },
    { name: 'status', head: texts.status, cell: ({ status }) => wordIn(runWords, status, language) },
    {
      name: 'unexplained',
      head: texts.unexplained,
      end: true,
      cell: ({ report }) => report && <Money fen={report.unexplainedFen} />,
      sort: ({ report }) => Math.abs(report?.unexplainedFen ?? 0),
    },
    {
      name: 'differences',
      head: texts.differences,
      end: true,
      cell: ({ report }) => report?.differences,
      sort: ({ report }) => report?.differences ?? 0,
    },
    {
      name: 'paid',
      head: texts.paid,
      end: true,
      wideOnly: true,
      cell: ({ report }) => report && <Money fen={report.paidFen} />,
    },
    {
      name: 'refunded',
      head: texts.refunded,
      end: true,
      wideOnly: true,
      cell: ({ report }) => report && <Money fen={report.refundedFen} />,
    },
    {
      name: 'finishedAt',
      head: texts.finishedAt,
      wideOnly: true,
      cell: ({ finishedAt }) => finishedAt && <Time at={finishedAt} />,
    },
  ]
}

/** Days that are looked back: a difference of before that was seen by somebody every day since. */
const LOOKED_BACK = 31

/** Days of bills with money that nobody has explained yet. */
export const differenceQueue: Queue<Run> = {
  name: 'differences',
  path: '/console/reconciliations/open',
  right: 'keep_books',
  work: 'keep_books',
  texts: {
    zh: {
      name: '对账差异',
      lead: '最近 31 天里，账单和账本对不上、还没有解释的日子，两个渠道一起看。',
      empty: '最近 31 天都对得上。',
    },
    en: {
      name: 'Differences',
      lead: 'Days of the last 31 of which bill and ledger differ by money that nobody has explained, of both channels.',
      empty: 'The last 31 days agree.',
    },
  },
  list: async ({ signal }) => {
    const all = await Promise.all(
      channels.map((channel) =>
        service().operator.reconciliations.list(channel, { limit: LOOKED_BACK, signal }).page(),
      ),
    )
    const rows = all
      .flatMap(({ items }) => items)
      .filter(({ report }) => report !== null && report.unexplainedFen !== 0)
      .sort((one, other) => one.day.localeCompare(other.day))
    return { rows, nextCursor: null, unreadable: all.flatMap(({ unreadable }) => unreadable) }
  },
  keyOf: runKey,
  to: runAddress,
  columns: runColumns,
  since: ({ finishedAt, openedAt }) => finishedAt ?? openedAt,
}
