import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { durationText } from '../../shared/shown/moments.ts'
import { useLeft } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { codeTexts, sentText } from './texts.ts'

type AskCodeProps = {
  phone: string
  /** Whether the number is one; says so at its field. */
  ask: () => boolean
  /** The id of the field of the code, where whoever was sent one goes on. */
  field: string
}

/** Has a code sent to the number as typed, where it is one, and says from when on another may be asked for. */
export const AskCode = ({ phone, ask, field }: AskCodeProps) => {
  const language = useLanguage()
  const texts = useTexts(codeTexts)
  const [retryAt, setRetryAt] = useState<string>()
  const [told, setTold] = useState('')
  const left = useLeft(retryAt)
  const send = async (): Promise<void> => {
    if (!ask()) return
    try {
      const sent = await mine().smsCodes.send(phoneDigits(phone))
      setRetryAt(sent.retryAt)
      setTold(sentText({ phone: phoneDigits(phone), status: sent.status }, texts))
      document.getElementById(field)?.focus()
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  return (
    <div className="tight">
      <Button wide unavailable={left > 0} onPress={send}>
        {left > 0 ? texts.resendIn(durationText(left, language)) : retryAt ? texts.resend : texts.send}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}
