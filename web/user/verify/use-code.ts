import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { session } from '../../shared/state/session.ts'
import { codeTexts, sentText } from '../code/texts.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { draft, type Sent } from './draft.ts'
import { verifyTexts } from './texts.ts'

/**
 * The code that proves the number: has it sent, and says what came of that. A code belongs to the session it was asked for in, so that
 * of before is forgotten where somebody signs in again (`onLost`).
 */
export const useCode = (onLost: () => void) => {
  const language = useLanguage()
  const texts = useTexts(verifyTexts)
  const [sent, setSent] = useState<Sent | undefined>(() => draft.get().sent)
  const [told, setTold] = useState('')
  const [isSending, setSending] = useState(false)
  const keep = (now: Sent | undefined): void => {
    draft.keep({ sent: now })
    setSent(now)
  }
  const { is } = useSyncExternalStore(session.state.subscribe, session.state.get)
  const was = useRef(is)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a session that begins anew counts.
  useEffect(() => {
    if (was.current === 'out' && is === 'in') {
      setTold(sent ? texts.signedInAnew : '')
      keep(undefined)
      onLost()
    }
    was.current = is
  }, [is])
  return {
    sent,
    told,
    isSending,
    /** Has a code sent to the number as typed; says whether it was. */
    async send(typed: string): Promise<boolean> {
      const phone = phoneDigits(typed)
      setSending(true)
      setTold('')
      try {
        const { retryAt, status } = await mine().smsCodes.send(phone)
        keep({ phone, retryAt })
        setTold(sentText({ phone, status }, codeTexts[language]))
        return true
      } catch (error) {
        setTold(failureText(error, language))
        return false
      } finally {
        setSending(false)
      }
    },
  }
}

export type Code = ReturnType<typeof useCode>
