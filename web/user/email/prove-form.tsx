import { readTypedCode, SIX_DIGITS } from '../../../functions/account/codes/typed-code.ts'
import { normaliseEmail } from '../../../functions/person/email.ts'
import { personProblems } from '../../../functions/person/problems.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { CodeField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { AskEmailCode } from './ask-email-code.tsx'
import { emailTexts } from './texts.ts'

/** The address, the code that was sent to it, and what proves it by that. `isOther`: it takes the place of one. */
export const ProveForm = ({ isOther, onProven }: { isOther: boolean; onProven: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(emailTexts)
  const form = useForm(
    { email: '', code: '' },
    {
      checks: {
        email: (typed) => (normaliseEmail(typed).ok ? undefined : personProblems.invalid_email[language]),
        code: (typed) => (SIX_DIGITS.test(readTypedCode(typed)) ? undefined : texts.codeWrong),
      },
      send: async (values) => {
        try {
          await mine().further.bindEmail(values)
        } catch (error) {
          return refusedIn(error, language)
        }
        await onProven()
      },
    },
  )
  return (
    <section className="card stack">
      <h2>{isOther ? texts.other : texts.what}</h2>
      {isOther ? <p>{texts.otherMore}</p> : <p>{texts.what1}</p>}
      <p className="quiet">{texts.what2}</p>
      <form className="stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <TextField
          {...form.text('email')}
          label={texts.email}
          hint={texts.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={300}
          verbatim
        />
        <AskEmailCode email={form.values.email} ask={() => form.ask('email')} field="code" />
        <CodeField {...form.text('code')} label={texts.code} hint={texts.codeHint} />
        <Button kind="main" wide submit busy={form.busy}>
          {texts.bind}
        </Button>
      </form>
    </section>
  )
}
