import { useEffect, useState } from 'react'
import { type Answer, ShimingProblem } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { Banner, Waiting } from '../../shared/controls/status.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { takeToken } from '../../shared/router/link-token.ts'
import { Link, Page, usePlace } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText, refusedIn } from '../../shared/state/failure.ts'
import { store } from '../../shared/store.ts'
import { PasswordField } from '../controls/password-field.tsx'
import { OutsideBar } from '../frame/outside-bar.tsx'
import { service } from '../service.ts'
import { codeTyped } from '../session/code.ts'
import { heardSession } from '../session/session.ts'
import { enrolTexts } from './texts.ts'

type Seen = Answer<'POST /v1/operator/enrolments/look'>

const PREFIX = 'enrol-'

/** The last one brought here, in memory only: it is in no address any more, and a page may be drawn twice. */
const brought = store<string | undefined>(undefined)

const bring = (): string | undefined => {
  brought.set(takeToken(window) ?? brought.get())
  return brought.get()
}

/** In code points, as the service counts. */
const [SHORTEST, LONGEST] = [12, 128]

const isLongEnough = (password: string): boolean => {
  const { length } = [...password]
  return length >= SHORTEST && length <= LONGEST
}

const isSpent = (error: unknown): boolean =>
  error instanceof ShimingProblem && (error.code === 'enrolment_spent' || error.code === 'invalid_enrolment')

/** No link, or none that still opens anything. */
const Spent = ({ error }: { error: unknown }) => {
  const language = useLanguage()
  const texts = useTexts(enrolTexts)
  return (
    <Page title={texts.spentTitle} over>
      <div className="card stack below">
        <p role="alert">{error === undefined ? texts.none : failureText(error, language)}</p>
        <p>{texts.spentMore}</p>
        <Link to="/console" className="button button-wide">
          {texts.toSignIn}
        </Link>
      </div>
    </Page>
  )
}

/** The secret for the app: to be scanned, or typed in groups of four. */
const ForTheApp = ({ uri, secret }: Pick<Seen, 'uri' | 'secret'>) => {
  const texts = useTexts(enrolTexts)
  const isSandbox = document.documentElement.dataset.stage === 'sandbox'
  return (
    <section className="stack" aria-label={texts.app}>
      <h2>{texts.app}</h2>
      <p>{texts.appLead}</p>
      <Qr text={uri} label={texts.scan} />
      <p>{texts.secret}</p>
      <p className="number secret" data-secret={secret}>
        {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </p>
      {isSandbox && <p className="quiet">{texts.sandbox}</p>}
    </section>
  )
}

const Enrol = ({ token, seen, onSpent }: { token: string; seen: Seen; onSpent: (error: unknown) => void }) => {
  const language = useLanguage()
  const texts = useTexts(enrolTexts)
  const form = useForm(
    { password: '', again: '', code: '' },
    {
      prefix: PREFIX,
      checks: {
        password: (typed) => (isLongEnough(typed) ? undefined : texts.passwordShort),
        again: (typed, { password }) => (typed === password ? undefined : texts.differs),
        code: (typed) => (codeTyped(typed) === undefined ? texts.codeWrong : undefined),
      },
      send: async ({ password, code }) => {
        const body = { token, nonce: seen.nonce, password, code: codeTyped(code) ?? '' }
        try {
          const opened = await service().request('POST /v1/operator/enrolments', { body })
          brought.set(undefined)
          heardSession(opened)
        } catch (error) {
          if (!isSpent(error)) return refusedIn(error, language)
          onSpent(error)
          return
        }
        router().go('/console', { replace: true })
      },
    },
  )
  return (
    <Page title={texts.title(seen.name)} lead={texts.lead} over>
      <form className="card stack below" onSubmit={form.submit} noValidate>
        <ErrorSummary {...form.summary} />
        {seen.openedAt !== null && (
          <Banner tone="warn">
            <p role="note">
              {texts.openedBefore} <Time at={seen.openedAt} whole />
              {texts.openedMore}
            </p>
          </Banner>
        )}
        <input type="hidden" autoComplete="username" name="name" value={seen.name} readOnly />
        <PasswordField
          {...form.text('password')}
          label={texts.password}
          hint={texts.passwordHint}
          autoComplete="new-password"
        />
        <PasswordField {...form.text('again')} label={texts.again} autoComplete="new-password" />
        <ForTheApp {...seen} />
        <CodeField {...form.text('code')} label={texts.code} hint={texts.codeHint} />
        <Button kind="main" wide submit busy={form.busy}>
          {texts.send}
        </Button>
      </form>
    </Page>
  )
}

/** Where somebody who was invited chooses a password and adds the secret to their app: by a link whose token is in no address any more. */
export const EnrolPage = () => {
  const texts = useTexts(enrolTexts)
  const { moves } = usePlace()
  const [token, setToken] = useState(bring)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link may be opened on this very page.
  useEffect(() => setToken(bring()), [moves])
  const [seen, setSeen] = useState<Seen>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (token === undefined) return
    setSeen(undefined)
    setError(undefined)
    service().request('POST /v1/operator/enrolments/look', { body: { token } }).then(setSeen, setError)
  }, [token])
  const isOver = token === undefined || error !== undefined
  return (
    <div className="sign-in">
      <OutsideBar />
      {isOver && <Spent error={error} />}
      {!isOver && seen === undefined && (
        <main className="main">
          <Waiting>{texts.opening}</Waiting>
        </main>
      )}
      {!isOver && seen !== undefined && token !== undefined && <Enrol token={token} seen={seen} onSpent={setError} />}
    </div>
  )
}
