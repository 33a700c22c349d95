import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { ReviewCase } from '../case/case.ts'
import { caseIdOf } from '../case/case-id.ts'
import { caseOpened } from '../case/case-store.ts'
import { commitMove, effectDeps, type Plan, type ReviewDeps } from '../case/commit-move.ts'
import { findCase } from '../case/find-case.ts'
import { afterAppeal } from '../case/moves.ts'
import { newAppeal } from '../case/new-case.ts'
import { endInTheWay } from '../following/end-silence.ts'
import { kindOf, NO_EFFECT } from '../kind.ts'
import { isAppealable } from './appealable.ts'
import { notOwn, notSeen } from './own-case.ts'

const plan = async (deps: ReviewDeps, of: ReviewCase, said: string, now: Millis): Promise<Plan> => {
  const kind = kindOf(deps.kinds, of)
  const hidden = notSeen(kind)
  if (hidden) return { answer: hidden }
  if (of.appealedBy !== undefined) return { answer: ok(of) }
  if (!isAppealable(kind, of, now)) return { answer: refused('review_not_appealable') }
  const opened = newAppeal(of, { id: deps.ids.id(), said }, kind, now)
  const effect = (await kind.planAppeal?.(effectDeps(deps, now), of, opened)) ?? ok(NO_EFFECT)
  if (!effect.ok) return { answer: effect }
  const { writes, wake } = effect.value
  const all = { writes: [...caseOpened(opened), ...writes], ...(wake && { wake }) }
  return { move: { on: 'appealed', after: afterAppeal(of, opened.id), only: () => [], effect: all } }
}

/** Appeals; once more where what was in the way had ended by the clock. */
const appeal = async (deps: ReviewDeps, name: string, said: string): Promise<Outcome<ReviewCase>> => {
  const appealed = await commitMove(deps, name, (of, now) => plan(deps, of, said, now))
  const inTheWay = appealed.ok ? undefined : appealed.refusal.extra?.review
  if (inTheWay === undefined || (await endInTheWay(deps, String(inTheWay)))) return appealed
  return commitMove(deps, name, (of, now) => plan(deps, of, said, now))
}

/**
 * A user appeals against a refusal: a new case of the same kind about the same, for people who did not decide before. Answers the appeal;
 * where there is one already, that. Refuses with `not_found`, `review_not_appealable`, `review_open`, as its owner does, and with
 * `contended`. Three calls, and those of its owner.
 */
export const appealCase = async (
  deps: ReviewDeps,
  accountId: string,
  { name, text }: { name: string; text: string },
): Promise<Outcome<ReviewCase>> => {
  const appealed = notOwn(accountId, name) ?? (await appeal(deps, name, maskNumbers(text)))
  if (!appealed.ok) return appealed
  const id = appealed.value.appealedBy ?? ''
  const opened = await findCase(deps.table, caseIdOf({ accountId, id }))
  return opened ? ok(opened) : refused('not_found')
}
