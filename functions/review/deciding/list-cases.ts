import type { PageAsked } from '../../../shared/http/paging.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Page, Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { ReviewCase } from '../case/case.ts'
import { caseOf } from '../case/case-store.ts'
import { standing } from '../case/clock.ts'
import { reviewKeys, reviewLists } from '../keys.ts'
import type { ReviewKinds } from '../kind.ts'
import { showReviewRow } from './review-view.ts'
import { type Reviewer, rightObjection } from './reviewer.ts'

export const listStatuses = ['open', 'waiting', 'decided'] as const

/** Which cases are asked for: of a state, and of a kind. */
export type ListAsked = PageAsked & { status: (typeof listStatuses)[number]; kind?: string; language: Language }

type ListDeps = { table: Pick<Table, 'list'>; clock: Clock; kinds: ReviewKinds }

const { pk, sk } = reviewKeys.case('', '')
/** Accounts are the partitions of cases. */
const BOUNDS = { pk, sk }

/** As many as the clock can have ended since it was swept last. */
const UNSWEPT = 50

/** Those that the clock has ended, and that nobody has written down yet: they are over like all others. */
const readUnswept = async ({ table }: ListDeps, now: Millis): Promise<Item[]> =>
  (await table.list({ list: reviewLists.waiting, until: now, limit: UNSWEPT, newestFirst: true })).items

const readPage = async (deps: ListDeps, { status, limit }: ListAsked, after: string | undefined): Promise<Page> => {
  const now = deps.clock.now()
  if (status === 'open') return deps.table.list({ list: reviewLists.open, limit, after })
  if (status === 'waiting') return deps.table.list({ list: reviewLists.waiting, from: now + 1, limit, after })
  const page = await deps.table.list({ list: reviewLists.decided, limit, after, newestFirst: true })
  return after === undefined ? { ...page, items: [...(await readUnswept(deps, now)), ...page.items] } : page
}

/**
 * Cases of the kinds that an operator may decide: those that wait for people by when they are to be answered, those that wait for their user by
 * when they must answer, those that are over the newest first; and those that cannot be read. A page may have fewer than asked for, and
 * the first of those that are over a few more. Refuses with `invalid_cursor`. One call, for those that are over two.
 */
export const listCases = async (
  deps: ListDeps,
  reviewer: Reviewer,
  asked: ListAsked,
): Promise<
  Outcome<{ reviews: ReturnType<typeof showReviewRow>[]; unreadable: string[]; nextCursor: string | null }>
> => {
  const after = startOf(asked.cursor, (cursor) => afterCursor(cursor, BOUNDS))
  if (!after.ok) return after
  const page = await readPage(deps, asked, after.value)
  const now = deps.clock.now()
  const looking = { language: asked.language, now }
  const { read, unreadable } = readEach(page.items, caseOf)
  const rows = read.flatMap((of: ReviewCase) => {
    const kind = Object.hasOwn(deps.kinds, of.kind) ? deps.kinds[of.kind] : undefined
    const isWanted = asked.kind === undefined || asked.kind === of.kind
    if (!kind || !isWanted || rightObjection(kind, reviewer)) return []
    return [showReviewRow(kind, standing(of, now), looking)]
  })
  return ok({ reviews: rows, unreadable, nextCursor: nextCursor(page.next) })
}
