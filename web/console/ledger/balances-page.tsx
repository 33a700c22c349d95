import type { Answer } from 'shiming-client'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { amountText } from '../controls/amounts.ts'
import { dayIn } from '../lists/address.ts'
import { Days } from '../lists/days.tsx'
import { Filters } from '../lists/filters.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { ledgerTexts } from './texts.ts'
import { unitFilter, unitIn } from './units.ts'

type Balances = Answer<'GET /v1/operator/ledger/balances'>
type Line = Balances['lines'][number]

const PATH = '/console/balances'

const Lines = ({ of, place }: { of: Balances; place: { path: string; query: URLSearchParams } }) => {
  const texts = useTexts(ledgerTexts)
  const columns: readonly Column<Line>[] = [
    {
      name: 'account',
      head: texts.account,
      cell: ({ account }) => <code>{account}</code>,
      sort: ({ account }) => account,
    },
    {
      name: 'amount',
      head: texts.amount,
      end: true,
      cell: ({ amount }) => amountText(amount, of.unit),
      sort: ({ amount }) => amount,
    },
    { name: 'accounts', head: texts.accounts, end: true, wideOnly: true, cell: ({ accounts }) => accounts },
    { name: 'open', head: texts.open, end: true, cell: ({ open }) => open },
  ]
  return (
    <>
      <Banner tone={of.balanced ? 'good' : 'danger'}>
        <p>
          {of.balanced ? texts.balanced : texts.notBalanced} · {texts.count(String(of.transactions))} · {texts.total}{' '}
          <span className="number">{amountText(of.total, of.unit)}</span>
        </p>
      </Banner>
      <Table
        caption={texts.balances}
        rows={of.lines}
        columns={columns}
        keyOf={({ account }) => account}
        place={place}
        empty={texts.noBalances}
      />
    </>
  )
}

/** What moved on each account in some days. */
export const BalancesPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(ledgerTexts)
  const today = beijingDay(serviceClock.now())
  const [from, until] = [dayIn(query, 'from') ?? today, dayIn(query, 'until') ?? today]
  const unit = unitIn(query)
  const balances = useResource(`balances ${from} ${until} ${unit}`, (signal) =>
    service()
      .operator.ledger.balances({ from, until, unit }, { signal })
      .catch((error) => {
        // Only other days help: asking for the same again does not.
        if (isProblem(error, 'invalid_day_range')) return undefined
        throw error
      }),
  )
  const days = [
    { name: 'from', label: texts.from, value: from },
    { name: 'until', label: texts.until, value: until },
  ]
  return (
    <Page title={texts.balances} lead={texts.balancesLead} wide>
      <div className="stack below">
        <Days path={PATH} query={query} days={days} />
        <Filters path={PATH} query={query} filters={[unitFilter(language)]} />
        <Read of={balances}>
          {(of) =>
            of ? (
              <Lines of={of} place={{ path: PATH, query }} />
            ) : (
              <Banner tone="warn">
                <p role="alert">{texts.rangeWrong}</p>
              </Banner>
            )
          }
        </Read>
      </div>
    </Page>
  )
}
