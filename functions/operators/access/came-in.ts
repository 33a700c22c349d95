import type { Millis } from '../../../shared/kernel/time.ts'

/** From where somebody comes in: a device on which they had signed in before, any other, or by the link with which they enrolled. */
export const comeFrom = ['known_device', 'new_device', 'link'] as const

/** That somebody came in. `isThis`: it began the session that asks. */
export type CameIn = { at: Millis; from: (typeof comeFrom)[number]; isThis: boolean }
