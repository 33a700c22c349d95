import { useState } from 'react'
import { normaliseEmail } from '../../../functions/person/email.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { durationText } from '../../shared/shown/moments.ts'
import { useLeft } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { emailTexts } from './texts.ts'

type AskEmailCodeProps = {
  email: string
  /** Whether it is an address; says so at its field. */
  ask: () => boolean
  /** The id of the field of the code, where whoever was sent one goes on. */
  field: string
}

/** Has a code sent to the address as typed, where it is one, and says from when on another may be asked for. */
export const AskEmailCode = ({ email, ask, field }: AskEmailCodeProps) => {
  const language = useLanguage()
  const texts = useTexts(emailTexts)
  const [asked, setAsked] = useState<{ address: string; retryAt: string }>()
  const [told, setTold] = useState('')
  const typed = normaliseEmail(email)
  const address = typed.ok ? typed.value : ''
  // Whoever mistyped it need not wait with the right one.
  const left = useLeft(asked?.address === address ? asked.retryAt : undefined)
  const send = async (): Promise<void> => {
    if (!ask()) return
    try {
      const { retryAt, status } = await mine().further.sendEmailCode(address)
      setAsked({ address, retryAt })
      setTold((status === 'sent' ? texts.sentTo : texts.perhapsSentTo)(address))
      document.getElementById(field)?.focus()
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  return (
    <div className="tight">
      <Button wide unavailable={left > 0} onPress={send}>
        {left > 0 ? texts.resendIn(durationText(left, language)) : asked ? texts.resend : texts.send}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}
