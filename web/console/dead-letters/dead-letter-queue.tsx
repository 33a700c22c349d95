import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { Age } from '../controls/due.tsx'
import type { Column } from '../lists/table.tsx'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { deadLetterTexts } from './texts.ts'

type Dead = Answer<'GET /v1/operator/dead-letters'>['queues'][number]

const columns = (language: Language): readonly Column<Dead>[] => {
  const texts = deadLetterTexts[language]
  return [
    { name: 'queue', head: texts.queue, cell: ({ queue }) => queue },
    { name: 'count', head: texts.count, end: true, cell: ({ count }) => count, sort: ({ count }) => count },
    { name: 'oldest', head: texts.oldest, cell: ({ oldestAt }) => oldestAt && <Age since={oldestAt} /> },
    { name: 'worker', head: texts.worker, wideOnly: true, cell: ({ worker }) => <code>{worker}</code> },
  ]
}

/** Queues of which some work failed for good; what waits are the letters in them. */
export const deadLetterQueue: Queue<Dead> = {
  name: 'dead-letters',
  path: '/console/dead-letters',
  right: 'see_systems',
  work: 'replay_letters',
  texts: {
    zh: { name: deadLetterTexts.zh.title, lead: deadLetterTexts.zh.lead, empty: deadLetterTexts.zh.empty },
    en: { name: deadLetterTexts.en.title, lead: deadLetterTexts.en.lead, empty: deadLetterTexts.en.empty },
  },
  list: async ({ query, signal }) => {
    const { queues } = await service().operator.deadLetters.queues({ signal })
    const isAll = query.get('which') === 'all'
    const rows = queues.filter(({ count }) => isAll || count > 0)
    return { rows: rows.sort((one, other) => other.count - one.count), nextCursor: null }
  },
  filters: (language) => [
    {
      name: 'which',
      label: deadLetterTexts[language].queue,
      options: [
        { value: 'waiting', text: deadLetterTexts[language].waiting },
        { value: 'all', text: deadLetterTexts[language].all },
      ],
    },
  ],
  keyOf: ({ queue }) => queue,
  to: ({ queue }) => `/console/dead-letters/${queue}`,
  columns,
  since: ({ oldestAt }) => oldestAt ?? '',
  amount: ({ count }) => count,
}
