import { normaliseIdNumber } from '../../../functions/person/id-number.ts'
import { normalisePhone } from '../../../functions/person/phone.ts'
import { personProblems } from '../../../functions/person/problems.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { CodeField, IdNumberField, PhoneField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { AskCode } from '../code/ask-code.tsx'
import { codeProblem } from '../code/code-problem.ts'
import { codeTexts } from '../code/texts.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { notMeTexts } from './texts.ts'

const PREFIX = 'pause-'

const LAST_FOUR = /^\d{3}[\dX]$/

/** Whoever proves a number and the last four of the ID number pauses the sending of the account. `onPaused` reads how it stands then. */
export const PauseForm = ({ id, onPaused }: { id: string; onPaused: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(notMeTexts)
  const codes = useTexts(codeTexts)
  const form = useForm(
    { phone: '', smsCode: '', idLastFour: '' },
    {
      prefix: PREFIX,
      checks: {
        phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
        smsCode: (typed) => codeProblem(typed, language),
        idLastFour: (typed) => (LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : texts.lastFourWrong),
      },
      send: async ({ phone, ...proven }) => {
        try {
          await mine().proofings.pause(id, { phone: phoneDigits(phone), ...proven })
        } catch (error) {
          return refusedIn(error, language)
        }
        await onPaused()
      },
    },
  )
  return (
    <section className="card stack">
      <h2>{texts.pause}</h2>
      <p>{texts.pauseMore}</p>
      <form className="stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint} />
        <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field={`${PREFIX}smsCode`} />
        <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
        <IdNumberField {...form.text('idLastFour')} label={texts.lastFour} hint={texts.lastFourHint} grouped={false} />
        <Button kind="main" wide submit busy={form.busy}>
          {texts.pauseSend}
        </Button>
      </form>
    </section>
  )
}
