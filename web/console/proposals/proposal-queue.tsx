import type { Language } from '../../../shared/kernel/language.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Due } from '../controls/due.tsx'
import type { Column } from '../lists/table.tsx'
import type { Queue } from '../queue/queue.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import type { Proposal } from './proposal.ts'
import { kindOf } from './proposal-words.ts'
import { proposalTexts } from './texts.ts'

const columns = (language: Language): readonly Column<Proposal>[] => {
  const texts = proposalTexts[language]
  return [
    { name: 'what', head: texts.kind, cell: (of) => kindOf(of, language) },
    {
      name: 'amount',
      head: texts.amount,
      end: true,
      cell: ({ about }) => <Money fen={about.amountFen} />,
      sort: ({ about }) => about.amountFen,
    },
    { name: 'channel', head: texts.channel, cell: ({ about }) => wordIn(channelWords, about.channel, language) },
    { name: 'by', head: texts.asked, cell: ({ proposedBy }) => proposedBy.id },
    {
      name: 'until',
      head: texts.until,
      cell: ({ expiresAt }) => <Due at={expiresAt} />,
      sort: ({ expiresAt }) => Date.parse(expiresAt),
    },
    { name: 'reason', head: texts.reason, wideOnly: true, cell: ({ reason }) => reason },
  ]
}

/** What one operator asked for and another has to decide. */
export const proposalQueue: Queue<Proposal> = {
  name: 'proposals',
  path: '/console/proposals',
  right: 'approve_money',
  work: 'approve_money',
  texts: {
    zh: { name: '待批准', lead: '同事提出、须由另一人批准的申请，最先到期的在前。', empty: '没有等待批准的申请。' },
    en: {
      name: 'To approve',
      lead: 'What somebody asked for and somebody else has to approve; what ends first comes first.',
      empty: 'Nothing waits for approval.',
    },
  },
  list: async ({ cursor, limit, signal }) => {
    const { items, ...rest } = await service().operator.proposals.list({ limit, signal }).page(cursor)
    return { rows: items, ...rest }
  },
  keyOf: ({ id }) => id,
  to: ({ id }) => `/console/proposals/${id}`,
  columns,
  dueAt: ({ expiresAt }) => expiresAt,
  since: ({ proposedAt }) => proposedAt,
}
