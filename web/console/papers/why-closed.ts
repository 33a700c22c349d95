import type { Review } from '../reviews/review.ts'

/** What is in the way of looking at papers, as `papersTexts` says it. */
type Closed = 'notYours' | 'over' | 'waiting' | 'another' | 'takeFirst'

type Standing = Pick<Review, 'status' | 'mine' | 'needsAnother' | 'claim'>

/** P11 why somebody cannot open the papers of a case now; undefined for whoever holds it and may see pictures. */
export const whyClosed = ({ status, mine, needsAnother, claim }: Standing, maySee: boolean): Closed | undefined => {
  if (!maySee) return 'notYours'
  if (status === 'decided' || status === 'withdrawn') return 'over'
  if (status === 'waiting') return 'waiting'
  if (needsAnother) return 'another'
  if (mine) return undefined
  return claim === null ? 'takeFirst' : 'another'
}
