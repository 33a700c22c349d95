import type { Certificate } from '../certificate/certificate.ts'
import { moveAgainst } from '../moving/move.ts'

/** A move of people against a certificate: which of its steps that is, from 0, and when it was (epoch ms). */
export type MoveAgainst = { nth: number; at: number }

/** The move of people that it stands suspended or revoked by, whether or not anybody appealed. `of`: as it stands. */
export const standingMove = (of: Pick<Certificate, 'status' | 'steps'>): MoveAgainst | undefined => {
  const against = moveAgainst(of)
  return against && { nth: of.steps.lastIndexOf(against), at: against.at }
}

/** The same where whoever administers the app can appeal against it: once. */
export const appealableMove = (of: Pick<Certificate, 'status' | 'steps' | 'appealed'>): MoveAgainst | undefined => {
  const against = standingMove(of)
  return against?.nth === of.appealed ? undefined : against
}
