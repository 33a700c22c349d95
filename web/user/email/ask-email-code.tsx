import { normaliseEmail } from '../../../functions/person/email.ts'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { AskForCode } from '../code/ask-for-code.tsx'
import { emailTexts } from './texts.ts'

type AskEmailCodeProps = {
  email: string
  /** Whether it is an address; says so at its field. */
  ask: () => boolean
  /** The id of the field of the code, where whoever was sent one goes on. */
  field: string
}

/** Has a code sent to the address as typed, where it is one; whoever mistyped it need not wait with the right one. */
export const AskEmailCode = ({ email, ask, field }: AskEmailCodeProps) => {
  const texts = useTexts(emailTexts)
  const typed = normaliseEmail(email)
  const to = typed.ok ? typed.value : ''
  const send = async () => {
    const { retryAt, status } = await mine().further.sendEmailCode(to)
    return { retryAt, told: (status === 'sent' ? texts.sentTo : texts.perhapsSentTo)(to) }
  }
  return <AskForCode {...{ to, ask, field, send }} />
}
