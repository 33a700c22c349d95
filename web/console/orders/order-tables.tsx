import type { ReactNode } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { Entries } from '../ledger/entries.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { methodWords, paymentWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import type { WholeOrder } from './order-facts.tsx'
import { orderTexts } from './texts.ts'

type Payment = WholeOrder['payments'][number]
type Transaction = WholeOrder['ledger'][number]

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="tight">
    <h2>{title}</h2>
    {children}
  </section>
)

/** Every way of paying that was begun, with the number the channel knows it by. */
export const Payments = ({ payments }: Pick<WholeOrder, 'payments'>) => {
  const texts = useTexts(orderTexts)
  const word = useWords()
  const columns: readonly Column<Payment>[] = [
    { name: 'method', head: texts.method, cell: ({ method }) => word(methodWords, method) },
    { name: 'status', head: texts.status, cell: ({ status }) => word(paymentWords, status) },
    { name: 'amount', head: texts.amount, end: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
    { name: 'openedAt', head: texts.openedAt, cell: ({ openedAt }) => <Time at={openedAt} /> },
    {
      name: 'number',
      head: texts.outTradeNo,
      cell: ({ outTradeNo }) => <Id label={texts.outTradeNo} text={outTradeNo} />,
    },
  ]
  return (
    <Part title={texts.payments}>
      <Table
        caption={texts.payments}
        rows={payments}
        columns={columns}
        keyOf={({ outTradeNo }) => outTradeNo}
        empty={texts.noPayments}
      />
    </Part>
  )
}

/** What was booked of the order; each transaction sums to zero. */
export const Ledger = ({ ledger }: Pick<WholeOrder, 'ledger'>) => {
  const texts = useTexts(orderTexts)
  const columns: readonly Column<Transaction>[] = [
    { name: 'at', head: texts.at, cell: ({ at }) => <Time at={at} /> },
    { name: 'entries', head: texts.entries, cell: (transaction) => <Entries of={transaction} /> },
    {
      name: 'id',
      head: texts.transaction,
      wideOnly: true,
      cell: ({ id }) => <Id label={texts.transaction} text={id} />,
    },
  ]
  return (
    <Part title={texts.ledger}>
      <Table
        caption={texts.ledger}
        rows={ledger}
        columns={columns}
        keyOf={({ id, unit }) => `${id} ${unit}`}
        empty={texts.noLedger}
      />
    </Part>
  )
}
