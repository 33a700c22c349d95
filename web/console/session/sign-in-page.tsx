import { useEffect } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { refusedIn } from '../../shared/state/failure.ts'
import { PasswordField } from '../controls/password-field.tsx'
import { OutsideBar } from '../frame/outside-bar.tsx'
import { codeTyped } from './code.ts'
import { signIn } from './sign-in.ts'
import { sessionTexts } from './texts.ts'

const PREFIX = 'sign-in-'

/** Where an operator signs in, in the place of the page they came to. `isAgain`: a session was over, and what was shown is gone with it. */
export const SignInPage = ({ isAgain }: { isAgain: boolean }) => {
  const language = useLanguage()
  const texts = useTexts(sessionTexts)
  const form = useForm(
    { name: '', password: '', code: '' },
    {
      prefix: PREFIX,
      checks: {
        name: (typed) => (typed.trim() === '' ? texts.nameMissing : undefined),
        password: (typed) => (typed === '' ? texts.passwordMissing : undefined),
        code: (typed) => (codeTyped(typed) === undefined ? texts.codeWrong : undefined),
      },
      send: async (typed) => {
        try {
          await signIn(typed.name.trim(), typed.password, codeTyped(typed.code) ?? '')
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  useEffect(() => document.getElementById(`${PREFIX}name`)?.focus(), [])
  return (
    <div className="sign-in">
      <OutsideBar />
      <Page title={isAgain ? texts.again : texts.title} lead={isAgain ? texts.againLead : texts.lead} over>
        <form className="card stack below" onSubmit={form.submit} noValidate>
          <ErrorSummary {...form.summary} />
          <TextField
            {...form.text('name')}
            label={texts.name}
            hint={texts.nameHint}
            autoComplete="username"
            maxLength={40}
            verbatim
          />
          <PasswordField {...form.text('password')} label={texts.password} autoComplete="current-password" />
          <CodeField {...form.text('code')} label={texts.code} hint={texts.codeHint} />
          <Button kind="main" wide submit busy={form.busy}>
            {texts.send}
          </Button>
          <p className="quiet">{texts.help}</p>
        </form>
      </Page>
    </div>
  )
}
