import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import type { Found, Own } from './own.ts'
import { ownCertificateTexts } from './texts.ts'

type RenewalCardProps = { app: Found['app']; of: Own }

type WayOnProps = { app: Found['app']; label: string; open: string; isNow: boolean }

/** Where somebody applies, or sees what became of that. `isNow`: it is what is to be done. */
const WayOn = ({ app, label, open, isNow }: WayOnProps) =>
  app.openApplication === null ? (
    <Link to={`/developer/apps/${app.id}/certification`} className={`button button-wide${isNow ? ' button-main' : ''}`}>
      {label}
    </Link>
  ) : (
    <Link to={`/developer/applications/${app.openApplication}`} className="button button-wide">
      {open}
    </Link>
  )

/** That it is time to renew it. */
const Due = ({ answer }: Pick<Own, 'answer'>) => {
  const texts = useTexts(ownCertificateTexts)
  return <Banner tone="warn">{answer === 'expired' ? texts.renewalOver : texts.renewalNow}</Banner>
}

/** Until when a certificate counts if it is renewed, from when on nothing is lost by that, and the way there. */
export const RenewalCard = ({ app, of }: RenewalCardProps) => {
  const texts = useTexts(ownCertificateTexts)
  const { renewal } = of
  const isApplied = app.openApplication !== null
  if (renewal === null)
    return (
      <section className="card stack">
        <h2>{texts.applyAnew}</h2>
        <p>{texts.revoked}</p>
        <WayOn app={app} label={texts.applyAnew} open={texts.applyOpen} isNow={false} />
      </section>
    )
  return (
    <section className="card stack">
      <h2>{texts.renewal}</h2>
      {renewal.isOpen && !isApplied && <Due answer={of.answer} />}
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
      {isApplied && <p>{texts.renewalUnderWay}</p>}
      {!isApplied && !renewal.isOpen && <p>{texts.renewalLater}</p>}
      <WayOn app={app} label={texts.renew} open={texts.renewOpen} isNow={of.ways[0] === 'renew'} />
      <p className="quiet">{texts.reminders}</p>
    </section>
  )
}
