import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { cursorsIn } from '../lists/address.ts'
import { Filters } from '../lists/filters.tsx'
import { Paging } from '../lists/paging.tsx'
import { Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { alarmTexts } from './texts.ts'

const PATH = '/console/alarms'
const LIMIT = 50
/** The first holds without a word in the address. */
const STATES = ['ringing', 'unknown', 'quiet'] as const

type Alarm = Answer<'GET /v1/operator/alarms'>['alarms'][number]

const Ringing = ({ of }: { of: readonly Alarm[] }) => {
  const texts = useTexts(alarmTexts)
  return (
    <section className="stack">
      {of.length === 0 && <p className="card empty">{texts.none}</p>}
      {of.map(({ name, impact, advice, because, since }) => (
        <article key={name} className="card stack consequence-danger consequence">
          <h2>{impact}</h2>
          <p>{advice}</p>
          <Facts
            of={[
              [texts.since, <Time key="since" at={since} />],
              [texts.because, because],
              [texts.name, <Id key="name" label={texts.name} text={name} whole />],
            ]}
          />
        </article>
      ))}
    </section>
  )
}

const Others = ({ of }: { of: readonly Alarm[] }) => {
  const texts = useTexts(alarmTexts)
  return (
    <Table
      caption={texts.title}
      rows={of}
      columns={[
        { name: 'impact', head: texts.impact, cell: ({ impact }) => impact },
        { name: 'advice', head: texts.advice, cell: ({ advice }) => advice, wideOnly: true },
        { name: 'since', head: texts.since, cell: ({ since }) => <Time at={since} /> },
      ]}
      keyOf={({ name }) => name}
      empty={texts.noneSo}
    />
  )
}

const stateIn = (query: URLSearchParams): Alarm['state'] =>
  STATES.find((state) => state === query.get('state')) ?? 'ringing'

/** Alarms in one state, which stands in the address; of those that ring all that is known. */
export const AlarmsPage = ({ query }: PageTold) => {
  const texts = useTexts(alarmTexts)
  const state = stateIn(query)
  const cursor = cursorsIn(query).at(-1)
  const alarms = useResource(`alarms ${state} ${cursor}`, (signal) =>
    service().operator.alarms.list({ state, limit: LIMIT, signal }).page(cursor),
  )
  const place = { path: PATH, query }
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <Read of={alarms}>
        {({ items, counts, nextCursor }) => (
          <div className="stack below">
            <Filters
              {...place}
              filters={[
                {
                  name: 'state',
                  label: texts.state,
                  options: STATES.map((value) => ({ value, text: texts[value](counts[value]) })),
                },
              ]}
            />
            {state === 'ringing' ? <Ringing of={items} /> : <Others of={items} />}
            <Paging place={place} next={nextCursor} />
          </div>
        )}
      </Read>
    </Page>
  )
}
