import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { amountText } from '../controls/amounts.ts'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { useWords } from '../words/use-words.ts'
import { billedWords, statementDifferenceWords, statementTexts } from './texts.ts'

export type Statement = Answer<'GET /v1/operator/vendor-statements/{vendor}/{day}'>
type Difference = Statement['differences'][number]

const COST = 'yuan_10000th'

/** What a statement comes to, by the vendor and by our own calls. */
export const StatementFacts = ({ of: { counts, cost, importedAt, importedBy } }: { of: Statement }) => {
  const texts = useTexts(statementTexts)
  const amount = (value: number): string => amountText(value, COST)
  return (
    <section className="card facts-wide">
      <Facts
        of={[
          [texts.unexplained, counts.unexplained],
          [texts.difference, amount(cost.difference)],
          [texts.explained, amount(cost.explained)],
          [texts.there, amount(cost.there)],
          [texts.here, amount(cost.here)],
          [texts.rows, counts.rows],
          [texts.calls, counts.calls],
          [texts.matched, counts.matched],
          [texts.importedAt, <Time key="at" at={importedAt} />],
          [texts.importedBy, importedBy],
        ]}
      />
    </section>
  )
}

/** Where a statement and our calls differ, the first of it. */
export const StatementDifferences = ({ of: { differences, left } }: { of: Statement }) => {
  const texts = useTexts(statementTexts)
  const word = useWords()
  const columns: readonly Column<Difference>[] = [
    { name: 'kind', head: texts.kind, cell: ({ kind }) => word(statementDifferenceWords, kind) },
    {
      name: 'there',
      head: texts.codeThere,
      cell: ({ there }) => there && texts.billed(there.code, word(billedWords, there.billed ? 'yes' : 'no')),
    },
    {
      name: 'here',
      head: texts.codeHere,
      cell: ({ here }) => here && texts.billed(here.code ?? '', word(billedWords, here.billed)),
    },
    {
      name: 'calledAt',
      head: texts.calledAt,
      cell: ({ calledAt, nearMidnight }) => (
        <>
          <Time at={calledAt} whole /> {nearMidnight && <span className="quiet">{texts.nearMidnight}</span>}
        </>
      ),
    },
    {
      name: 'request',
      head: texts.request,
      cell: ({ requestId }) => requestId !== null && <Id label={texts.request} text={requestId} />,
    },
  ]
  return (
    <section className="tight">
      <h2>{texts.differences}</h2>
      <Table
        caption={texts.differences}
        rows={differences}
        columns={columns}
        keyOf={({ kind, requestId, outTradeNo, calledAt }) => `${kind} ${requestId} ${outTradeNo} ${calledAt}`}
        empty={texts.noDifference}
      />
      {left > 0 && <p className="quiet">{texts.left(left)}</p>}
    </section>
  )
}
