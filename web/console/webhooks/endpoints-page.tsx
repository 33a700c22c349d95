import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { useWords } from '../words/use-words.ts'
import { EndpointTag, FailingSince } from './endpoint-state.tsx'
import { eventWords } from './event-words.ts'
import { disabledWords, webhookTexts } from './texts.ts'
import type { Endpoint } from './webhook-deeds.ts'

/** The others are on the endpoint's own page. */
const MOST_LISTENED = 2

const Listens = ({ to }: { to: readonly string[] }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  const words = to.slice(0, MOST_LISTENED).map((one) => word(eventWords, one))
  const left = to.length - words.length
  return (
    <span className="wraps">
      {words.join(texts.between)} {left > 0 && <span className="quiet">{texts.more(to.length)}</span>}
    </span>
  )
}

const useColumns = (): readonly Column<Endpoint>[] => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  return [
    { name: 'url', head: texts.url, cell: ({ url }) => <span className="wraps address">{url}</span> },
    {
      name: 'description',
      head: texts.description,
      cell: ({ description }) => description !== null && <span className="wraps">{description}</span>,
    },
    { name: 'listens', head: texts.listens, cell: ({ events }) => <Listens to={events} /> },
    {
      name: 'status',
      head: texts.status,
      cell: (of) => (
        <span className="line">
          <EndpointTag of={of} />
          {of.disabledBecause !== null && <span className="quiet">{word(disabledWords, of.disabledBecause)}</span>}
        </span>
      ),
    },
    { name: 'failing', head: texts.failingSince, cell: (of) => <FailingSince of={of} /> },
  ]
}

/** Where the platform takes events, and whether it does. */
export const EndpointsPage = () => {
  const texts = useTexts(webhookTexts)
  const columns = useColumns()
  const all = useResource('webhook endpoints', (signal) => service().operator.webhooks.list({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="below">
        <Read of={all}>
          {({ endpoints }) => (
            <Table
              caption={texts.title}
              rows={endpoints}
              columns={columns}
              keyOf={({ id }) => id}
              to={({ id }) => `/console/webhooks/${id}`}
              empty={texts.none}
            />
          )}
        </Read>
      </div>
    </Page>
  )
}
