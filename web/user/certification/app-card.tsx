import type { App, Application } from 'shiming-client'
import { Banner, Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { stepUpTexts } from '../apps/step-up-texts.ts'
import { certificateWords, tones } from '../certificates/words.ts'
import { PapersFacts } from './papers-facts.tsx'
import { certificationTexts } from './texts.ts'

const findOf = async (app: string, signal: AbortSignal): Promise<Application[]> => {
  const { items } = await mine().applications.list({ signal }).page()
  return items.filter((one) => one.app === app)
}

const Before = ({ of }: { of: readonly Application[] }) => {
  const texts = useTexts(certificationTexts)
  if (of.length === 0) return null
  return (
    <>
      <h3>{texts.before}</h3>
      <ul className="list">
        {of.map(({ id, names, naming, status, createdAt }) => (
          <li key={id} className="tight">
            <div className="row apart">
              <Link to={`/developer/applications/${id}`} className="standing">
                {naming.verdict === 'refused' ? names.from : names.to}
              </Link>
              <Tag tone={status === 'certified' ? 'good' : 'info'}>{texts[status]}</Tag>
            </div>
            {naming.verdict === 'refused' && <p className="quiet">{texts.notTaken(names.to)}</p>}
            <p className="quiet">
              <Time at={createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Until when the papers of the newest certification count. */
const Papers = ({ of }: { of: readonly Application[] }) => {
  const texts = useTexts(certificationTexts)
  const certified = of.find(({ status }) => status === 'certified')
  if (!certified || certified.papers.length === 0) return null
  const isOver = certified.papers.some(({ over }) => over)
  return (
    <>
      <PapersFacts of={certified} />
      {isOver ? <Banner tone="warn">{texts.papersOver}</Banner> : <p className="quiet">{texts.papersMore}</p>}
    </>
  )
}

/** How the certificate of an app stands now. */
const CertificateTag = ({ app }: { app: string }) => {
  const words = useTexts(certificateWords)
  const found = useResource(`standing of ${app}`, (signal) => mine().certificates.ofApp(app, { signal }))
  return <Read of={found}>{({ answer }) => <Tag tone={tones[answer]}>{words[answer]}</Tag>}</Read>
}

/** What an app is certified as, the application that is under way or the way to one, and those before. */
export const AppCertification = ({ of: { id, certifiedName, certificate, openApplication, change } }: { of: App }) => {
  const texts = useTexts(certificationTexts)
  const steps = useTexts(stepUpTexts)
  const found = useResource(`applications of ${id} ${openApplication}`, (signal) => findOf(id, signal))
  return (
    <section className="card stack">
      <h2>{texts.card}</h2>
      {certificate === null ? <p className="quiet">{texts.cardMore}</p> : <CertificateTag app={id} />}
      {certifiedName !== null && <Read of={found}>{(all) => <Papers of={all} />}</Read>}
      {certificate !== null && (
        <Link to={`/developer/apps/${id}/certificate`} className="button button-wide">
          {texts.toCertificate}
        </Link>
      )}
      {change !== null && <p>{steps.otherWaits}</p>}
      {openApplication !== null && (
        <Link to={`/developer/applications/${openApplication}`} className="button button-main button-wide">
          {texts.open}
        </Link>
      )}
      {openApplication === null && change === null && (
        <Link
          to={`/developer/apps/${id}/certification`}
          className={`button button-wide${certifiedName === null ? ' button-main' : ''}`}
        >
          {certifiedName === null ? texts.apply : texts.applyAnew}
        </Link>
      )}
      <Read of={found}>{(all) => <Before of={all.filter((one) => one.id !== openApplication)} />}</Read>
    </section>
  )
}
