import type { Answer } from 'shiming-client'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { useWords } from '../words/word.ts'
import { outcomeWords } from './outcome-words.ts'
import { billWords, differenceStateWords, differenceWords, reconciliationTexts, setAsideWords } from './texts.ts'

export type Day = Answer<'GET /v1/operator/reconciliations/{channel}/{day}'>
type Difference = Day['differences'][number]
type Row = Day['setAside'][number]

/** What needs a person first. */
const rank = ({ status }: Difference): number => ['open', 'waiting', 'explained'].indexOf(status)

/** Every difference of a day, what became of it, and the order it is about. */
export const Differences = ({ of }: { of: readonly Difference[] }) => {
  const texts = useTexts(reconciliationTexts)
  const word = useWords()
  const columns: readonly Column<Difference>[] = [
    {
      name: 'state',
      head: texts.state,
      cell: ({ status }) => <Tag tone={status === 'open' ? 'warn' : 'info'}>{word(differenceStateWords, status)}</Tag>,
    },
    { name: 'kind', head: texts.kind, cell: ({ kind }) => word(differenceWords, kind) },
    { name: 'there', head: texts.there, end: true, cell: ({ thereFen }) => <Money fen={thereFen} /> },
    { name: 'here', head: texts.here, end: true, cell: ({ hereFen }) => <Money fen={hereFen} /> },
    { name: 'outcome', head: texts.outcome, cell: ({ outcome }) => word(outcomeWords, outcome) },
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
        keyOf={({ kind, outTradeNo, outRefundNo }) => `${kind} ${outTradeNo} ${outRefundNo}`}
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
