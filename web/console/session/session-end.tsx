import { useEffect, useState } from 'react'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Countdown, useNow } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { lastCall } from '../service.ts'
import { readSession } from './sign-in.ts'
import { sessionTexts } from './texts.ts'
import { useSession } from './use-session.ts'

/** Enough to finish a sentence, and to read this first. */
const WARNED = 5 * MINUTE

/**
 * Says when the session is about to end. Asking until when prolongs it, so it is asked by itself only where something was called since it
 * was told, and else by a press: a console at which nobody works must not stay open.
 */
export const SessionEnd = () => {
  const language = useLanguage()
  const texts = useTexts(sessionTexts)
  const { expiresAt: until, toldAt = 0 } = useSession() ?? {}
  const now = useNow(15 * SECOND)
  const [failed, setFailed] = useState('')
  const left = until === undefined ? undefined : Date.parse(until) - now
  const isOver = left !== undefined && left <= 0
  const isNear = left !== undefined && left <= WARNED
  const isTold = isNear && lastCall.at <= toldAt
  useEffect(() => {
    // Once it is over, the answer that nobody is signed in brings the way back in, before something is sent in vain.
    if (isOver || (isNear && !isTold)) void readSession().catch(() => undefined)
  }, [isOver, isNear, isTold])
  if (until === undefined || !isTold || isOver) return null
  const stay = async (): Promise<void> => {
    setFailed('')
    await readSession().catch((error) => setFailed(failureText(error, language)))
  }
  return (
    <section className="session-end" aria-label={texts.ending}>
      <Banner tone="warn" action={<Button onPress={stay}>{texts.stay}</Button>}>
        <p role="alert">
          {texts.ends} <Countdown until={until} />
        </p>
        <p>{failed === '' ? texts.endsMore : failed}</p>
      </Banner>
    </section>
  )
}
