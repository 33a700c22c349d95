import { Fragment } from 'react'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { useWhile } from '../deed/use-while.ts'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { whoMay } from '../session/who-may.ts'
import { useWords } from '../words/use-words.ts'
import { Deliveries } from './deliveries.tsx'
import { EndpointTag, FailingSince } from './endpoint-state.tsx'
import { eventWords } from './event-words.ts'
import { disabledWords, webhookTexts } from './texts.ts'
import { type Endpoint, switchDeed } from './webhook-deeds.ts'

type Of = { of: Endpoint }

const Head = ({ of, onDone }: Of & { onDone: () => unknown }) => {
  const language = useLanguage()
  const texts = useTexts(webhookTexts)
  const may = useMay()
  const deed = switchDeed(of, language)
  return (
    <div className="case-head">
      <EndpointTag of={of} />
      <DeedsLink subject={`endpoint:${of.id}`} />
      <div className="acts">
        {may('manage_webhooks') ? (
          <DeedButton key={deed.name} deed={deed} isFirst onDone={onDone} />
        ) : (
          <span className="quiet">{texts.notYours(whoMay('manage_webhooks', language))}</span>
        )}
      </div>
    </div>
  )
}

/** What it listens to, each in words and as the platform gave it. */
const Listens = ({ to }: { to: readonly string[] }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  return to.map((one, at) => (
    <Fragment key={one}>
      {at > 0 && texts.between}
      {word(eventWords, one)} <code className="quiet">{one}</code>
    </Fragment>
  ))
}

const About = ({ of }: Of) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  return (
    <section className="card facts-wide below">
      <Facts
        of={[
          [texts.url, <Id key="url" label={texts.url} text={of.url} whole />],
          [texts.description, of.description],
          [texts.because, of.disabledBecause && word(disabledWords, of.disabledBecause)],
          [texts.disabledAt, of.disabledAt !== null && <Time key="disabled" at={of.disabledAt} />],
          [texts.slowedUntil, of.slowedUntil !== null && <Time key="slowed" at={of.slowedUntil} />],
          [texts.failingSince, of.failingSince !== null && <FailingSince key="failing" of={of} />],
          [texts.listens, <Listens key="listens" to={of.events} />],
          [texts.createdAt, <Time key="created" at={of.createdAt} />],
          [texts.publicKey, <Id key="key" label={texts.publicKey} text={of.publicKey} whole />],
          [texts.id, <Id key="id" label={texts.id} text={of.id} whole />],
        ]}
      />
    </section>
  )
}

const Gone = () => {
  const texts = useTexts(webhookTexts)
  return (
    <div className="card stack below">
      <p>{texts.gone}</p>
      <Link to="/console/webhooks" className="button">
        {texts.toAll}
      </Link>
    </div>
  )
}

/** One endpoint of the platform: how it stands, what was delivered to it, and what can be done. */
export const EndpointPage = ({ params, query }: PageTold) => {
  const texts = useTexts(webhookTexts)
  const { id = '' } = params
  const after = useWhile()
  const endpoint = useResource(
    `webhook endpoint ${id}`,
    async (signal) => (await service().operator.webhooks.list({ signal })).endpoints.find((one) => one.id === id),
    // What is delivered again may be the first that it takes.
    { polls: (of) => after.isOn() && of !== undefined && of.failingSince !== null },
  )
  const done = (): Promise<void> => {
    after.begin()
    return endpoint.read()
  }
  return (
    <Page title={texts.endpoint} wide>
      <Read of={endpoint}>
        {(of) =>
          of === undefined ? (
            <Gone />
          ) : (
            <>
              <Head of={of} onDone={done} />
              <About of={of} />
              <Deliveries endpoint={of} query={query} isLookedFor={after.isOn} onDone={done} />
            </>
          )
        }
      </Read>
    </Page>
  )
}
