import type { Application } from 'shiming-client'
import { namingReasons, qualificationReasons } from '../../../functions/certification/deciding/words.ts'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { resultTexts } from './result-texts.ts'
import { certificationTexts } from './texts.ts'

type Words = Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>>

const reasonText = (words: Words, reason: string | null, language: 'zh' | 'en'): string =>
  (reason !== null && words[reason]?.[language]) || ''

/** What came of it, as the two verdicts: who the applicant is, and what the app may be called. */
const Certified = ({ of: { app, names, naming } }: { of: Application }) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  const { toCertificate } = useTexts(certificationTexts)
  const isKept = naming.verdict === 'refused'
  return (
    <>
      <h2>{isKept ? texts.resultKept(names.from) : texts.resultCertified(names.to)}</h2>
      {isKept && (
        <Banner tone="warn">
          <p>
            <strong>{texts.namingRefused}</strong>
          </p>
          <p>{reasonText(namingReasons, naming.reason, language)}</p>
        </Banner>
      )}
      <p>{texts.certificateMore}</p>
      <Link to={`/developer/apps/${app}/certificate`} className="button button-main button-wide">
        {toCertificate}
      </Link>
    </>
  )
}

const Refused = ({ of: { qualification, review } }: { of: Application }) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  return (
    <>
      <h2>{texts.resultRefused}</h2>
      <p>{reasonText(qualificationReasons, qualification.reason, language)}</p>
      {review !== null && (
        <>
          <p>{texts.appealMore}</p>
          <Link to={`/cases/${encodeURIComponent(review)}`} className="button button-wide">
            {texts.appeal}
          </Link>
        </>
      )}
    </>
  )
}

const ends = {
  withdrawn: 'endWithdrawn',
  confirmation_expired: 'endConfirmation',
  payment_expired: 'endPayment',
  correction_expired: 'endCorrection',
  payment_reversed: 'endReversed',
} as const

const Ended = ({ of: { status, steps } }: { of: Application }) => {
  const texts = useTexts(resultTexts)
  const words = useTexts(certificationTexts)
  const isAbandoned = steps.at(-1)?.on === 'abandoned'
  if (!Object.hasOwn(ends, status)) return null
  return (
    <>
      <h2>{words[status]}</h2>
      <p>{isAbandoned ? texts.endDraft : texts[ends[status as keyof typeof ends]]}</p>
    </>
  )
}

/** How it ended, why, and what can be done next. */
export const ResultCard = ({ of }: { of: Application }) => {
  const texts = useTexts(certificationTexts)
  return (
    <section className="card stack">
      {of.status === 'certified' && <Certified of={of} />}
      {of.status === 'refused' && <Refused of={of} />}
      <Ended of={of} />
      {of.status !== 'certified' && (
        <Link to={`/developer/apps/${of.app}/certification`} className="button button-main button-wide">
          {texts.applyAnew}
        </Link>
      )}
      {of.status === 'refused' && <WhomToAsk about={of.id} />}
    </section>
  )
}
