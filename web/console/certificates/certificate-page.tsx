import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { DeedButton } from '../deed/deed-button.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { type Certificate, toneOf } from './certificate.ts'
import { certificateDeeds } from './certificate-deeds.ts'
import { CertificateFacts, CertificateHistory, CertificatePageCard, Reports } from './certificate-facts.tsx'
import { certificateTexts, reasonWords, statusWords } from './texts.ts'

/** The way to a case about it that waits. */
const Waits = ({ review, children }: { review: string | null; children: string }) =>
  review && (
    <Link to={`/console/reviews/${review}`} className="standing">
      {children}
    </Link>
  )

const Head = ({ of, onDone }: { of: Certificate; onDone: () => unknown }) => {
  const language = useLanguage()
  const texts = useTexts(certificateTexts)
  const word = useWords()
  const may = useMay()
  return (
    <div className="case-head">
      <Tag tone={toneOf(of.status)}>{word(statusWords, of.status)}</Tag>
      {of.reason !== null && <span>{word(reasonWords, of.reason)}</span>}
      <Waits review={of.openReport}>{texts.openReport}</Waits>
      <Waits review={of.openAppeal}>{texts.openAppeal}</Waits>
      <Waits review={of.openPage}>{texts.openPage}</Waits>
      <DeedsLink subject={`certificate:${of.id}`} />
      <div className="acts">
        {may('review_cases') &&
          certificateDeeds(of, language).map((deed, at) => (
            <DeedButton key={deed.name} deed={deed} isFirst={at === 0} onDone={onDone} onStale={onDone} />
          ))}
      </div>
    </div>
  )
}

/** One certificate: how it stands, what became of it, what was reported, and what can be done. */
export const CertificatePage = ({ params }: PageTold) => {
  const texts = useTexts(certificateTexts)
  const { id = '' } = params
  const certificate = useResource(`certificate ${id}`, (signal) => service().operator.certificates.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Read of={certificate}>
        {(of) => (
          <>
            <Head of={of} onDone={certificate.read} />
            <div className="case case-three">
              <div className="case-part">
                <CertificateFacts of={of} />
              </div>
              <div className="case-part">
                <Reports of={of} />
                <CertificatePageCard of={of} />
              </div>
              <div className="case-part">
                <CertificateHistory of={of} />
              </div>
            </div>
          </>
        )}
      </Read>
    </Page>
  )
}
