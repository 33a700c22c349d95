import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import type { Found, Own } from './own.ts'
import { ownCertificateTexts } from './texts.ts'

type RenewalCardProps = { app: Found['app']; of: Own }

/** Where somebody renews, or sees what became of that. */
const WayOn = ({ app, label }: { app: Found['app']; label: string }) => {
  const texts = useTexts(ownCertificateTexts)
  return app.openApplication === null ? (
    <Link to={`/developer/apps/${app.id}/certification`} className="button button-wide">
      {label}
    </Link>
  ) : (
    <Link to={`/developer/applications/${app.openApplication}`} className="button button-wide">
      {texts.renewOpen}
    </Link>
  )
}

/** Until when a certificate counts if it is renewed, from when on nothing is lost by that, and the way there. */
export const RenewalCard = ({ app, of: { answer, renewal } }: RenewalCardProps) => {
  const texts = useTexts(ownCertificateTexts)
  if (renewal === null)
    return (
      <section className="card stack">
        <h2>{texts.applyAnew}</h2>
        <p>{texts.revoked}</p>
        <WayOn app={app} label={texts.applyAnew} />
      </section>
    )
  const told = answer === 'expired' ? texts.renewalOver : renewal.isOpen ? texts.renewalNow : texts.renewalLater
  return (
    <section className="card stack">
      <h2>{texts.renewal}</h2>
      <p>{texts.renewalMore}</p>
      <dl className="facts">
        <div>
          <dt>{texts.renewalFrom}</dt>
          <dd>
            <Time at={renewal.from} dayOnly />
          </dd>
        </div>
        <div>
          <dt>{texts.renewalUntil}</dt>
          <dd>
            <Time at={renewal.until} dayOnly />
          </dd>
        </div>
      </dl>
      <p>{told}</p>
      <WayOn app={app} label={texts.renew} />
      <p className="quiet">{texts.reminders}</p>
    </section>
  )
}
