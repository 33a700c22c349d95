import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { ReviewCase } from '../case/case.ts'
import { standing } from '../case/clock.ts'
import { findCase } from '../case/find-case.ts'
import { kindOf, type ReviewKinds } from '../kind.ts'
import { type ReviewDetail, showReviewDetail } from './review-view.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'

type ReadDeps = { clock: Clock; kinds: ReviewKinds }

/** A case as an operator sees it now. */
export const shownToOperator = (
  { clock, kinds }: ReadDeps,
  { operatorId: who }: Reviewer,
  found: ReviewCase,
  language: Language,
): ReviewDetail => {
  const now = clock.now()
  const of = standing(found, now)
  return showReviewDetail(kindOf(kinds, of), of, { who, language, now })
}

/** One case. Refuses with `not_found` and `right_missing`. One call. */
export const readCase = async (
  deps: ReadDeps & { table: Pick<Table, 'get'> },
  reviewer: Reviewer,
  name: string,
  language: Language,
): Promise<Outcome<ReviewDetail>> => {
  const found = await findCase(deps.table, name)
  if (!found) return refused('not_found')
  const objection = rightObjection(kindOf(deps.kinds, found), reviewer)
  return objection ?? ok(shownToOperator(deps, reviewer, found, language))
}
