import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

/** What of a person can be seen in the clear, one at a time. */
export const revealFields = ['name', 'id_number', 'phone'] as const
export type RevealField = (typeof revealFields)[number]

/** Under which attribute of a verification each is sealed. */
export const sealedAs = { name: 'name', id_number: 'idNumber', phone: 'phone' } as const satisfies Record<
  RevealField,
  string
>

/**
 * Why an operator may look: the user asked about their own data; a complaint, a refund or a review cannot be ended without it; an authority
 * asked by a paper; or somebody seems to use another's data.
 */
export const revealReasons = ['user_asked', 'complaint', 'refund', 'review', 'authority', 'misuse'] as const
export type RevealReason = (typeof revealReasons)[number]

/** As long as it is shown. */
const SHOWN: Millis = 60 * SECOND

/** Until when a value that is seen at `now` is shown (epoch ms). */
export const shownUntil = (now: Millis): Millis => now + SHOWN

/** Why, as it is kept: the word of the list, and what the operator added. */
export const reasonKept = (reason: RevealReason, words: string | undefined): string =>
  words === undefined ? reason : `${reason}: ${words}`
