import type { Answer } from 'shiming-client'
import type { ConsolePath } from '../../../functions/pages/console-paths.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Code } from '../controls/code.tsx'
import { Age } from '../controls/due.tsx'
import { Id } from '../controls/id.tsx'
import type { Column } from '../lists/table.tsx'
import { ageFilter, ageTexts, inChosen, refundAges, refundAgeWords } from '../queue/ages.ts'
import type { Queue, QueueTexts } from '../queue/queue.ts'
import { service } from '../service.ts'
import { causeWords, channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { refundTexts } from './texts.ts'

/** A refund as operators see it. */
export type Refund = Answer<'GET /v1/operator/refunds'>['refunds'][number]

/** Names a refund among all; its name alone only among those of its order. */
export const refundKey = ({ orderId, name }: Pick<Refund, 'orderId' | 'name'>): string => `${orderId}:${name}`

/** Since when it is owed (RFC 3339). */
const since = ({ owedAt }: Pick<Refund, 'owedAt'>): string => owedAt

/** For how long it is owed, in ms. */
export const owedFor = (refund: Pick<Refund, 'owedAt'>): Millis => serviceClock.now() - Date.parse(since(refund))

const columns = (language: Language): readonly Column<Refund>[] => {
  const texts = refundTexts[language]
  return [
    {
      name: 'amount',
      head: texts.amount,
      end: true,
      cell: ({ amountFen }) => <Money fen={amountFen} />,
      sort: ({ amountFen }) => amountFen,
    },
    { name: 'channel', head: texts.channel, cell: ({ channel }) => wordIn(channelWords, channel, language) },
    { name: 'cause', head: texts.cause, cell: ({ cause }) => wordIn(causeWords, cause, language) },
    {
      name: 'code',
      head: texts.channelCode,
      cell: ({ channelCode }) => (channelCode === null ? texts.noCode : <Code of={channelCode} />),
      sort: ({ channelCode }) => channelCode ?? '',
    },
    {
      name: 'since',
      head: texts.since,
      cell: (refund) => <Age since={since(refund)} />,
      sort: (refund) => -Date.parse(since(refund)),
    },
    {
      name: 'steps',
      head: texts.steps,
      end: true,
      wideOnly: true,
      cell: ({ steps }) => steps,
      sort: ({ steps }) => steps,
    },
    {
      name: 'number',
      head: texts.outRefundNo,
      wideOnly: true,
      cell: ({ outRefundNo }) => <Id label={texts.outRefundNo} text={outRefundNo} />,
    },
  ]
}

const refundQueue = (
  name: string,
  which: 'operator' | 'overdue',
  path: ConsolePath,
  texts: QueueTexts,
): Queue<Refund> => ({
  ...{ name, path, texts, columns, since },
  right: 'see_orders',
  work: 'move_money',
  list: async ({ cursor, limit, query, signal }) => {
    const { items, ...rest } = await service().operator.refunds.list({ which, limit, signal }).page(cursor)
    return { rows: inChosen(refundAges, query, items, owedFor), ...rest }
  },
  filters: (language) => {
    const { age, all } = ageTexts[language]
    return [ageFilter(age, all, refundAges, refundAgeWords[language])]
  },
  keyOf: refundKey,
  to: ({ orderId, name: refund }) => `/console/orders/${orderId}?refund=${encodeURIComponent(refund)}`,
})

/** Refunds that end only by a person. */
export const stuckRefunds = refundQueue('refunds', 'operator', '/console/refunds', {
  zh: {
    name: '异常退款',
    lead: '渠道退不回去的退款。打开一笔，排在最前面的就是对它有用的做法。',
    empty: '没有需要人工的退款。',
  },
  en: {
    name: 'Stuck refunds',
    lead: 'Refunds that the channel cannot end. Open one: what can work for it stands first.',
    empty: 'No refund needs a person.',
  },
})

/** Refunds that the channel has not taken for too long. */
export const lateRefunds = refundQueue('late-refunds', 'overdue', '/console/refunds/overdue', {
  zh: {
    name: '逾期退款',
    lead: '欠了超过预警时间（默认 12 小时）渠道还没有受理的退款；我们承诺 24 小时内提交，所以在那之前就列在这里。',
    empty: '没有逾期的退款。',
  },
  en: {
    name: 'Late refunds',
    lead: 'Refunds that the channel has not taken for longer than the warning time, 12 hours unless it is set otherwise. 24 hours are promised, so they are here before that.',
    empty: 'No refund is late.',
  },
})
