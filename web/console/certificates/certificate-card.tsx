import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Facts } from '../controls/facts.tsx'
import { service, useResource } from '../service.ts'
import { useWords } from '../words/use-words.ts'
import { type Certificate, toneOf } from './certificate.ts'
import { CertificateHistory, CertificatePageCard, Reports } from './certificate-facts.tsx'
import { certificateTexts, reasonWords, statusWords } from './texts.ts'

const About = ({ of }: { of: Certificate }) => {
  const texts = useTexts(certificateTexts)
  const word = useWords()
  return (
    <section className="card stack">
      <h2>{texts.title}</h2>
      <div className="row">
        <Tag tone={toneOf(of.status)}>{word(statusWords, of.status)}</Tag>
        <code>{groupedId(of.id)}</code>
      </div>
      <Facts
        of={[
          [texts.name, of.name],
          [texts.subject, of.organisation?.name ?? texts.person],
          [texts.reason, of.reason && word(reasonWords, of.reason)],
          [texts.validUntil, <Time key="until" at={of.validUntil} />],
        ]}
      />
      <p>
        <Link to={`/console/certificates/${of.id}`} className="standing">
          {texts.open}
        </Link>
      </p>
    </section>
  )
}

/** The certificate that a case is about, with everything that whoever decides has to know of it. */
export const CertificateCard = ({ id, review }: { id: string; review: string }) => {
  const certificate = useResource(`certificate ${id}`, (signal) => service().operator.certificates.get(id, { signal }))
  return (
    <Read of={certificate}>
      {(of) => (
        <>
          <About of={of} />
          <Reports of={of} here={review} />
          <CertificatePageCard of={of} />
          <CertificateHistory of={of} />
        </>
      )}
    </Read>
  )
}
