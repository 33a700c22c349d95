import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { alarmTexts } from './texts.ts'

type Alarm = Answer<'GET /v1/operator/alarms'>['alarms'][number]

const Ringing = ({ of }: { of: readonly Alarm[] }) => {
  const texts = useTexts(alarmTexts)
  return (
    <section className="stack">
      <h2>{texts.ringing(of.length)}</h2>
      {of.length === 0 && <p className="card empty">{texts.none}</p>}
      {of.map(({ name, impact, advice, because, since }) => (
        <article key={name} className="card stack consequence-danger consequence">
          <h3>{impact}</h3>
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

const Others = ({ heading, of }: { heading: string; of: readonly Alarm[] }) => {
  const texts = useTexts(alarmTexts)
  if (of.length === 0) return null
  return (
    <details>
      <summary className="card">
        <h2>{heading}</h2>
      </summary>
      <Table
        caption={heading}
        rows={of}
        columns={[
          { name: 'impact', head: texts.impact, cell: ({ impact }) => impact },
          { name: 'advice', head: texts.advice, cell: ({ advice }) => advice, wideOnly: true },
          { name: 'since', head: texts.since, cell: ({ since }) => <Time at={since} /> },
        ]}
        keyOf={({ name }) => name}
        empty=""
      />
    </details>
  )
}

/** Every alarm: those that ring with all that is known of them, then the others. */
export const AlarmsPage = () => {
  const texts = useTexts(alarmTexts)
  const alarms = useResource('alarms', (signal) => service().operator.alarms({ signal }))
  const those = (of: readonly Alarm[], state: Alarm['state']) => of.filter((one) => one.state === state)
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <Read of={alarms}>
        {({ alarms: all }) => (
          <div className="stack below">
            <Ringing of={those(all, 'ringing')} />
            <Others heading={texts.quietGroup(those(all, 'quiet').length)} of={those(all, 'quiet')} />
            <Others heading={texts.unknownGroup(those(all, 'unknown').length)} of={those(all, 'unknown')} />
          </div>
        )}
      </Read>
    </Page>
  )
}
