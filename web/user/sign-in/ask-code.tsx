import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { PhoneField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { codeTexts } from '../code/texts.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { personTexts } from '../person/texts.ts'
import { PREFIX, phoneChecks, type Sent } from './sign-in.ts'
import { signInTexts } from './texts.ts'

/** Has a code sent to a number. */
export const sendCode = async (phone: string): Promise<Sent> => {
  const { smsCodeId, retryAt, status } = await service().smsCodes.send(phone)
  return { phone, smsCodeId, retryAt, status }
}

type AskCodeProps = { phone: string; onSent: (sent: Sent) => void }

/** Asks for the number, and has a code sent to it. */
export const AskCode = ({ phone, onSent }: AskCodeProps) => {
  const language = useLanguage()
  const texts = useTexts(signInTexts)
  const codes = useTexts(codeTexts)
  const form = useForm(
    { phone },
    {
      checks: phoneChecks(language),
      prefix: PREFIX,
      send: async (values) => {
        try {
          onSent(await sendCode(phoneDigits(values.phone)))
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <PhoneField {...form.text('phone')} label={useTexts(personTexts).phone} hint={texts.phoneHint} />
      <Button kind="main" wide submit busy={form.busy}>
        {codes.send}
      </Button>
      <Status>{form.busy && <p className="quiet">{codes.sending}</p>}</Status>
    </form>
  )
}
