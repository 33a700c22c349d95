import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Page } from '../../../shared/table/table.ts'
import { isOwed, type ReviewCase } from '../case/case.ts'
import { caseIdOf } from '../case/case-id.ts'
import { caseOf } from '../case/case-store.ts'
import { objectionTo } from '../case/claim.ts'
import { standing } from '../case/clock.ts'
import { findCase } from '../case/find-case.ts'
import { reviewLists } from '../keys.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'
import { type ClaimDeps, takeClaim } from './take-claim.ts'

/** Which one is wanted: of a kind, and behind one that they are leaving. */
export type NextAsked = { kind?: string; after?: string }

const PAGE = 25

/** Among so many somebody finds one to do, or there is none: as many as others can hold at a time. */
const PAGES = 8

/** Whether that operator may take it as it stands. Their own that they hold already counts, so that a second click finds the same. */
const mayTake = ({ kinds, clock }: ClaimDeps, reviewer: Reviewer, of: ReviewCase, { kind }: NextAsked): boolean => {
  const row = Object.hasOwn(kinds, of.kind) ? kinds[of.kind] : undefined
  const now = clock.now()
  const isWanted = row !== undefined && (kind === undefined || kind === of.kind) && isOwed(of)
  return isWanted && !rightObjection(row, reviewer) && !objectionTo(standing(of, now), reviewer.operatorId, now)
}

/** What waits, the most urgent first, from the one that is left on. */
const readPage = (deps: ClaimDeps, from: number | undefined, after: string | undefined): Promise<Page> =>
  deps.table.list({ list: reviewLists.open, from, limit: PAGE, after })

/**
 * Takes the most urgent case that nobody else holds and this operator may decide; undefined where there is none. Those that others take at
 * the same moment are passed over. Three calls where the first will do.
 */
export const takeNext = async (
  deps: ClaimDeps,
  reviewer: Reviewer,
  asked: NextAsked = {},
): Promise<Outcome<ReviewCase | undefined>> => {
  const left = asked.after === undefined ? undefined : await findCase(deps.table, asked.after)
  let after: string | undefined
  for (let pages = 0; pages < PAGES; pages += 1) {
    const page = await readPage(deps, left?.answerBy, after)
    for (const of of readEach(page.items, caseOf).read) {
      if (of.id === left?.id || !mayTake(deps, reviewer, of, asked)) continue
      const taken = await takeClaim(deps, reviewer, caseIdOf(of))
      if (taken.ok) return taken
    }
    if (page.next === undefined) break
    after = page.next
  }
  return ok(undefined)
}
