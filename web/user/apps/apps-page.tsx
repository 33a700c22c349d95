import type { App } from 'shiming-client'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { domainTexts } from '../domains/texts.ts'
import type { Apps } from './app.ts'
import { CreateForm } from './create-form.tsx'
import { appTexts } from './texts.ts'

const Line = ({ of: { id, name, kind, certificate, openApplication } }: { of: App }) => {
  const texts = useTexts(appTexts)
  return (
    <li className="tight">
      <div className="row apart">
        <h3>{name}</h3>
        <Tag>{texts[kind]}</Tag>
      </div>
      {certificate !== null && <Tag>{texts.hasCertificate}</Tag>}
      {openApplication !== null && (
        <Link to={`/developer/applications/${openApplication}`} className="standing">
          {texts.inReview} <span className="only-heard">{name}</span>
        </Link>
      )}
      <Link to={`/developer/apps/${id}`} className="standing">
        {texts.manage} <span className="only-heard">{name}</span>
      </Link>
    </li>
  )
}

const Found = ({ of: { apps, most, names } }: { of: Apps }) => {
  const texts = useTexts(appTexts)
  return (
    <>
      <section className="card stack">
        <h2>{texts.mine}</h2>
        {apps.length === 0 && <p className="quiet">{texts.none}</p>}
        {apps.length > 0 && (
          <ul className="list">
            {apps.map((app) => (
              <Line key={app.id} of={app} />
            ))}
          </ul>
        )}
      </section>
      {apps.length < most ? <CreateForm rules={names} /> : <p className="card">{texts.full(most)}</p>}
    </>
  )
}

/** W2 the apps of the account, and how one is created. */
export const AppsPage = () => {
  const texts = useTexts(appTexts)
  const { toDomains, toDomainsMore } = useTexts(domainTexts)
  const found = useResource('apps', (signal) => mine().apps.list({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>{(value) => <Found of={value} />}</Read>
        <section className="card tight">
          <Link to="/developer/domains" className="standing">
            {toDomains}
          </Link>
          <p className="quiet">{toDomainsMore}</p>
          <Link to="/developer/applicants" className="standing">
            {texts.toApplicants}
          </Link>
          <p className="quiet">{texts.toApplicantsMore}</p>
        </section>
        <Link to="/account" className="standing">
          {texts.toAccount}
        </Link>
      </div>
    </Page>
  )
}
