import * as z from 'zod/mini'
import { languages } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { due, listedAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  type Condition,
  type Delete,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  remove,
  type Value,
} from '../../../shared/table/write.ts'
import { doerKinds } from '../../audit/deed.ts'
import { reviewKeys, reviewLists } from '../keys.ts'
import {
  givenVerdicts,
  isEnded,
  type ReviewCase,
  type ReviewEvent,
  reviewStatuses,
  reviewTransitions,
  verdicts,
} from './case.ts'
import { dueAtOf } from './clock.ts'

const text = z.string()
const at = z.number()
const texts = z.array(text)
const doer = z.object({ kind: z.enum(doerKinds), id: text })
const said = z.object({ at, text: z.optional(text), materials: texts })

const stored = z.object({
  id: text,
  accountId: text,
  kind: text,
  subject: text,
  status: z.enum(reviewStatuses),
  language: z.enum(languages),
  openedAt: at,
  since: at,
  answerBy: at,
  openedBy: z.optional(doer),
  said: z.optional(text),
  materials: texts,
  claimBy: z.optional(text),
  claimUntil: z.optional(at),
  asked: z.array(z.object({ at, by: doer, what: texts, words: z.optional(text), until: at, answer: z.optional(said) })),
  waitUntil: z.optional(at),
  first: z.optional(
    z.object({
      verdict: z.enum(givenVerdicts),
      reason: z.optional(text),
      words: z.optional(text),
      checked: texts,
      by: doer,
      at,
    }),
  ),
  disagreed: z.optional(z.object({ by: doer, at })),
  decision: z.optional(
    z.object({
      verdict: z.enum(verdicts),
      reason: z.optional(text),
      words: z.optional(text),
      by: z.optional(doer),
      first: z.optional(doer),
      at,
    }),
  ),
  endedAt: z.optional(at),
  appealOf: z.optional(text),
  decidedBefore: texts,
  appealedBy: z.optional(text),
  rung: texts,
  changes: z.int(),
})

/** The case in an item. */
export const caseOf = (item: Item): ReviewCase => {
  const { claimBy, claimUntil, ...of } = z.parse(stored, item)
  return {
    ...of,
    ...(claimBy !== undefined && claimUntil !== undefined && { claim: { by: claimBy, until: claimUntil } }),
  }
}

export const keyOf = ({ accountId, id }: Pick<ReviewCase, 'accountId' | 'id'>): Key => reviewKeys.case(accountId, id)

/** Where it stands among all cases, and when its clock has something to do. */
const listing = (of: ReviewCase) => {
  const dueAt = dueAtOf(of)
  const listed = isEnded(of)
    ? listedAt(reviewLists.decided, of.endedAt ?? of.openedAt)
    : of.status === 'waiting'
      ? listedAt(reviewLists.waiting, of.waitUntil ?? of.answerBy)
      : listedAt(reviewLists.open, of.answerBy)
  return { ...listed, ...(dueAt !== undefined && due(keyOf(of), dueAt)) }
}

const saidOf = (of: { at: Millis; text?: string; materials: readonly string[] }): Value => ({
  ...of,
  materials: [...of.materials],
})

const written = ({ claim, ...of }: ReviewCase): Record<string, Value | undefined> => ({
  ...of,
  openedBy: of.openedBy && { ...of.openedBy },
  materials: [...of.materials],
  ...(claim && { claimBy: claim.by, claimUntil: claim.until }),
  asked: of.asked.map(({ by, what, answer, ...one }) => ({
    ...one,
    by: { ...by },
    what: [...what],
    answer: answer && saidOf(answer),
  })),
  first: of.first && { ...of.first, by: { ...of.first.by }, checked: [...of.first.checked] },
  disagreed: of.disagreed && { ...of.disagreed, by: { ...of.disagreed.by } },
  decision: of.decision && {
    ...of.decision,
    by: of.decision.by && { ...of.decision.by },
    first: of.decision.first && { ...of.decision.first },
  },
  decidedBefore: [...of.decidedBefore],
  rung: [...of.rung],
  ...listing(of),
})

/** Why a case is not opened: one of that kind about the same subject is. */
export const REVIEW_OPEN = 'review_open'

/**
 * A case for people, in the commit of whatever it comes of. Conflict `review_open`, with which: about a subject of a kind one is open at a
 * time.
 */
export const caseOpened = (of: ReviewCase): [Put, Put] => [
  put(keyOf(of), written(of), isNew),
  put(reviewKeys.open(of.accountId, of.kind, of.subject), { review: of.id }, isNew, REVIEW_OPEN),
]

/** Which case is open, in the item that says so. */
export const openCaseIn = (item: Item | undefined): string | undefined =>
  typeof item?.review === 'string' ? item.review : undefined

/** Why a move comes to nothing: somebody else was faster, or the clock. */
export const MOVED = 'review_moved'

/** The case as it is after an event, if it still is as it was read and `only` holds. */
export const caseMoved = (before: ReviewCase, on: ReviewEvent, after: ReviewCase, only: readonly Condition[]): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }),
    all(
      stateAllows(reviewTransitions, on),
      equals('status', before.status),
      equals('changes', before.changes),
      ...only,
    ),
    MOVED,
  )

/** The same where it ends by it: about its subject another may be opened then. */
export const caseEnded = (
  before: ReviewCase,
  on: ReviewEvent,
  after: ReviewCase,
  only: readonly Condition[],
): [Put, Delete] => [
  caseMoved(before, on, after, only),
  remove(reviewKeys.open(before.accountId, before.kind, before.subject), equals('review', before.id), MOVED),
]
