import { useEffect } from 'react'

/** A browser asks before it leaves a page on which something was typed that is kept nowhere. */
export const useWarning = (isNeeded: boolean): void =>
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isNeeded])
