import { SECOND } from '../../../shared/kernel/time.ts'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { askAbout, type Certificate, idTyped, isKnown, type Known } from './certificate.ts'
import { CompareCard, ProgramsCard } from './compare-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { FormerNamesCard, HistoryCard } from './history-card.tsx'
import { LookUpForm } from './look-up-form.tsx'
import { ReportCard } from './report-card.tsx'
import { certificatesTexts } from './texts.ts'
import { certificateWords, tones, wordOfReason } from './words.ts'

/** W7 an answer that stands on the page is never older than a minute: it is asked for twice in one. */
const EVERY = 30 * SECOND

/** How it stands now, in words for whoever has never seen one. */
const AnswerCard = ({ of }: { of: Known }) => {
  const texts = useTexts(certificatesTexts)
  const words = useTexts(certificateWords)
  // The last that happened to it says why it stands as it does.
  const because = of.answer === 'valid' ? undefined : wordOfReason(of.history.at(-1)?.reason ?? null)
  return (
    <section className="card stack">
      <Status>
        <Banner tone={tones[of.answer]}>
          <p>
            <strong>{words[of.answer]}</strong>
          </p>
          <p>{texts[of.answer]}</p>
          {because && <p>{texts.because(words[because])}</p>}
        </Banner>
      </Status>
      <p className="quiet">
        {texts.asOf} <Time at={of.asOf} whole />
      </p>
    </section>
  )
}

const Found = ({ of }: { of: Known }) => (
  <>
    <AnswerCard of={of} />
    <FactsCard of={of} />
    <CompareCard of={of} />
    <FormerNamesCard of={of} />
    <HistoryCard of={of} />
    {(of.answer === 'valid' || of.answer === 'suspended') && <ReportCard id={of.id} />}
    <ProgramsCard of={of} />
  </>
)

/** There is none of that number, or what was typed is none. */
const NonePage = ({ isMistyped }: { isMistyped: boolean }) => {
  const texts = useTexts(certificatesTexts)
  const words = useTexts(certificateWords)
  return (
    <Page title={isMistyped ? texts.titleMistyped : texts.titleUnknown} over>
      <div className="stack below">
        <Status>
          <Banner tone="danger">
            <p>
              <strong>{words.unknown}</strong>
            </p>
            <p>{isMistyped ? texts.mistyped : texts.unknown}</p>
          </Banner>
        </Status>
        <section className="card">
          <LookUpForm />
        </section>
        <WhomToAsk />
      </div>
    </Page>
  )
}

const Looked = ({ id }: { id: string }) => {
  const texts = useTexts(certificatesTexts)
  const found = useResource<Certificate>(`certificate ${id}`, (signal) => askAbout(id, signal), {
    // Whoever guesses is counted.
    polls: isKnown,
    every: EVERY,
  })
  const { known } = found
  const of = known.is === 'ok' && isKnown(known.value) ? known.value : undefined
  if (known.is === 'ok' && !of) return <NonePage isMistyped={false} />
  return (
    <Page title={of?.name ?? texts.title} lead={<Status>{of ? texts[`lead_${of.answer}`] : null}</Status>}>
      <div className="stack below">
        <Read of={found}>{(value) => (isKnown(value) ? <Found of={value} /> : null)}</Read>
        <Link to="/certificates" className="standing">
          {texts.another}
        </Link>
      </div>
    </Page>
  )
}

/** W7 what anybody is told of a certificate: whether it counts now, of whom it is and for which app, and how to be sure. */
export const CertificatePage = ({ params }: PageTold) => {
  const id = idTyped(params.id ?? '')
  return id === undefined ? <NonePage isMistyped /> : <Looked id={id} />
}
