import { Banner, Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { personTexts } from '../person/texts.ts'
import { AnswerCard, OverCard } from './answer-card.tsx'
import { PauseForm } from './pause-form.tsx'
import type { Proofing } from './proofing.ts'
import { notMeTexts } from './texts.ts'

/** Who was verified, masked, when and where. */
const Facts = ({ of }: { of: Proofing }) => {
  const texts = useTexts(notMeTexts)
  const labels = useTexts(personTexts)
  return (
    <section className="card stack">
      <p>{of.account === 'own' ? texts.leadOwn : texts.leadOther}</p>
      <dl className="facts">
        <div>
          <dt>{texts.platform}</dt>
          <dd>{of.platform.name}</dd>
        </div>
        <div>
          <dt>{labels.name}</dt>
          <dd>{of.name}</dd>
        </div>
        <div>
          <dt>{labels.idNumber}</dt>
          <dd className="number">{of.idNumber}</dd>
        </div>
        {of.phone !== null && (
          <div>
            <dt>{texts.phone}</dt>
            <dd className="number">{of.phone}</dd>
          </div>
        )}
        <div>
          <dt>{texts.at}</dt>
          <dd>
            <Time at={of.at} />
          </dd>
        </div>
        <div>
          <dt>{texts.way}</dt>
          <dd>{texts[of.way]}</dd>
        </div>
      </dl>
    </section>
  )
}

/** What became of it once somebody said that it was not them. */
const StandsCard = ({ of }: { of: Proofing }) => {
  const texts = useTexts(notMeTexts)
  const { status, review, pausedUntil } = of
  const told = status === 'told' ? '' : review === null ? texts.elsewhere : texts[status]
  return (
    <section className="card stack">
      <p>{told}</p>
      {pausedUntil !== null && (
        <Banner tone="good">
          {texts.paused}
          <Time at={pausedUntil} />
        </Banner>
      )}
      {review !== null && (
        <Link to={`/cases/${review}`} className="standing">
          {texts.toCase}
        </Link>
      )}
    </section>
  )
}

/** Whoever was told of a verification says whether it was them, and can have its account kept from sending. */
export const NotMePage = ({ params }: PageTold) => {
  const texts = useTexts(notMeTexts)
  const id = params.id ?? ''
  const found = useResource(`proofing ${id}`, (signal) => mine().proofings.get(id, { signal }))
  const { known } = found
  if (known.is === 'failed' && isProblem(known.error, 'not_found'))
    return <Page title={texts.unknown} lead={texts.unknownMore} />
  return (
    <Page title={texts.title}>
      <div className="stack below">
        <Read of={found}>
          {(of) => (
            <>
              <Facts of={of} />
              <Status>{of.status !== 'told' && <StandsCard of={of} />}</Status>
              {of.status === 'told' && of.canDisputeUntil !== null && <AnswerCard id={id} onDisputed={found.read} />}
              {of.status === 'told' && of.canDisputeUntil === null && <OverCard id={id} />}
              {of.canPause && <PauseForm id={id} onPaused={found.read} />}
            </>
          )}
        </Read>
      </div>
    </Page>
  )
}
