import { useCallback, useEffect, useState } from 'react'
import { serviceClock } from '../../shared/shown/clock.ts'

/** A value in the clear and until when it may be shown (RFC 3339). */
export type Revealed = { value: string; until: string }

/**
 * Holds a value as long as it may be shown: it goes when its time is over, when nobody looks at the page, when the page is left or kept for
 * going back to, and with the component. It is in no store and no address.
 */
export const useRevealed = (onGone: () => void) => {
  const [revealed, setRevealed] = useState<Revealed>()
  const until = revealed?.until
  const hide = useCallback(() => {
    setRevealed(undefined)
    onGone()
  }, [onGone])
  useEffect(() => {
    if (until === undefined) return
    const timer = setTimeout(hide, Math.max(0, Date.parse(until) - serviceClock.now()))
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') hide()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', hide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', hide)
    }
  }, [until, hide])
  return { revealed, show: setRevealed }
}
