import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Id } from '../controls/id.tsx'
import { shortened } from '../controls/shortened.ts'
import { DeedButton } from '../deed/deed-button.tsx'
import { subjectPage } from '../deeds/subject.ts'
import { type At, cursorsIn } from '../lists/address.ts'
import { Filters } from '../lists/filters.tsx'
import { Paging } from '../lists/paging.tsx'
import { type Column, Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { reasonWords } from '../words/reason-words.ts'
import { useWords } from '../words/use-words.ts'
import { wordIn } from '../words/word.ts'
import { Attempts } from './attempts.tsx'
import { webhookDeedTexts } from './deed-texts.ts'
import { aboutWords, eventWords } from './event-words.ts'
import { deliveryWords, webhookTexts } from './texts.ts'
import { type Delivery, type Endpoint, redeliverDeed } from './webhook-deeds.ts'

const LIMIT = 25
const STATES = ['pending', 'taken', 'failed'] as const
const tones = { pending: 'info', taken: 'good', failed: 'danger' } as const

const isLater = (at: string | null): at is string => at !== null && Date.parse(at) > serviceClock.now()

const What = ({ of: { type, eventId } }: { of: Delivery }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  return (
    <span className="two-lines">
      <strong>{word(eventWords, type)}</strong>
      <code className="quiet">{type}</code>
      <Id label={texts.eventId} text={eventId} />
    </span>
  )
}

/** What it happened to, with the page of that for whoever may see it; its id to copy for others. */
const About = ({ of: { subject, sequence } }: { of: Delivery }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  const may = useMay()
  const { kind, id } = subject
  const page = subjectPage(`${kind}:${id}`)
  const name = word(aboutWords, kind)
  return (
    <span className="two-lines">
      {page !== undefined && may(page.right) ? (
        <Link to={page.to} className="standing">
          <span>
            {name} <code title={id}>{shortened(id)}</code>
          </span>
        </Link>
      ) : (
        <span>
          {name} <Id label={name} text={id} />
        </span>
      )}
      <span className="quiet">{texts.sequence(sequence)}</span>
    </span>
  )
}

const State = ({ of: { status, reason, nextAt } }: { of: Delivery }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  return (
    <span className="line">
      <Tag tone={tones[status]}>{word(deliveryWords, status)}</Tag>
      {reason !== null && <span>{word(reasonWords, reason)}</span>}
      {status === 'pending' && (
        <span className="quiet">
          {isLater(nextAt) ? (
            <>
              {texts.next}
              <Time at={nextAt} />
            </>
          ) : (
            texts.nextSoon
          )}
        </span>
      )}
    </span>
  )
}

/** One that is owed now is under way by itself, and an endpoint that is disabled gets nothing. */
const canGoAgain = ({ status }: Endpoint, delivery: Delivery): boolean =>
  status === 'enabled' && (delivery.status !== 'pending' || isLater(delivery.nextAt))

const useColumns = (endpoint: Endpoint, onDone: () => unknown): readonly Column<Delivery>[] => {
  const language = useLanguage()
  const texts = useTexts(webhookTexts)
  const short = useTexts(webhookDeedTexts).redeliverShort
  const may = useMay()
  const deed: Column<Delivery> = {
    name: 'deed',
    head: texts.deed,
    cell: (of) =>
      canGoAgain(endpoint, of) && (
        <DeedButton deed={redeliverDeed(endpoint, of, language)} short={short} onDone={onDone} onStale={onDone} />
      ),
  }
  return [
    { name: 'owedAt', head: texts.owedAt, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { name: 'event', head: texts.event, cell: (of) => <What of={of} /> },
    { name: 'about', head: texts.about, cell: (of) => <About of={of} /> },
    { name: 'state', head: texts.state, cell: (of) => <State of={of} /> },
    { name: 'attempts', head: texts.attempts, cell: (of) => <Attempts of={of} /> },
    ...(may('manage_webhooks') && endpoint.status === 'enabled' ? [deed] : []),
  ]
}

type DeliveriesProps = {
  endpoint: Endpoint
  query: URLSearchParams
  /** After a deed, of whichever kind: what it brings about is looked for by itself for a while. */
  isLookedFor: () => boolean
  onDone: () => unknown
}

/** What an endpoint is owed or was, the newest first; which state and which page stand in the address. */
export const Deliveries = ({ endpoint, query, isLookedFor, onDone }: DeliveriesProps) => {
  const language = useLanguage()
  const texts = useTexts(webhookTexts)
  const status = STATES.find((one) => one === query.get('status'))
  const cursor = cursorsIn(query).at(-1)
  const page = useResource(
    `deliveries ${endpoint.id} ${endpoint.status} ${status} ${cursor}`,
    (signal) =>
      service()
        .operator.webhooks.deliveries(endpoint.id, { limit: LIMIT, ...(status && { status }), signal })
        .page(cursor),
    { polls: ({ items }) => isLookedFor() && items.some((one) => one.status === 'pending') },
  )
  const columns = useColumns(endpoint, () => Promise.all([onDone(), page.read()]))
  const place: At = { path: `/console/webhooks/${endpoint.id}`, query }
  return (
    <section className="stack below">
      <h2>{texts.deliveries}</h2>
      <Filters
        {...place}
        filters={[
          {
            name: 'status',
            label: texts.state,
            options: [
              { value: '', text: texts.all },
              ...STATES.map((value) => ({ value, text: wordIn(deliveryWords, value, language) })),
            ],
          },
        ]}
      />
      <Read of={page}>
        {({ items, nextCursor }) => (
          <div className="stack">
            <Table
              caption={texts.deliveries}
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              empty={status === undefined && cursor === undefined ? texts.noDeliveries : texts.noneSo}
            />
            <Paging place={place} next={nextCursor} />
          </div>
        )}
      </Read>
    </section>
  )
}
