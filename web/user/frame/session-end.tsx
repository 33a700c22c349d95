import { useEffect, useSyncExternalStore } from 'react'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { Countdown, useNow } from '../../shared/shown/time.tsx'
import { session } from '../../shared/state/session.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { frameTexts } from './texts.ts'

/** Enough to finish what one is at, and to read this first. */
const WARNED = 10 * MINUTE

const Ending = () => {
  const texts = useTexts(frameTexts)
  const { known, read } = useResource('session', async (signal) => {
    const { items } = await mine().sessions.list({ signal }).page()
    return items.find(({ current }) => current)?.expiresAt
  })
  const now = useNow(MINUTE / 2)
  const until = known.is === 'ok' ? known.value : undefined
  const left = until === undefined ? undefined : Date.parse(until) - now
  const isOver = left !== undefined && left <= 0
  useEffect(() => {
    // The answer that nobody is signed in brings the way back in, before something is sent in vain.
    if (isOver) void read()
  }, [isOver, read])
  if (until === undefined || left === undefined || left > WARNED) return null
  return (
    <section className="session-end" aria-label={texts.sessionEnding}>
      <Banner tone="warn" action={<Button onPress={session.renew}>{texts.signInAgain}</Button>}>
        <p role="alert">
          {texts.sessionEnds} <Countdown until={until} />
        </p>
        <p>{texts.sessionEndsMore}</p>
      </Banner>
    </section>
  )
}

/** Says when the session is about to end. It is asked for only where somebody is signed in. */
export const SessionEnd = () => {
  const { is } = useSyncExternalStore(session.state.subscribe, session.state.get)
  return is === 'in' ? <Ending /> : null
}
