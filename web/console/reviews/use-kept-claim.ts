import { useEffect, useRef } from 'react'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { service } from '../service.ts'

/** Whoever works on goes on holding it; asked no oftener than that. */
const EVERY = 3 * MINUTE

/**
 * Keeps the case that somebody holds while they work at its page: with what they press, and never by the clock alone, or a page that nobody
 * looks at would keep it from others. `read` shows until when.
 */
export const useKeptClaim = (id: string, isMine: boolean, read: () => unknown): void => {
  const last = useRef(0)
  const again = useRef(read)
  again.current = read
  useEffect(() => {
    if (!isMine) return
    last.current = serviceClock.now()
    const keep = (): void => {
      if (serviceClock.now() < last.current + EVERY) return
      last.current = serviceClock.now()
      // Somebody else may have it by now: the page then says so.
      void service()
        .operator.reviews.claim(id)
        .catch(() => undefined)
        .then(() => again.current())
    }
    addEventListener('pointerdown', keep)
    addEventListener('keydown', keep)
    return () => {
      removeEventListener('pointerdown', keep)
      removeEventListener('keydown', keep)
    }
  }, [id, isMine])
}
