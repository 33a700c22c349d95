import type { Certificate, CertificateStep } from '../certificate/certificate.ts'
import { moveAgainst } from '../moving/move.ts'

/** The move of people that whoever administers the app can appeal against: what it stands by, once; undefined where there is none. `of`: as it stands. */
export const appealableMove = (of: Pick<Certificate, 'status' | 'steps' | 'appealed'>): CertificateStep | undefined => {
  const against = moveAgainst(of)
  return against?.at === of.appealed ? undefined : against
}
