import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { type Claim, isEnded, type ReviewCase } from './case.ts'

/** Names are told apart as people read them. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Who works at it now. */
export const liveClaim = ({ claim }: Pick<ReviewCase, 'claim'>, now: Millis): Claim | undefined =>
  claim && claim.until > now ? claim : undefined

/** Whether that operator works at it now. */
export const isHeldBy = (of: Pick<ReviewCase, 'claim'>, who: string, now: Millis): boolean =>
  liveClaim(of, now)?.by === who

/**
 * Whether somebody else must decide it: who opened it, who decided what it appeals against, and of two people the first, do not. A kind
 * asks for different people, whatever their rights.
 */
export const needsAnother = ({ openedBy, decidedBefore, status, first }: ReviewCase, who: string): boolean =>
  [
    ...decidedBefore,
    ...(openedBy ? [openedBy.id] : []),
    ...(status === 'seconding' && first ? [first.by.id] : []),
  ].some((one) => isSame(one, who))

/** It is over, however that came. */
export const overRefusal = ({ status }: Pick<ReviewCase, 'status'>): Outcome<never> =>
  refused('review_over', { extra: { ended: status } })

/** Why an operator may not work at a case as it stands; undefined where they may take it. */
export const objectionTo = (of: ReviewCase, who: string, now: Millis): Outcome<never> | undefined => {
  if (isEnded(of)) return overRefusal(of)
  if (of.status === 'waiting') return refused('review_waiting', { retryAt: of.waitUntil })
  if (needsAnother(of, who)) return refused('review_needs_another')
  const live = liveClaim(of, now)
  if (!live || live.by === who) return undefined
  return refused('review_claimed', { retryAt: live.until, extra: { by: live.by, until: rfc3339(live.until) } })
}

const notHeld = (of: ReviewCase, who: string, now: Millis): Outcome<never> | undefined =>
  isHeldBy(of, who, now) ? undefined : refused('review_not_claimed')

/** The same for who is about to ask or decide: they hold it now, and nobody has decided. */
export const objectionToDeciding = (of: ReviewCase, who: string, now: Millis): Outcome<never> | undefined =>
  objectionTo(of, who, now) ??
  (of.status === 'seconding' ? refused('review_in_second') : undefined) ??
  notHeld(of, who, now)

/** The same for who is about to say whether they agree: they hold it now, and somebody else has decided. */
export const objectionToSeconding = (of: ReviewCase, who: string, now: Millis): Outcome<never> | undefined => {
  if (isEnded(of)) return overRefusal(of)
  if (of.status !== 'seconding') return refused('review_not_seconding')
  return objectionTo(of, who, now) ?? notHeld(of, who, now)
}
