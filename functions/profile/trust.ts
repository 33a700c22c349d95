import type { Millis } from '../../shared/kernel/time.ts'
import type { Occupation } from './occupations.ts'

/** An address that a person has seen proof of: since when, until when that counts (epoch ms), and of whom: since when the account is that person. */
export type SeenAddress = { provenAt: Millis; validUntil: Millis; since: Millis }

/** An e-mail address that was proven by a code: when (epoch ms), how it is shown, and its blind index. The address itself is kept nowhere. */
export type ProvenEmail = { provenAt: Millis; masked: string; index: string }

/** What somebody told of themselves although nobody had to. */
export type Further = { occupation?: Occupation; address?: SeenAddress; email?: ProvenEmail }

/** What raises the score, and by how many of a hundred points: what a person has seen proof of more than what a code proves, and that more than what is only said. */
export const trustParts = { address: 50, email: 30, occupation: 20 } as const
export type TrustPart = keyof typeof trustParts

/** Whether a part is there; `until`: when it counts no more, where it ends. */
export type HeldPart = { part: TrustPart; points: number; isHeld: boolean; until?: Millis }

/** How much somebody told of themselves beyond their level, of a hundred. It opens and shuts nothing. */
export type Trust = { score: number; parts: readonly HeldPart[] }

/**
 * X3 the trust score, apart from the level. An address counts as long as the account is the person whose it is, `since` (epoch ms), and until
 * its time is over; to nobody who is verified as nobody. An e-mail address counts until it is taken off.
 */
export const trustOf = ({ occupation, address, email }: Further, since: Millis | undefined, now: Millis): Trust => {
  const isAddressed = address !== undefined && address.since === since && now < address.validUntil
  const parts: HeldPart[] = [
    {
      ...{ part: 'address', points: trustParts.address, isHeld: isAddressed },
      ...(isAddressed && { until: address.validUntil }),
    },
    { part: 'email', points: trustParts.email, isHeld: email !== undefined },
    { part: 'occupation', points: trustParts.occupation, isHeld: occupation !== undefined },
  ]
  return { score: parts.reduce((sum, { isHeld, points }) => sum + (isHeld ? points : 0), 0), parts }
}
