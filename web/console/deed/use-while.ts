import { useRef } from 'react'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'

/** Long enough for what goes on by itself after a deed, and no longer: every look at the service prolongs the session. */
const WHILE: Millis = 2 * MINUTE

/** Whether a deed was done a short while ago, so that it is worth looking again by itself. */
export const useWhile = (): { begin(): void; isOn(): boolean } => {
  const until = useRef(0)
  return {
    begin() {
      until.current = Date.now() + WHILE
    },
    isOn: () => Date.now() < until.current,
  }
}
