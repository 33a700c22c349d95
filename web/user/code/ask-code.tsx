import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { AskForCode } from './ask-for-code.tsx'
import { codeTexts, sentText } from './texts.ts'

type AskCodeProps = {
  phone: string
  /** Whether the number is one; says so at its field. */
  ask: () => boolean
  /** The id of the field of the code, where whoever was sent one goes on. */
  field: string
}

/** Has a code sent to the number as typed, where it is one, and says from when on another may be asked for. */
export const AskCode = ({ phone: typed, ask, field }: AskCodeProps) => {
  const texts = useTexts(codeTexts)
  const phone = phoneDigits(typed)
  const send = async () => {
    const { retryAt, status } = await mine().smsCodes.send(phone)
    return { retryAt, told: sentText({ phone, status }, texts) }
  }
  return <AskForCode {...{ ask, field, send }} />
}
