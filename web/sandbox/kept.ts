import type { Device } from './device.ts'

/** What the phone remembers in this tab, over jumps and reloads. Of a test person only the place in the catalogue: no name, no number. */
export type Kept = {
  /** The phone is not to be there in this tab. */
  isOff?: boolean
  /** As which device the page is opened. */
  device?: Device | undefined
  person?: number
  testerKey?: string
  /** Codes wait for a tap. */
  fillsByHand?: boolean
}

const NAME = 'shiming-phone'

/** What is remembered; nothing where the browser keeps nothing. */
export const readKept = (): Kept => {
  try {
    return { ...JSON.parse(sessionStorage.getItem(NAME) ?? '{}') }
  } catch {
    return {}
  }
}

/** Remembers a change. A window without storage forgets it with the page. */
export const keep = (change: Kept): void => {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ ...readKept(), ...change }))
  } catch {}
}
