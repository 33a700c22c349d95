import type { Answer } from 'shiming-client'
import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { ProveForm } from './prove-form.tsx'
import { emailTexts } from './texts.ts'

type Proven = NonNullable<Answer<'GET /v1/account/email'>['email']>

/** The address that counts, and how it is taken off. */
const Mine = ({ email: { address, provenAt }, read }: { email: Proven; read: () => Promise<void> }) => {
  const texts = useTexts(emailTexts)
  return (
    <section className="card stack">
      <h2>{texts.mine}</h2>
      <p className="title">{address}</p>
      <p>{texts.counts}</p>
      <p className="quiet">
        {texts.since} <Time at={provenAt} />
      </p>
      <AskedButton
        wide
        question={{ title: texts.removeTitle, more: texts.removeMore, yes: texts.removeYes, no: texts.removeNo }}
        onYes={() => mine().further.unbindEmail()}
        onOver={read}
      >
        {texts.remove}
      </AskedButton>
    </section>
  )
}

const NotOffered = () => {
  const texts = useTexts(emailTexts)
  return (
    <section className="card stack">
      <h2>{texts.notOffered}</h2>
      <p>{texts.notOfferedMore}</p>
    </section>
  )
}

/** X3 proves an e-mail address by a code that is sent to it, which nobody has to. */
export const EmailPage = () => {
  const texts = useTexts(emailTexts)
  const found = useResource('email', (signal) => mine().further.email({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>
          {({ offered, email }) => (
            <div className="stack">
              {email && <Mine email={email} read={found.read} />}
              {offered ? (
                <ProveForm key={email?.provenAt} isOther={email !== null} onProven={found.read} />
              ) : (
                <NotOffered />
              )}
            </div>
          )}
        </Read>
        <Link to="/level" className="standing">
          {texts.toLevel}
        </Link>
      </div>
    </Page>
  )
}
