import { useState } from 'react'
import { useShownUntil } from '../controls/use-shown-until.ts'

/** A value in the clear and until when it may be shown (RFC 3339). */
export type Revealed = { value: string; until: string }

/** Holds a value as long as it may be shown: see `useShownUntil`. It is in no store and no address. */
export const useRevealed = (onGone: () => void) => {
  const [revealed, setRevealed] = useState<Revealed>()
  useShownUntil(revealed?.until, () => {
    setRevealed(undefined)
    onGone()
  })
  return { revealed, show: setRevealed }
}
