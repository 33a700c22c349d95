import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { pageOf } from '../certificates/certificate.ts'
import { certificateWords, tones, wordOfReason } from '../certificates/words.ts'
import type { Own } from './own.ts'
import { ownCertificateTexts } from './texts.ts'

/** How a certificate stands, why, and what that means for its administrator. */
export const StandingCard = ({ of }: { of: Own }) => {
  const texts = useTexts(ownCertificateTexts)
  const words = useTexts(certificateWords)
  const { id, answer, name, validUntil, history, reasonWords, ways } = of
  const because = answer === 'valid' ? undefined : wordOfReason(history.at(-1)?.reason ?? null)
  return (
    <section className="card stack">
      <h2>{texts.standing}</h2>
      <Status>
        <Banner tone={tones[answer]}>
          <p>
            <strong>{words[answer]}</strong>
          </p>
          <p>{texts[answer]}</p>
          {because && <p>{texts.because(words[because])}</p>}
        </Banner>
      </Status>
      {reasonWords !== null && (
        <>
          <h3>{texts.reviewer}</h3>
          <p className="words">{reasonWords}</p>
        </>
      )}
      {ways.includes('ask_register') && (
        <Link to="/developer/applicants" className="button button-wide">
          {texts.askRegister}
        </Link>
      )}
      {ways.includes('verify') && (
        <Link to="/verify" className="button button-wide">
          {texts.verify}
        </Link>
      )}
      <dl className="facts">
        <div>
          <dt>{texts.id}</dt>
          <dd className="number">{groupedId(id)}</dd>
        </div>
        <div>
          <dt>{texts.name}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{texts.validUntil}</dt>
          <dd>
            <Time at={validUntil} whole />
          </dd>
        </div>
      </dl>
      <p className="quiet">{texts.public}</p>
      <Link to={pageOf(id)} className="button button-wide">
        {texts.open}
      </Link>
    </section>
  )
}
