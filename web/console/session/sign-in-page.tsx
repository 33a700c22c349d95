import { useEffect } from 'react'
import type { Language } from '../../../shared/kernel/language.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { say } from '../controls/notice.tsx'
import { PasswordField } from '../controls/password-field.tsx'
import { OutsideBar } from '../frame/outside-bar.tsx'
import { codeTyped } from './code.ts'
import { readOtherSignIn, signIn } from './sign-in.ts'
import { isUnusual, otherText } from './sign-ins.ts'
import { sessionTexts } from './texts.ts'

const PREFIX = 'sign-in-'

/** Says at the page they come back to when they were in last, so that they notice who else was. The menu tells it as well. */
const sayOther = async (language: Language): Promise<void> => {
  const other = await readOtherSignIn().catch(() => undefined)
  if (!other) return
  const told = otherText(other, serviceClock.now(), language)
  if (isUnusual(other)) say({ tone: 'warn', text: `${told} ${sessionTexts[language].notYou}` })
  else say({ tone: 'info', text: told })
}

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
          void sayOther(language)
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
