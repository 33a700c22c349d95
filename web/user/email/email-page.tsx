import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Question } from '../../shared/controls/question.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { ProveForm } from './prove-form.tsx'
import { emailTexts } from './texts.ts'

type Proven = NonNullable<Answer<'GET /v1/account/email'>['email']>

/** The address that counts, and how it is taken off. */
const Mine = ({ email: { address, provenAt }, read }: { email: Proven; read: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(emailTexts)
  const [isAsking, setAsking] = useState(false)
  const [failed, setFailed] = useState<string>()
  const remove = async (): Promise<void> => {
    try {
      await mine().further.unbindEmail()
    } catch (error) {
      setFailed(failureText(error, language))
      return
    }
    setAsking(false)
    await read()
  }
  return (
    <section className="card stack">
      <h2>{texts.mine}</h2>
      <p className="title">{address}</p>
      <p>{texts.counts}</p>
      <p className="quiet">
        {texts.since} <Time at={provenAt} />
      </p>
      <Button wide onPress={() => setAsking(true)}>
        {texts.remove}
      </Button>
      {isAsking && (
        <Question
          title={texts.removeTitle}
          more={texts.removeMore}
          yes={texts.removeYes}
          no={texts.removeNo}
          failed={failed}
          onYes={remove}
          onClose={() => setAsking(false)}
        />
      )}
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
