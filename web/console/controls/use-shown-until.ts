import { useEffect, useRef } from 'react'
import { serviceClock } from '../../shared/shown/clock.ts'

/**
 * P11 what may be shown until then (RFC 3339) is hidden when that time is over, when nobody looks at the page, and when the page is left or kept
 * for going back to. Whoever shows it hides it with the component as well. Undefined while nothing is shown.
 */
export const useShownUntil = (until: string | undefined, hide: () => void): void => {
  const latest = useRef(hide)
  latest.current = hide
  useEffect(() => {
    if (until === undefined) return
    const over = (): void => latest.current()
    const timer = setTimeout(over, Math.max(0, Date.parse(until) - serviceClock.now()))
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') over()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', over)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', over)
    }
  }, [until])
}
