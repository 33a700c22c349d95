import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { wayWords } from '../words/settling-words.ts'
import { useWords } from '../words/use-words.ts'
import type { Day, Difference } from './day.ts'
import { outcomeWords } from './outcome-words.ts'
import { settlingDeed } from './settling-deed.ts'
import { settlingDeedTexts } from './settling-texts.ts'
import { billWords, differenceStateWords, differenceWords, reconciliationTexts, setAsideWords } from './texts.ts'

type Row = Day['setAside'][number]

/** What needs a person first. */
const rank = ({ status }: Difference): number => ['open', 'waiting', 'settled', 'explained'].indexOf(status)

const tone = ({ status }: Difference) => (status === 'open' ? 'warn' : status === 'settled' ? 'good' : 'info')

type ActProps = { day: Day; of: Difference; onDone: () => unknown }

/** What can be done about a difference: to have it settled, or to look at what asks for that. */
const Act = ({ day: { channel, day }, of, onDone }: ActProps) => {
  const language = useLanguage()
  const texts = settlingDeedTexts[language]
  if (of.proposal !== null)
    return (
      <Link to={`/console/proposals/${of.proposal}`} className="standing">
        {texts.pending}
      </Link>
    )
  const deed = settlingDeed({ channel, day, difference: of, language })
  return deed && <DeedButton deed={deed} short={texts.settle} onDone={onDone} />
}

/** What became of it; how it ended, where people ended it. */
const Outcome = ({ of: { outcome, settled } }: { of: Difference }) => {
  const texts = useTexts(settlingDeedTexts)
  const word = useWords()
  return settled ? texts.settledAs(word(wayWords, settled.way)) : word(outcomeWords, outcome)
}

/** Every difference of a day, what became of it and what can be done about it, and the order it is about. */
export const Differences = ({ of: day, onDone }: { of: Day; onDone: () => unknown }) => {
  const texts = useTexts(reconciliationTexts)
  const deedTexts = useTexts(settlingDeedTexts)
  const word = useWords()
  const of = day.differences
  const columns: readonly Column<Difference>[] = [
    {
      name: 'state',
      head: texts.state,
      cell: (one) => <Tag tone={tone(one)}>{word(differenceStateWords, one.status)}</Tag>,
    },
    ...(of.some(({ ways }) => ways.length > 0)
      ? [
          {
            name: 'act',
            head: deedTexts.act,
            cell: (one: Difference) => <Act day={day} of={one} onDone={onDone} />,
          },
        ]
      : []),
    { name: 'kind', head: texts.kind, cell: ({ kind }) => word(differenceWords, kind) },
    { name: 'there', head: texts.there, end: true, cell: ({ thereFen }) => <Money fen={thereFen} /> },
    { name: 'here', head: texts.here, end: true, cell: ({ hereFen }) => <Money fen={hereFen} /> },
    { name: 'outcome', head: texts.outcome, cell: (one) => <Outcome of={one} /> },
    {
      name: 'order',
      head: texts.order,
      cell: ({ orderId }) =>
        orderId && (
          <Link to={`/console/orders/${orderId}`} className="standing">
            {texts.order}
          </Link>
        ),
    },
    {
      name: 'number',
      head: texts.number,
      cell: ({ outRefundNo, outTradeNo }) => {
        // A channel that gave back by itself says no number of ours.
        const number = outRefundNo || outTradeNo
        return number && <Id label={texts.number} text={number} />
      },
    },
    { name: 'at', head: texts.at, wideOnly: true, cell: ({ at }) => <Time at={at} /> },
  ]
  return (
    <section className="tight">
      <h2>{texts.differences}</h2>
      <Table
        caption={texts.differences}
        rows={[...of].sort((one, other) => rank(one) - rank(other))}
        columns={columns}
        keyOf={({ id }) => id}
        empty={texts.noDifference}
      />
    </section>
  )
}

/** Rows of the bills that are none of ours. */
export const SetAside = ({ of }: { of: readonly Row[] }) => {
  const texts = useTexts(reconciliationTexts)
  const word = useWords()
  const columns: readonly Column<Row>[] = [
    { name: 'bill', head: texts.bill, cell: ({ bill }) => word(billWords, bill) },
    { name: 'row', head: texts.row, end: true, cell: ({ row }) => row },
    { name: 'because', head: texts.because, cell: ({ because }) => word(setAsideWords, because) },
    { name: 'kind', head: texts.business, cell: ({ kind }) => kind },
    { name: 'amount', head: texts.amount, end: true, cell: ({ fen }) => fen !== null && <Money fen={fen} /> },
    { name: 'number', head: texts.number, cell: ({ number }) => <Id label={texts.number} text={number} /> },
  ]
  return (
    <section className="tight">
      <h2>{texts.setAside}</h2>
      <Table
        caption={texts.setAside}
        rows={of}
        columns={columns}
        keyOf={({ bill, row }) => `${bill} ${row}`}
        empty={texts.noSetAside}
      />
    </section>
  )
}
