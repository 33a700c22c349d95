import { Qr } from '../../shared/controls/qr.tsx'
import { useTexts } from '../../shared/language.ts'
import { addressOf, type Known } from './certificate.ts'
import { certificatesTexts } from './texts.ts'

/** How somebody makes sure that the app before them is the one of the certificate, and what that does not say. */
export const CompareCard = ({ of: { id, app } }: { of: Known }) => {
  const texts = useTexts(certificatesTexts)
  return (
    <section className="card stack">
      <h2>{texts.compare}</h2>
      <ol className="tight">
        <li>{texts.compareHost(location.host)}</li>
        <li>{texts.compareName}</li>
        <li>{app.platformIds.length > 0 ? texts.compareId : texts.compareNoId}</li>
      </ol>
      <p>
        <strong>{texts.quality}</strong>
      </p>
      <div className="centred">
        <Qr text={addressOf(id)} label={texts.qr} />
      </div>
      <p className="quiet centred">{texts.qr}</p>
    </section>
  )
}

/** Where programs find the same, signed. */
export const ProgramsCard = ({ of: { id } }: { of: Known }) => {
  const texts = useTexts(certificatesTexts)
  return (
    <section className="card stack">
      <h2>{texts.programs}</h2>
      <p>{texts.programsMore}</p>
      <p>
        <a className="standing" href={`/v1/certificates/${id}`}>
          {texts.json}
        </a>
      </p>
      <p>
        <a className="standing" href="/v1/certificate-keys">
          {texts.keys}
        </a>
      </p>
    </section>
  )
}
