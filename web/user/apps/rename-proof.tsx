import type { App } from 'shiming-client'
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
import { appTexts } from './texts.ts'

const PREFIX = 'rename-'

const LAST_FOUR = /^\d{3}[\dX]$/

type RenameProofProps = {
  of: App
  /** The name that it shall have, as it was read. */
  to: string
  /** Whether the account is somebody, whose last four are asked for. */
  isVerified: boolean
  onRenamed: () => Promise<void>
  onBack: () => void
}

/** W8 old and new name, and what shows that it is the administrator who confirms exactly that pair. */
export const RenameProof = ({ of, to, isVerified, onRenamed, onBack }: RenameProofProps) => {
  const language = useLanguage()
  const texts = useTexts(appTexts)
  const codes = useTexts(codeTexts)
  const form = useForm(
    { phone: '', smsCode: '', idLastFour: '' },
    {
      prefix: PREFIX,
      checks: {
        phone: (typed) => (normalisePhone(typed).ok ? undefined : personProblems.invalid_phone[language]),
        smsCode: (typed) => codeProblem(typed, language),
        idLastFour: (typed) =>
          !isVerified || LAST_FOUR.test(normaliseIdNumber(typed)) ? undefined : texts.lastFourWrong,
      },
      send: async ({ phone, smsCode, idLastFour }) => {
        const proof = { phone: phoneDigits(phone), smsCode, ...(isVerified && { idLastFour }) }
        try {
          await mine().apps.rename(of.id, { from: of.name, name: to, ...proof })
        } catch (error) {
          return refusedIn(error, language)
        }
        await onRenamed()
        return undefined
      },
    },
  )
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      <h3>{texts.confirm}</h3>
      <dl className="facts">
        <div>
          <dt>{texts.from}</dt>
          <dd>{of.name}</dd>
        </div>
        <div>
          <dt>{texts.to}</dt>
          <dd>
            <strong>{to}</strong>
          </dd>
        </div>
      </dl>
      <ErrorSummary {...form.summary} />
      <h3>{texts.proof}</h3>
      <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint} />
      <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field={`${PREFIX}smsCode`} />
      <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
      {isVerified && (
        <IdNumberField {...form.text('idLastFour')} label={texts.lastFour} hint={texts.lastFourHint} grouped={false} />
      )}
      <Button kind="main" wide submit busy={form.busy}>
        {texts.renameSend}
      </Button>
      <Button kind="plain" wide onPress={onBack}>
        {texts.back}
      </Button>
    </form>
  )
}
