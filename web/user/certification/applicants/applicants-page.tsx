import type { Answer } from 'shiming-client'
import { useTexts } from '../../../shared/language.ts'
import { Link, Page, type PageTold } from '../../../shared/router/page.tsx'
import { mine } from '../../../shared/service.ts'
import { Read } from '../../../shared/state/read.tsx'
import { useResource } from '../../../shared/state/use-resource.ts'
import { certificationTexts } from '../texts.ts'
import { WayBack } from '../way-back.tsx'
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

/** W2 whom the account applies for: what is known of each, having an organisation looked up, and adding one. */
export const ApplicantsPage = ({ query }: PageTold) => {
  const texts = useTexts(applicantTexts)
  const { toApps } = useTexts(certificationTexts)
  const found = useResource('applicants', find, {
    polls: ({ applicants }) => applicants.some(({ status }) => status === 'checking'),
  })
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>{(value) => <Cards found={value} read={found.read} />}</Read>
        <WayBack query={query} />
        <Link to="/developer" className="standing">
          {toApps}
        </Link>
      </div>
    </Page>
  )
}
