import { type ReactNode, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { browserText } from '../../shared/shown/browsers.ts'
import { phoneGroups } from '../../shared/shown/digits.ts'
import { Time } from '../../shared/shown/time.tsx'
import { deskCodeIn } from '../desk-code.ts'
import { useFailure } from '../failure.ts'
import type { Handset } from '../handset.ts'
import { useLanguage, useTexts } from '../language.ts'
import type { Asking } from '../scanning.ts'
import { phoneTexts } from '../texts.ts'
import { GoOn, WentOn } from './go-on.tsx'

const Fact = ({ is, children }: { is: string; children: ReactNode }) => (
  <div>
    <dt>{is}</dt>
    <dd>{children}</dd>
  </div>
)

type Told = { tell: (text: string) => void }

/** What somebody reads before they let a desktop in. */
const Asked = ({ handset, asking: { asks }, tell }: { handset: Handset; asking: Asking } & Told) => {
  const texts = useTexts(phoneTexts)
  const language = useLanguage()
  const failure = useFailure()
  const { holderNumber: number } = handset
  const decide = async (decision: 'confirm' | 'refuse'): Promise<void> => {
    if (number === undefined) return
    try {
      await handset.decide(number, decision)
      tell(decision === 'confirm' ? texts.deskConfirmed : texts.deskRefused)
    } catch (error) {
      tell(failure(error))
    }
  }
  return (
    <>
      <h3>{texts.deskAsks}</h3>
      <dl className="facts">
        <Fact is={texts.deskBrowser}>{browserText(asks.browser, language) ?? texts.deskUnknown}</Fact>
        <Fact is={texts.deskAt}>
          <Time at={asks.askedAt} />
        </Fact>
        {number !== undefined && (
          <Fact is={texts.deskAccount}>
            <span className="number">{phoneGroups(number)}</span>
          </Fact>
        )}
      </dl>
      <div className="row">
        <Button onPress={() => decide('confirm')}>{texts.deskConfirm}</Button>
        <Button kind="plain" onPress={() => decide('refuse')}>
          {texts.deskRefuse}
        </Button>
      </div>
    </>
  )
}

/** Reads what was pasted as if it had been scanned: codes that stand on another screen. */
const Pasted = ({ handset, tell }: { handset: Handset } & Told) => {
  const texts = useTexts(phoneTexts)
  const failure = useFailure()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  return (
    <form
      className="tight"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        const code = deskCodeIn(text.trim())
        setError(code === undefined ? texts.deskScanWrong : undefined)
        if (code !== undefined) await handset.scanDesk(code).catch((failed: unknown) => tell(failure(failed)))
      }}
    >
      <TextField
        id="phone-desk-code"
        label={texts.deskScanOther}
        hint={texts.deskScanHint}
        value={text}
        onType={(typed) => {
          setError(undefined)
          setText(typed)
        }}
        error={error}
        verbatim
      />
      <Button submit wide>
        {texts.scanIt}
      </Button>
    </form>
  )
}

/** The scanner of the phone: signs the page beside it in, as a desktop, or goes on where that left off. */
export const Scan = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const failure = useFailure()
  const [told, setTold] = useState('')
  const { asking, deskCode, wentOn } = handset
  const scan = async (code: string): Promise<void> => {
    setTold('')
    await handset.scanDesk(code).catch((error: unknown) => setTold(failure(error)))
  }
  return (
    <>
      <Status>{told !== '' && <p>{told}</p>}</Status>
      {asking?.asks.purpose === 'sign_in' && <Asked handset={handset} asking={asking} tell={setTold} />}
      {asking?.asks.purpose === 'continue' && <GoOn handset={handset} asking={asking} tell={setTold} />}
      {wentOn !== undefined && <WentOn path={wentOn} />}
      {!asking && deskCode !== undefined && <Button onPress={() => scan(deskCode)}>{texts.deskScan}</Button>}
      {!asking && deskCode === undefined && <p>{texts.deskNoCode}</p>}
      <Pasted handset={handset} tell={setTold} />
    </>
  )
}
