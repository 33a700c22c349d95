import type { Texts } from '../../shared/texts/texts.ts'
import { texts } from '../../shared/texts/texts.ts'
import { timeLeft } from '../complaints/complaint-queue.tsx'
import {
  type AgeClass,
  type AgeWords,
  clockAges,
  clockWords,
  ofAge,
  refundAges,
  refundAgeWords,
} from '../queue/ages.ts'
import { owedFor } from '../refunds/refund-queue.tsx'
import { service } from '../service.ts'

/** What waits now: how long, or how long there is. */
export type Waiting = { times: readonly number[]; isMore: boolean }

/** A plot of what waits now, by its age, each of which leads to those of a queue. */
export type DutyRow = {
  name: string
  texts: Texts<{ title: string; lead: string; empty: string }>
  classes: readonly AgeClass[]
  words: AgeWords
  read: (signal: AbortSignal) => Promise<Waiting>
  to: (of: AgeClass) => string
}

/** Whoever has more that waits than that has enough to look at. */
const LIMIT = 100

const refundsOf = (which: 'operator' | 'overdue') => async (signal: AbortSignal) => {
  const { items, nextCursor } = await service().operator.refunds.list({ which, limit: LIMIT, signal }).page()
  return { times: items.map(owedFor), isMore: nextCursor !== null }
}

const complaintsOf = (status: 'open' | 'replied') => async (signal: AbortSignal) => {
  const { items, nextCursor } = await service().operator.complaints.list({ status, limit: LIMIT, signal }).page()
  const times = items.map(timeLeft).filter((time) => time !== undefined)
  return { times, isMore: nextCursor !== null }
}

/** Refunds that wait, by how long they are owed. */
export const refundDuties: readonly DutyRow[] = [
  {
    name: 'stuck',
    texts: texts(
      { title: '现在需要人工的退款', lead: '按已欠时间。承诺 24 小时内提交。', empty: '没有需要人工的退款，很好。' },
      {
        title: 'Refunds that need a person now',
        lead: 'By how long they are owed. 24 hours are promised.',
        empty: 'No refund needs a person. Good.',
      },
    ),
    classes: refundAges,
    words: refundAgeWords,
    read: refundsOf('operator'),
    to: (of) => ofAge('/console/refunds', of),
  },
  {
    name: 'late',
    texts: texts(
      { title: '渠道迟迟没有收下的退款', lead: '按已欠时间。承诺 24 小时内提交。', empty: '没有逾期的退款，很好。' },
      {
        title: 'Refunds that the channel has not taken',
        lead: 'By how long they are owed. 24 hours are promised.',
        empty: 'No refund is late. Good.',
      },
    ),
    classes: refundAges,
    words: refundAgeWords,
    read: refundsOf('overdue'),
    to: (of) => ofAge('/console/refunds/overdue', of),
  },
]

/** Complaints that are not ended, by how long there is. */
export const complaintDuties: readonly DutyRow[] = [
  {
    name: 'to-answer',
    texts: texts(
      { title: '待回复投诉的时限', lead: '离必须回复还有多久。', empty: '没有待回复的投诉，很好。' },
      {
        title: "Complaints' clocks: to be answered",
        lead: 'How long there is until the answer is owed.',
        empty: 'No complaint waits for an answer. Good.',
      },
    ),
    classes: clockAges,
    words: clockWords,
    read: complaintsOf('open'),
    to: (of) => ofAge('/console/complaints', of),
  },
  {
    name: 'to-end',
    texts: texts(
      { title: '已回复待完结投诉的时限', lead: '离必须完结还有多久。', empty: '没有待完结的投诉，很好。' },
      {
        title: "Complaints' clocks: to be ended",
        lead: 'How long there is until they have to be ended.',
        empty: 'No answered complaint is open. Good.',
      },
    ),
    classes: clockAges,
    words: clockWords,
    read: complaintsOf('replied'),
    to: (of) => ofAge('/console/complaints', of, 'status=replied&'),
  },
]
