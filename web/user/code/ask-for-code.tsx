import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { durationText } from '../../shared/shown/moments.ts'
import { useLeft } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { codeTexts } from './texts.ts'

type AskForCodeProps = {
  /** Whom the wait for the next one is for: whoever types another need not wait. Left out where all wait alike. */
  to?: string
  /** Whether what was typed is one; says so at its field. */
  ask: () => boolean
  /** The id of the field of the code, where whoever was sent one goes on. */
  field: string
  /** Has it sent; answers from when on another may be asked for (RFC 3339), and what is told of it. */
  send: () => Promise<{ retryAt: string; told: string }>
}

/** Has a code sent to what was typed, where that is one, and says from when on another may be asked for. */
export const AskForCode = ({ to = '', ask, field, send }: AskForCodeProps) => {
  const language = useLanguage()
  const texts = useTexts(codeTexts)
  const [asked, setAsked] = useState<{ to: string; retryAt: string }>()
  const [told, setTold] = useState('')
  const left = useLeft(asked?.to === to ? asked.retryAt : undefined)
  const press = async (): Promise<void> => {
    if (!ask()) return
    try {
      const sent = await send()
      setAsked({ to, retryAt: sent.retryAt })
      setTold(sent.told)
      document.getElementById(field)?.focus()
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  return (
    <div className="tight">
      <Button wide unavailable={left > 0} onPress={press}>
        {left > 0 ? texts.resendIn(durationText(left, language)) : asked ? texts.resend : texts.send}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}
