import type { ReactNode } from 'react'
import { normaliseIdNumber } from '../../../functions/person/id-number.ts'
import { normalisePhone } from '../../../functions/person/phone.ts'
import { personProblems } from '../../../functions/person/problems.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { CodeField, IdNumberField, PhoneField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { AskCode } from '../code/ask-code.tsx'
import { codeProblem } from '../code/code-problem.ts'
import { codeTexts } from '../code/texts.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { stepUpTexts } from './step-up-texts.ts'

const LAST_FOUR = /^\d{3}[\dX]$/

/** What shows that it is the holder of the account. */
export type StepUp = { phone: string; smsCode: string; idLastFour?: string }

type StepUpFormProps = {
  /** Before the ids of its fields: there may be several on a page. */
  prefix: string
  /** Whether the account is somebody, whose last four are asked for. */
  isVerified: boolean
  /** On the button that does it. */
  label: string
  send: (proof: StepUp) => Promise<void>
  /** What is confirmed, above the fields. */
  children?: ReactNode
  /** What else can be done, below the button. */
  beside?: ReactNode
}

/** W8 a sensitive step, with the code to one's own number and the last four of one's ID number. */
export const StepUpForm = ({ prefix, isVerified, label, send, children, beside }: StepUpFormProps) => {
  const language = useLanguage()
  const texts = useTexts(stepUpTexts)
  const codes = useTexts(codeTexts)
  const form = useForm(
    { phone: '', smsCode: '', idLastFour: '' },
    {
      prefix,
      checks: {
        phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
        smsCode: (typed) => codeProblem(typed, language),
        idLastFour: (typed) =>
          !isVerified || LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : texts.lastFourWrong,
      },
      send: async ({ phone, smsCode, idLastFour }) => {
        try {
          await send({ phone: phoneDigits(phone), smsCode, ...(isVerified && { idLastFour }) })
        } catch (error) {
          return refusedIn(error, language)
        }
        return undefined
      },
    },
  )
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      {children}
      <ErrorSummary {...form.summary} />
      <h3>{texts.proof}</h3>
      <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint} />
      <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field={`${prefix}smsCode`} />
      <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
      {isVerified && (
        <IdNumberField {...form.text('idLastFour')} label={texts.lastFour} hint={texts.lastFourHint} grouped={false} />
      )}
      <Button kind="main" wide submit busy={form.busy}>
        {label}
      </Button>
      {beside}
    </form>
  )
}
