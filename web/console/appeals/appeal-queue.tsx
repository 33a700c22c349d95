import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Age } from '../controls/due.tsx'
import { shortened } from '../controls/shortened.ts'
import type { Column } from '../lists/table.tsx'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import { appealTexts, bannedByWords } from './texts.ts'

export type Appeal = Answer<'GET /v1/operator/appeals'>['appeals'][number]

const columns = (language: Language): readonly Column<Appeal>[] => {
  const texts = appealTexts[language]
  return [
    { name: 'account', head: texts.account, cell: ({ accountId }) => <code>{shortened(accountId)}</code> },
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

/** Users who say that they are banned wrongly. */
export const appealQueue: Queue<Appeal> = {
  name: 'appeals',
  path: '/console/appeals',
  right: 'see_orders',
  work: 'decide_bans',
  texts: {
    zh: { name: '申诉', lead: '被封的用户提出的申诉，等得最久的在前。', empty: '没有等待处理的申诉。' },
    en: { name: 'Appeals', lead: 'Banned users who appeal; who waits longest comes first.', empty: 'No appeal waits.' },
  },
  list: async ({ cursor, limit, signal }) => {
    const { items, ...rest } = await service().operator.appeals.list({ limit, signal }).page(cursor)
    return { rows: items, ...rest }
  },
  keyOf: ({ accountId }) => accountId,
  to: ({ accountId }) => `/console/appeals/${accountId}`,
  columns,
  since: ({ createdAt }) => createdAt,
}
