import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { AddForm } from './add-form.tsx'
import type { Domains } from './domain.ts'
import { DomainLine } from './domain-line.tsx'
import { domainTexts } from './texts.ts'

const Found = ({ of: { domains, most }, read }: { of: Domains; read: () => Promise<void> }) => {
  const texts = useTexts(domainTexts)
  return (
    <>
      <section className="card stack">
        <h2>{texts.mine}</h2>
        {domains.length === 0 && <p className="quiet">{texts.none}</p>}
        {domains.length > 0 && (
          <ul className="list">
            {domains.map((one) => (
              <DomainLine key={one.domain} of={one} read={read} />
            ))}
          </ul>
        )}
      </section>
      {domains.length < most ? <AddForm onAdded={read} /> : <p className="card">{texts.full(most)}</p>}
    </>
  )
}

/** W2 the domains of the account: what each has to show and until when, a look at it now, and adding one. */
export const DomainsPage = () => {
  const texts = useTexts(domainTexts)
  const found = useResource('domains', (signal) => mine().domains.list({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>{(value) => <Found of={value} read={found.read} />}</Read>
        <Link to="/developer" className="standing">
          {texts.toApps}
        </Link>
      </div>
    </Page>
  )
}
