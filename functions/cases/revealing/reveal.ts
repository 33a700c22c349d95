import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

/** What of a person can be seen in the clear, one at a time. */
export const revealFields = ['name', 'id_number', 'phone'] as const
export type RevealField = (typeof revealFields)[number]

/** Under which attribute of a verification each is sealed. */
export const sealedAs = { name: 'name', id_number: 'idNumber', phone: 'phone' } as const satisfies Record<
  RevealField,
  string
>

/** As long as it is shown. */
const SHOWN: Millis = 60 * SECOND

/** Until when a value that is seen at `now` is shown (epoch ms). */
export const shownUntil = (now: Millis): Millis => now + SHOWN
