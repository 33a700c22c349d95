import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { complaintKey, dueAt } from '../complaints/complaint-queue.tsx'
import { complaintTexts, complaintWords } from '../complaints/texts.ts'
import { Code } from '../controls/code.tsx'
import { Due } from '../controls/due.tsx'
import { subjectPage } from '../deeds/subject.ts'
import { type Column, Table } from '../lists/table.tsx'
import { useWords } from '../words/use-words.ts'
import type { WholeOrder } from './order-facts.tsx'
import { orderTexts } from './texts.ts'

type Complaint = WholeOrder['complaints'][number]

/** What is complained of about an order, how far each complaint is and until when its next step is owed; each leads to its case. */
export const ComplaintsAbout = ({ complaints }: Pick<WholeOrder, 'complaints'>) => {
  const texts = useTexts(orderTexts)
  const said = useTexts(complaintTexts)
  const word = useWords()
  const columns: readonly Column<Complaint>[] = [
    {
      name: 'status',
      head: said.status,
      cell: ({ status, malicious }) =>
        [word(complaintWords, status), malicious && said.isMalicious].filter(Boolean).join(' · '),
    },
    {
      name: 'due',
      head: said.due,
      cell: (complaint) => {
        const at = dueAt(complaint)
        return at && <Due at={at} />
      },
    },
    { name: 'openedAt', head: said.openedAt, cell: ({ openedAt }) => <Time at={openedAt} /> },
    { name: 'problem', head: said.problem, cell: ({ problem }) => problem !== null && <Code of={problem} /> },
  ]
  return (
    <section className="tight">
      <h2>{texts.complaints}</h2>
      <Table
        caption={texts.complaints}
        rows={complaints}
        columns={columns}
        keyOf={complaintKey}
        to={({ channel, id }) => subjectPage(`complaint:${channel}:${id}`)?.to}
        empty={texts.noComplaints}
      />
    </section>
  )
}
