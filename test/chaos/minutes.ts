import type { Flag } from '../../shared/command/flags.ts'

const LONGEST = 24 * 60

/** How long the weather is bad; half a minute is `0.5`. */
export const minutes: Flag<number> = {
  does: 'how long the weather is bad; calm and the audit come after it',
  value: '1',
  allowed: `a number above 0 and up to ${LONGEST}`,
  byDefault: 1,
  read: (value) => {
    const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
    return number > 0 && number <= LONGEST ? number : undefined
  },
}
