import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { cursorsIn } from '../lists/address.ts'
import { Filters } from '../lists/filters.tsx'
import { Paging } from '../lists/paging.tsx'
import { Table } from '../lists/table.tsx'
import { navigation } from '../navigation.ts'
import { queues } from '../queues.ts'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { alarmTold, becauseTold } from './alarm-words.ts'
import { alarmTexts } from './texts.ts'

const PATH = '/console/alarms'
const LIMIT = 50
/** The first holds without a word in the address. */
const STATES = ['ringing', 'unknown', 'quiet'] as const

type Alarm = Answer<'GET /v1/operator/alarms'>['alarms'][number]

/** Pages that show what an alarm is about, as the navigation names them; those one may not open are left out. */
const Shown = ({ paths }: { paths: readonly string[] }) => {
  const language = useLanguage()
  const texts = useTexts(alarmTexts)
  const may = useMay()
  const named = [
    ...queues.map(({ path, right, texts: of }) => ({ to: path, right, name: of[language].name })),
    ...navigation.map(({ to, right, name }) => ({ to, right, name: name[language] })),
  ]
  const links = paths.flatMap((path) => {
    // A page below one of those, of a single queue for instance, goes by its name.
    const page = named.find(({ to }) => path === to) ?? named.find(({ to }) => path.startsWith(`${to}/`))
    return page && may(page.right) ? [{ path, name: page.name }] : []
  })
  if (links.length === 0) return null
  return (
    <p className="row">
      {links.map(({ path, name }) => (
        <Link key={path} to={path} className="button">
          {texts.open(name)}
        </Link>
      ))}
    </p>
  )
}

const Ringing = ({ of }: { of: readonly Alarm[] }) => {
  const language = useLanguage()
  const texts = useTexts(alarmTexts)
  return (
    <section className="stack">
      {of.length === 0 && <p className="card empty">{texts.none}</p>}
      {of.map((alarm) => {
        const { name, because, since } = alarm
        const { happened, impact, advice, pages } = alarmTold(alarm, language)
        return (
          <article key={name} className="card stack consequence-danger consequence">
            <h2>{happened}</h2>
            <Shown paths={pages} />
            <Facts
              of={[
                [texts.since, <Time key="since" at={since} />],
                [texts.because, becauseTold(because, language)],
                [texts.impact, impact],
                [texts.advice, advice],
                [texts.name, <Id key="name" label={texts.name} text={name} whole />],
              ]}
            />
          </article>
        )
      })}
    </section>
  )
}

const Others = ({ of }: { of: readonly Alarm[] }) => {
  const language = useLanguage()
  const texts = useTexts(alarmTexts)
  return (
    <Table
      caption={texts.title}
      rows={of}
      columns={[
        {
          name: 'about',
          head: texts.about,
          cell: (alarm) => <span className="wraps">{alarmTold(alarm, language).happened}</span>,
        },
        {
          name: 'impact',
          head: texts.impact,
          cell: (alarm) => <span className="wraps">{alarmTold(alarm, language).impact}</span>,
          wideOnly: true,
        },
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
