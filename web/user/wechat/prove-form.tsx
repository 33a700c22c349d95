import type { Answer, Body } from 'shiming-client'
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
import { bindingTexts } from './texts.ts'

const PREFIX = 'own-'

const LAST_FOUR = /^\d{3}[\dX]$/

type Proof = Answer<'GET /v1/account/wechat'>['proof']

type ProveFormProps = {
  proof: Proof
  /** What its button says. */
  press: string
  send: (typed: Body<'POST /v1/account/wechat/unbinding'>) => Promise<void>
}

/** The second proof before a sensitive step: the own number, a code sent to it, and of a verified account the last four of the ID number. */
export const ProveForm = ({ proof, press, send }: ProveFormProps) => {
  const language = useLanguage()
  const texts = useTexts(bindingTexts)
  const codes = useTexts(codeTexts)
  const form = useForm(
    { phone: '', smsCode: '', idLastFour: '' },
    {
      prefix: PREFIX,
      checks: {
        phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
        smsCode: (typed) => codeProblem(typed, language),
        idLastFour: (typed) =>
          !proof.idLastFour || LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : texts.lastFourWrong,
      },
      send: async ({ phone, smsCode, idLastFour }) => {
        try {
          await send({ phone: phoneDigits(phone), smsCode, ...(proof.idLastFour && { idLastFour }) })
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint(proof.phone ?? '')} />
      <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field={`${PREFIX}smsCode`} />
      <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
      {proof.idLastFour && (
        <IdNumberField {...form.text('idLastFour')} label={texts.lastFour} hint={texts.lastFourHint} grouped={false} />
      )}
      <Button kind="main" wide submit busy={form.busy}>
        {press}
      </Button>
    </form>
  )
}
