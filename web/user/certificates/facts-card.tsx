import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { appTexts } from '../apps/texts.ts'
import type { Known } from './certificate.ts'
import { certificatesTexts } from './texts.ts'

const Subject = ({ of: { subject } }: { of: Known }) => {
  const texts = useTexts(certificatesTexts)
  return (
    <>
      <div>
        <dt>{texts.subject}</dt>
        <dd>{subject.name ?? texts.individual}</dd>
      </div>
      {subject.creditCode !== null && (
        <>
          <div>
            <dt>{texts.creditCode}</dt>
            <dd className="number">{subject.creditCode}</dd>
          </div>
          <div>
            <dt>{texts.subjectKind}</dt>
            <dd>{texts[subject.kind]}</dd>
          </div>
        </>
      )}
    </>
  )
}

/** What a certificate says: of which app, of whom, and for how long. */
export const FactsCard = ({ of }: { of: Known }) => {
  const texts = useTexts(certificatesTexts)
  const apps = useTexts(appTexts)
  const { id, name, app, issuedAt, validUntil, checkedAt } = of
  return (
    <section className="card stack">
      <h2>{texts.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.name}</dt>
          <dd>{name}</dd>
        </div>
        <Subject of={of} />
        <div>
          <dt>{texts.app}</dt>
          <dd>{apps[app.kind]}</dd>
        </div>
        {app.platformIds.map(({ platform, id: called }) => (
          <div key={platform}>
            <dt>{apps[platform]}</dt>
            <dd className="number">{called}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.id}</dt>
          <dd className="number">{groupedId(id)}</dd>
        </div>
        <div>
          <dt>{texts.issued}</dt>
          <dd>
            <Time at={issuedAt} dayOnly />
          </dd>
        </div>
        <div>
          <dt>{texts.validUntil}</dt>
          <dd>
            <Time at={validUntil} whole />
          </dd>
        </div>
        <div>
          <dt>{texts.checked}</dt>
          <dd>
            <Time at={checkedAt} dayOnly />
          </dd>
        </div>
      </dl>
      {of.subject.name === null && <p className="quiet">{texts.individualMore}</p>}
    </section>
  )
}
