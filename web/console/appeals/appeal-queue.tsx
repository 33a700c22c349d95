import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Age } from '../controls/due.tsx'
import { shortened } from '../controls/shortened.ts'
import { By } from '../deeds/deed-shown.tsx'
import type { Column } from '../lists/table.tsx'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import { appealTexts, appealWords, bannedByWords } from './texts.ts'

export type Appeal = Answer<'GET /v1/operator/appeals'>['appeals'][number]

const statuses = ['open', 'granted', 'rejected'] as const

const statusIn = (query: URLSearchParams) => statuses.find((one) => one === query.get('status')) ?? 'open'

const accountColumn = (language: Language): Column<Appeal> => ({
  name: 'account',
  head: appealTexts[language].account,
  cell: ({ accountId }) => <code>{shortened(accountId)}</code>,
})

const decidedColumns = (language: Language): readonly Column<Appeal>[] => {
  const texts = appealTexts[language]
  return [
    accountColumn(language),
    {
      name: 'decidedAt',
      head: texts.decidedAt,
      cell: ({ decidedAt }) => decidedAt && <Time at={decidedAt} />,
      sort: ({ decidedAt }) => Date.parse(decidedAt ?? ''),
    },
    { name: 'decidedBy', head: texts.decidedBy, cell: ({ decidedBy }) => decidedBy && <By of={decidedBy} /> },
    { name: 'decision', head: texts.decision, cell: ({ reason }) => <span className="wraps">{reason}</span> },
    { name: 'createdAt', head: texts.createdAt, wideOnly: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ]
}

const openColumns = (language: Language): readonly Column<Appeal>[] => {
  const texts = appealTexts[language]
  return [
    accountColumn(language),
    {
      name: 'since',
      head: texts.since,
      cell: ({ createdAt }) => <Age since={createdAt} />,
      sort: ({ createdAt }) => -Date.parse(createdAt),
    },
    {
      name: 'by',
      head: texts.bannedBy,
      cell: ({ bans }) => [...new Set(bans.map(({ by }) => wordIn(bannedByWords, by, language)))].join('、'),
    },
    {
      name: 'complaints',
      head: texts.complaints,
      end: true,
      cell: ({ complaints }) => complaints.length,
      sort: ({ complaints }) => complaints.length,
    },
    { name: 'createdAt', head: texts.createdAt, wideOnly: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ]
}

/** Users who say that they are banned wrongly; and of whom that was decided. */
export const appealQueue: Queue<Appeal> = {
  name: 'appeals',
  path: '/console/appeals',
  right: 'see_orders',
  work: 'decide_bans',
  texts: {
    zh: {
      name: '申诉',
      lead: '被封的用户提出的申诉：待处理的等得最久的在前，处理过的最近的在前。',
      empty: '没有等待处理的申诉。',
    },
    en: {
      name: 'Appeals',
      lead: 'Banned users who appeal; who waits longest comes first, and of those decided the latest.',
      empty: 'No appeal waits.',
    },
  },
  list: async ({ cursor, limit, query, signal }) => {
    const asked = { status: statusIn(query), limit, signal }
    const { items, ...rest } = await service().operator.appeals.list(asked).page(cursor)
    return { rows: items, ...rest }
  },
  keyOf: ({ accountId }) => accountId,
  to: ({ accountId }) => `/console/appeals/${accountId}`,
  columns: (language, query) => (statusIn(query) === 'open' ? openColumns(language) : decidedColumns(language)),
  filters: (language) => [
    {
      name: 'status',
      label: appealTexts[language].status,
      options: statuses.map((value) => ({ value, text: wordIn(appealWords, value, language) })),
    },
  ],
  since: ({ createdAt }) => createdAt,
}
