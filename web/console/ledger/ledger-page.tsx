import type { Answer } from 'shiming-client'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { dayIn } from '../lists/address.ts'
import { Days } from '../lists/days.tsx'
import { Filters } from '../lists/filters.tsx'
import { List } from '../lists/list.tsx'
import type { Column } from '../lists/table.tsx'
import { service } from '../service.ts'
import { Entries } from './entries.tsx'
import { ledgerTexts } from './texts.ts'
import { unitFilter, unitIn } from './units.ts'

type Transaction = Answer<'GET /v1/operator/ledger'>['transactions'][number]

const PATH = '/console/ledger'

const useColumns = (): readonly Column<Transaction>[] => {
  const texts = useTexts(ledgerTexts)
  return [
    { name: 'at', head: texts.at, cell: ({ at }) => <Time at={at} /> },
    { name: 'entries', head: texts.entries, cell: (transaction) => <Entries of={transaction} /> },
    {
      name: 'order',
      head: texts.order,
      cell: ({ orderId }) =>
        orderId !== null && (
          <Link to={`/console/orders/${orderId}`} className="standing">
            {texts.order}
          </Link>
        ),
    },
    {
      name: 'id',
      head: texts.transaction,
      wideOnly: true,
      cell: ({ id }) => <Id label={texts.transaction} text={id} />,
    },
  ]
}

/** Everything booked on a day. */
export const LedgerPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(ledgerTexts)
  const columns = useColumns()
  const day = dayIn(query, 'day') ?? beijingDay(serviceClock.now())
  const unit = unitIn(query)
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <Days path={PATH} query={query} days={[{ name: 'day', label: texts.day, value: day }]} />
        <Filters path={PATH} query={query} filters={[unitFilter(language)]} />
        <List
          name="ledger"
          path={PATH}
          query={query}
          list={async ({ cursor, limit, signal }) => {
            const { items, ...rest } = await service().operator.ledger.list({ day, unit, limit, signal }).page(cursor)
            return { rows: items, ...rest }
          }}
          columns={columns}
          keyOf={({ id, unit: of }) => `${id} ${of}`}
          caption={texts.title}
          empty={texts.none}
        />
      </div>
    </Page>
  )
}
