import type { PageAsked } from '../../../shared/http/paging.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { nextCursor } from '../../../shared/table/list-cursor.ts'
import { readNewest } from '../../../shared/table/read-newest.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { ReviewCase } from '../case/case.ts'
import { caseOf } from '../case/case-store.ts'
import { showReview } from '../case/case-view.ts'
import { standing } from '../case/clock.ts'
import { findCase } from '../case/find-case.ts'
import { reviewLists } from '../keys.ts'
import { kindOf, type ReviewKinds } from '../kind.ts'
import { isAppealable } from './appealable.ts'
import { notOwn, notSeen } from './own-case.ts'

type ReadDeps = { table: Pick<Table, 'get' | 'query'>; clock: Clock; kinds: ReviewKinds }

export type ShownReview = ReturnType<typeof showReview>

/** A case as its user sees it at a moment. */
export const shownToUser = (kinds: ReviewKinds, found: ReviewCase, now: Millis): ShownReview => {
  const of = standing(found, now)
  const kind = kindOf(kinds, of)
  return showReview(kind, of, isAppealable(kind, of, now))
}

/** The account's cases, newest first, a page at a time, which may have fewer than asked for. Refuses with `invalid_cursor`. One call. */
export const listOwnCases = async (
  deps: ReadDeps,
  accountId: string,
  asked: PageAsked,
): Promise<Outcome<{ reviews: ShownReview[]; nextCursor: string | null }>> => {
  const page = await readNewest(deps, reviewLists.ofAccount, accountId, asked)
  if (!page.ok) return page
  const now = deps.clock.now()
  const seen = page.value.items.map(caseOf).filter((of) => !notSeen(kindOf(deps.kinds, of)))
  const reviews = seen.map((of) => shownToUser(deps.kinds, of, now))
  return ok({ reviews, nextCursor: nextCursor(page.value.next) })
}

/** One of them. Refuses with `not_found`. One call. */
export const readOwnCase = async (deps: ReadDeps, accountId: string, name: string): Promise<Outcome<ShownReview>> => {
  const found = notOwn(accountId, name) ? undefined : await findCase(deps.table, name)
  if (!found) return refused('not_found')
  return notSeen(kindOf(deps.kinds, found)) ?? ok(shownToUser(deps.kinds, found, deps.clock.now()))
}
