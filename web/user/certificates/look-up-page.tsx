import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { LookUpForm } from './look-up-form.tsx'
import { certificatesTexts } from './texts.ts'

/** W7 anybody looks a certificate up, by what they read or scan. */
export const LookUpPage = () => {
  const texts = useTexts(certificatesTexts)
  return (
    <Page title={texts.lookUp} lead={texts.lookUpLead}>
      <div className="stack below">
        <section className="card">
          <LookUpForm />
        </section>
        <section className="card stack">
          <h2>{texts.scan}</h2>
          <p>{texts.scanMore}</p>
          <p>{texts.host(location.host)}</p>
        </section>
      </div>
    </Page>
  )
}
