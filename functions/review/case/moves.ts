import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Doer } from '../../audit/deed.ts'
import {
  type Asked,
  type Claim,
  type Decision,
  type Judgement,
  type ReviewCase,
  type ReviewEvent,
  reviewTransitions,
  type UserSaid,
} from './case.ts'

/** Events that lead to a state of their own. */
type Moving = Exclude<ReviewEvent, 'claimed' | 'rung' | 'appealed'>

/** Whoever moves a case is done with it. */
const moved = (of: ReviewCase, on: Moving, changes: Partial<ReviewCase>): ReviewCase => {
  const { claim: _claim, waitUntil: _over, ...rest } = of
  return { ...rest, ...changes, status: target(reviewTransitions, on) }
}

/** Somebody works at it until then; nobody does, without a claim. */
export const afterClaim = ({ claim: _claim, ...of }: ReviewCase, claim: Claim | undefined): ReviewCase => ({
  ...of,
  ...(claim && { claim }),
})

/** More was asked of the user. */
export const afterAsking = (of: ReviewCase, asked: Asked): ReviewCase =>
  moved(of, 'asked', { asked: [...of.asked, asked], waitUntil: asked.until })

/** The user has answered what was asked last; people owe an answer anew, within `answerMs`. */
export const afterAnswer = (of: ReviewCase, answer: UserSaid, answerMs: Millis): ReviewCase => ({
  ...moved(of, 'answered', { since: answer.at, answerBy: answer.at + answerMs, rung: [] }),
  asked: of.asked.map((one, at) => (at === of.asked.length - 1 ? { ...one, answer } : one)),
})

const ended = (of: ReviewCase, on: Moving, decision: Decision): ReviewCase =>
  moved(of, on, { decision, endedAt: decision.at })

const decisionOf = ({ checked: _checked, ...judged }: Judgement): Decision => judged

/** Whoever held it has decided. */
export const afterDecision = (of: ReviewCase, judged: Judgement): ReviewCase => ended(of, 'decided', decisionOf(judged))

/** The first of two has decided. */
export const afterFirst = ({ disagreed: _before, ...of }: ReviewCase, first: Judgement): ReviewCase =>
  moved(of, 'proposed', { first })

/** The second of two agrees with what the first has decided. */
export const afterAgreeing = (of: ReviewCase, first: Judgement, by: Doer, at: Millis): ReviewCase =>
  ended(of, 'agreed', { ...decisionOf(first), first: first.by, by, at })

/** The second of two does not agree: it is open again. */
export const afterDisagreeing = ({ first: _first, ...of }: ReviewCase, by: Doer, at: Millis): ReviewCase =>
  moved(of, 'disagreed', { disagreed: { by, at } })

/** The user did not answer in time. It ended when the time was over, however late somebody looks. */
export const afterSilence = (of: ReviewCase): ReviewCase =>
  ended(of, 'unanswered', { verdict: 'no_answer', at: of.waitUntil ?? of.answerBy })

/** The user took it back. */
export const afterWithdrawal = (of: ReviewCase, now: Millis): ReviewCase => moved(of, 'withdrawn', { endedAt: now })

/** The user appealed against it, by that case. */
export const afterAppeal = (of: ReviewCase, appealedBy: string): ReviewCase => ({ ...of, appealedBy })

/** These alarms have rung. */
export const afterRinging = (of: ReviewCase, rung: readonly string[]): ReviewCase => ({ ...of, rung })
