import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { isEnded, type ReviewCase, type UserSaid } from '../case/case.ts'
import { overRefusal } from '../case/claim.ts'
import { inTime } from '../case/claim-store.ts'
import { commitMove, effectDeps, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { afterAnswer } from '../case/moves.ts'
import { kindOf, NO_EFFECT, type ReviewKind } from '../kind.ts'
import { notOwn, notSeen } from './own-case.ts'

/** What a user answers: words, and ids of pictures they handed in. */
export type Answering = { text?: string; materials?: readonly string[] }

/** The same was answered already: a second click. */
const isAnswered = ({ asked }: ReviewCase, { text, materials = [] }: Answering): boolean => {
  const answer = asked.at(-1)?.answer
  return (
    answer !== undefined && answer.text === text && answer.materials.join(' ') === [...new Set(materials)].join(' ')
  )
}

const objection = (
  kind: ReviewKind,
  of: ReviewCase,
  { text, materials = [] }: Answering,
): Outcome<never> | undefined => {
  if (isEnded(of)) return overRefusal(of)
  if (of.status !== 'waiting') return refused('review_not_asked')
  if (materials.length > 0 && !kind.takesMaterials) return refused('review_no_materials')
  return text === undefined && materials.length === 0 ? refused('review_empty_answer') : undefined
}

const plan = async (deps: ReviewDeps, of: ReviewCase, answering: Answering, now: number): Promise<Plan> => {
  const kind = kindOf(deps.kinds, of)
  const hidden = notSeen(kind)
  if (hidden) return { answer: hidden }
  if (of.status === 'open' && isAnswered(of, answering)) return { answer: ok(of) }
  const refusal = objection(kind, of, answering)
  if (refusal) return { answer: refusal }
  const { text, materials = [] } = answering
  const answer: UserSaid = { at: now, ...(text !== undefined && { text }), materials: [...new Set(materials)] }
  const effect = (await kind.planAnswer?.(effectDeps(deps, now), of, answer)) ?? ok(NO_EFFECT)
  if (!effect.ok) return { answer: effect }
  const after = afterAnswer(of, answer, kind.answerMs)
  return { move: { on: 'answered', after, only: inTime, effect: effect.value } }
}

/**
 * A user answers what was asked of them, in time; people owe an answer anew from then on. A second click changes nothing. Refuses with
 * `not_found`, `review_over`, `review_not_asked`, `review_no_materials`, `review_empty_answer`, as its owner does, and with `contended`. Two
 * calls, and those of its owner.
 */
export const answerCase = async (
  deps: ReviewDeps,
  accountId: string,
  { name, text, materials }: Answering & { name: string },
): Promise<Outcome<ReviewCase>> => {
  const answering = { ...(text !== undefined && { text: maskNumbers(text) }), materials }
  return notOwn(accountId, name) ?? commitMove(deps, name, (of, now) => plan(deps, of, answering, now))
}
