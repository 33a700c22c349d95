import type { Answer } from 'shiming-client'
import { orderStages } from '../../../functions/analytics/sources/order-stages.ts'
import { goodKinds } from '../../../functions/payment/good-kinds.ts'
import { dayAfter } from '../../../shared/kernel/days.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Id } from '../controls/id.tsx'
import { dayIn } from '../lists/address.ts'
import { Days } from '../lists/days.tsx'
import { Filters } from '../lists/filters.tsx'
import { List } from '../lists/list.tsx'
import type { Column } from '../lists/table.tsx'
import type { ListAsked, ListPage } from '../queue/queue.ts'
import { service } from '../service.ts'
import { channelWords, goodWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { wordIn } from '../words/word.ts'
import { listTexts, outcomeWords, stageWords } from './list-texts.ts'

type Order = Answer<'GET /v1/operator/orders'>['orders'][number]

const PATH = '/console/orders'
/** What is looked at without days in the address. */
const BY_DEFAULT = 7
/** Days without any such order are passed over, so often. */
const MOST_READS = 8

const daysIn = (query: URLSearchParams): { from: string; to: string } => {
  const to = dayIn(query, 'to') ?? beijingDay(serviceClock.now())
  return { from: dayIn(query, 'from') ?? dayAfter(to, 1 - BY_DEFAULT), to }
}

const readOrders = async ({ cursor, limit, query, signal }: ListAsked): Promise<ListPage<Order>> => {
  const stage = orderStages.find((one) => one === query.get('stage')) ?? 'opened'
  const good = goodKinds.find((one) => one === query.get('good'))
  const list = service().operator.orders.list({ ...daysIn(query), stage, ...(good && { good }), limit, signal })
  let page = await list.page(cursor)
  for (let reads = 1; page.items.length === 0 && page.nextCursor !== null && reads < MOST_READS; reads += 1)
    page = await list.page(page.nextCursor)
  return { rows: page.items, nextCursor: page.nextCursor }
}

const useColumns = (): readonly Column<Order>[] => {
  const texts = useTexts(listTexts)
  const word = useWords()
  return [
    { name: 'createdAt', head: texts.createdAt, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { name: 'good', head: texts.good, cell: ({ kind }) => word(goodWords, kind) },
    {
      name: 'offer',
      head: texts.offer,
      cell: ({ offer }) => offer !== null && word(goodWords, offer),
      wideOnly: true,
    },
    { name: 'amount', head: texts.amount, end: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
    {
      name: 'channel',
      head: texts.channel,
      cell: ({ channel }) => channel !== null && word(channelWords, channel),
      wideOnly: true,
    },
    { name: 'outcome', head: texts.outcome, cell: ({ outcome }) => word(outcomeWords, outcome ?? 'open') },
    { name: 'id', head: texts.id, wideOnly: true, cell: ({ id }) => <Id label={texts.id} text={id} /> },
  ]
}

/** Orders of days that came so far: what the numbers of the funnel count. */
export const OrdersPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(listTexts)
  const columns = useColumns()
  const { from, to } = daysIn(query)
  const place = { path: PATH, query }
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <Days
          {...place}
          days={[
            { name: 'from', label: texts.from, value: from },
            { name: 'to', label: texts.to, value: to },
          ]}
        />
        <Filters
          {...place}
          filters={[
            {
              name: 'stage',
              label: texts.stage,
              options: orderStages.map((value) => ({ value, text: wordIn(stageWords, value, language) })),
            },
            {
              name: 'good',
              label: texts.good,
              options: [
                { value: '', text: texts.all },
                ...goodKinds.map((value) => ({ value, text: wordIn(goodWords, value, language) })),
              ],
            },
          ]}
        />
        <List
          name="orders"
          {...place}
          list={readOrders}
          columns={columns}
          keyOf={({ id }) => id}
          to={({ id }) => `/console/orders/${id}`}
          caption={texts.title}
          empty={texts.none}
        />
      </div>
    </Page>
  )
}
