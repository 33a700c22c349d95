import type { Answer } from 'shiming-client'
import { useTexts } from '../../../shared/language.ts'
import { Link, Page, type PageTold } from '../../../shared/router/page.tsx'
import { mine } from '../../../shared/service.ts'
import { Read } from '../../../shared/state/read.tsx'
import { useResource } from '../../../shared/state/use-resource.ts'
import { certificationTexts } from '../texts.ts'
import { ApplicantForm } from './applicant-form.tsx'
import { ApplicantLine } from './applicant-line.tsx'
import type { ApplicantTerms } from './applicant-terms.ts'
import { applicantTexts } from './texts.ts'

type Found = { applicants: Answer<'GET /v1/applicants'>['applicants']; most: number; terms: ApplicantTerms }

const find = async (signal: AbortSignal): Promise<Found> => {
  const [kept, terms] = await Promise.all([mine().applicants.list({ signal }), mine().applicants.terms({ signal })])
  return { ...kept, terms }
}

const Cards = ({ found: { applicants, most, terms }, read }: { found: Found; read: () => Promise<void> }) => {
  const texts = useTexts(applicantTexts)
  return (
    <>
      <section className="card stack">
        <h2>{texts.mine}</h2>
        {applicants.length === 0 && <p className="quiet">{texts.none}</p>}
        {applicants.length > 0 && (
          <ul className="list">
            {applicants.map((one) => (
              <ApplicantLine key={one.id} of={one} terms={terms} read={read} />
            ))}
          </ul>
        )}
      </section>
      {applicants.length < most ? (
        <ApplicantForm hasMyself={applicants.some(({ kind }) => kind === 'individual')} terms={terms} onAdded={read} />
      ) : (
        <p className="card">{texts.full(most)}</p>
      )}
    </>
  )
}

const ID = /^[\da-f]{32}$/

/** The application that somebody came from, or where they were about to begin one. */
const cameFrom = (query: URLSearchParams): string | undefined => {
  const app = query.get('app') ?? ''
  const application = query.get('application') ?? ''
  if (ID.test(application)) return `/developer/applications/${application}`
  return ID.test(app) ? `/developer/apps/${app}/certification` : undefined
}

/** W2 whom the account applies for: what is known of each, having an organisation looked up, and adding one. */
export const ApplicantsPage = ({ query }: PageTold) => {
  const texts = useTexts(applicantTexts)
  const { toApps, toApplication } = useTexts(certificationTexts)
  const from = cameFrom(query)
  const found = useResource('applicants', find, {
    polls: ({ applicants }) => applicants.some(({ status }) => status === 'checking'),
  })
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>{(value) => <Cards found={value} read={found.read} />}</Read>
        {from !== undefined && (
          <Link to={from} className="button button-wide">
            {toApplication}
          </Link>
        )}
        <Link to="/developer" className="standing">
          {toApps}
        </Link>
      </div>
    </Page>
  )
}
