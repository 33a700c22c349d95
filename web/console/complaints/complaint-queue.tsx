import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Due } from '../controls/due.tsx'
import { Id } from '../controls/id.tsx'
import type { Column } from '../lists/table.tsx'
import { ageFilter, ageTexts, clockAges, clockWords, inChosen } from '../queue/ages.ts'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { complaintTexts, complaintWords } from './texts.ts'

type Complaint = Answer<'GET /v1/operator/complaints'>['complaints'][number]

const statuses = ['open', 'replied', 'completed', 'withdrawn', 'forced'] as const

/** By when the next step is owed: the answer first, then the end. */
export const dueAt = ({ status, replyBy, completeBy }: Pick<Complaint, 'status' | 'replyBy' | 'completeBy'>) =>
  status === 'open' ? (replyBy ?? completeBy) : status === 'replied' ? completeBy : null

/** How long there is until the next step is owed; undefined where none is. */
export const timeLeft = (complaint: Pick<Complaint, 'status' | 'replyBy' | 'completeBy'>): number | undefined => {
  const at = dueAt(complaint)
  return at === null ? undefined : Date.parse(at) - serviceClock.now()
}

const about = ({ orders }: Complaint): number => orders.reduce((sum, { amountFen }) => sum + amountFen, 0)

const columns = (language: Language): readonly Column<Complaint>[] => {
  const texts = complaintTexts[language]
  return [
    {
      name: 'status',
      head: texts.status,
      cell: ({ status }) => wordIn(complaintWords, status, language),
    },
    {
      name: 'due',
      head: texts.due,
      cell: (complaint) => {
        const at = dueAt(complaint)
        return at && <Due at={at} />
      },
      sort: (complaint) => Date.parse(dueAt(complaint) ?? complaint.openedAt),
    },
    { name: 'channel', head: texts.channel, cell: ({ channel }) => wordIn(channelWords, channel, language) },
    {
      name: 'amount',
      head: texts.amount,
      end: true,
      cell: (complaint) => <Money fen={about(complaint)} />,
      sort: about,
    },
    {
      name: 'openedAt',
      head: texts.openedAt,
      cell: ({ openedAt }) => <Time at={openedAt} />,
      sort: ({ openedAt }) => Date.parse(openedAt),
    },
    {
      name: 'followUps',
      head: texts.followUps,
      end: true,
      wideOnly: true,
      cell: ({ followUps }) => followUps,
      sort: ({ followUps }) => followUps,
    },
    { name: 'id', head: texts.id, wideOnly: true, cell: ({ id }) => <Id label={texts.id} text={id} /> },
  ]
}

/** Names a complaint among those of all channels. */
export const complaintKey = ({ channel, id }: { channel: string; id: string }): string => `${channel}:${id}`

/** Complaints at the payment channels: to be answered, and then to be ended. */
export const complaintQueue: Queue<Complaint> = {
  name: 'complaints',
  path: '/console/complaints',
  right: 'see_orders',
  work: 'answer_complaints',
  texts: {
    zh: {
      name: '投诉',
      lead: '支付渠道转来的投诉：24 小时内回复，72 小时内结束。按时限从早到晚。',
      empty: '没有等着回复的投诉。',
    },
    en: {
      name: 'Complaints',
      lead: 'Complaints at the payment channels: answered within 24 hours, ended within 72. The oldest come first.',
      empty: 'No complaint waits for an answer.',
    },
  },
  list: async ({ cursor, limit, query, signal }) => {
    const status = statuses.find((one) => one === query.get('status')) ?? 'open'
    const { items, ...rest } = await service().operator.complaints.list({ status, limit, signal }).page(cursor)
    return { rows: inChosen(clockAges, query, items, timeLeft), ...rest }
  },
  keyOf: complaintKey,
  to: ({ channel, id }) => `/console/complaints/${channel}/${encodeURIComponent(id)}`,
  columns,
  filters: (language) => [
    {
      name: 'status',
      label: complaintTexts[language].status,
      options: statuses.map((value) => ({ value, text: wordIn(complaintWords, value, language) })),
    },
    ageFilter(ageTexts[language].age, ageTexts[language].all, clockAges, clockWords[language]),
  ],
  dueAt,
  since: ({ openedAt }) => openedAt,
}

/** Complaints whose payers are answered, and which have to be ended within their time. */
export const complaintsToEnd: Queue<Complaint> = {
  ...complaintQueue,
  name: 'complaints-to-end',
  path: '/console/complaints/answered',
  texts: {
    zh: {
      name: '待结案',
      lead: '已经回复、还没有结束的投诉：投诉后 72 小时内要结束。按时限从早到晚。',
      empty: '没有等着结案的。',
    },
    en: {
      name: 'To be ended',
      lead: 'Complaints that are answered and not ended: they have to be within 72 hours. The oldest come first.',
      empty: 'Nothing is to be ended.',
    },
  },
  list: (asked) => complaintQueue.list({ ...asked, query: new URLSearchParams({ status: 'replied' }) }),
  filters: undefined,
}
