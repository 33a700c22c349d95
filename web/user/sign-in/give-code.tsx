import { useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { CodeField, IdNumberField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { durationText } from '../../shared/shown/moments.ts'
import { useLeft } from '../../shared/shown/time.tsx'
import { failureText, isProblem, refusedIn } from '../../shared/state/failure.ts'
import { TextReport } from '../code/text-report.tsx'
import { codeTexts, sentText } from '../code/texts.ts'
import { draft } from '../verify/draft.ts'
import { sendCode } from './ask-code.tsx'
import { codeChecks, PREFIX, type Sent } from './sign-in.ts'
import { signInTexts } from './texts.ts'

/** What takes a code that was typed, and answers who is signed in by it. */
export type Enter = (typed: Parameters<ReturnType<typeof service>['wechat']['join']>[0]) => Promise<{
  account: { id: string }
}>

const signIn: Enter = (typed) => service().sessions.create(typed)

type GiveCodeProps = {
  sent: Sent
  onResent: (sent: Sent) => void
  onOtherPhone: () => void
  onSignedIn: (account: string) => void
  /** Signs in unless it is said. */
  enter?: Enter
  /** On the button, where it does more than to sign in. */
  label?: string
}

/** Sends another code once the service allows it, and says until when it does not. */
const Resend = ({ sent, onResent }: Pick<GiveCodeProps, 'sent' | 'onResent'>) => {
  const language = useLanguage()
  const texts = useTexts(codeTexts)
  const left = useLeft(sent.retryAt)
  const [told, setTold] = useState('')
  const resend = async (): Promise<void> => {
    try {
      const again = await sendCode(sent.phone)
      onResent(again)
      setTold(sentText(again, texts))
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  return (
    <div className="tight">
      <Button wide unavailable={left > 0} onPress={resend}>
        {left > 0 ? texts.resendIn(durationText(left, language)) : texts.resend}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}

/** Takes the code that was sent, and what else the service wants to know. */
export const GiveCode = ({ sent, onResent, onOtherPhone, onSignedIn, enter = signIn, label }: GiveCodeProps) => {
  const language = useLanguage()
  const texts = useTexts(signInTexts)
  const codes = useTexts(codeTexts)
  const [lastFour, setLastFour] = useState(false)
  const startOver = useRef(false)
  const form = useForm(
    { code: '', idLastFour: '' },
    {
      checks: codeChecks(language, () => lastFour && !startOver.current),
      prefix: PREFIX,
      send: async ({ code, idLastFour }) => {
        const { phone, smsCodeId } = sent
        const more = startOver.current ? { startOver: true } : lastFour ? { idLastFour } : {}
        try {
          const { account } = await enter({ phone, smsCodeId, code, ...more })
          onSignedIn(account.id)
          draft.startWith(phone)
        } catch (error) {
          // Nothing was wrong: there is one thing more to say, and its field says what.
          if (!isProblem(error, 'id_last_four_required')) return refusedIn(error, language)
          setLastFour(true)
        } finally {
          startOver.current = false
        }
      },
    },
  )
  useEffect(() => document.getElementById(`${PREFIX}code`)?.focus(), [])
  useEffect(() => {
    if (lastFour) document.getElementById(`${PREFIX}idLastFour`)?.focus()
  }, [lastFour])
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <p role="status">{sentText(sent, codes)}</p>
      <CodeField {...form.text('code')} label={codes.code} hint={codes.hint} />
      {lastFour && (
        <IdNumberField {...form.text('idLastFour')} label={texts.lastFour} hint={texts.lastFourHint} grouped={false} />
      )}
      <Button kind="main" wide submit busy={form.busy}>
        {label ?? texts.signIn}
      </Button>
      {lastFour && (
        <div className="tight">
          <h2>{texts.notMine}</h2>
          <p className="quiet">{texts.notMineMore}</p>
          <Button
            wide
            onPress={() => {
              startOver.current = true
              return form.submit()
            }}
          >
            {texts.startOver}
          </Button>
        </div>
      )}
      <div className="tight">
        <h2>{texts.notReceived}</h2>
        <p className="quiet">{texts.notReceivedMore}</p>
        <TextReport key={sent.smsCodeId} ask={() => service().smsCodes.report(sent.phone, sent.smsCodeId)} />
        <Resend sent={sent} onResent={onResent} />
        <Button wide kind="plain" onPress={onOtherPhone}>
          {texts.otherPhone}
        </Button>
      </div>
    </form>
  )
}
