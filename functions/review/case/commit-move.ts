import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import { type Committed, type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Condition, Write } from '../../../shared/table/write.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import type { Effect, EffectDeps, ReviewKinds } from '../kind.ts'
import { isEnded, type ReviewCase, type ReviewEvent } from './case.ts'
import { caseIdOf } from './case-id.ts'
import { caseEnded, caseMoved, MOVED, openCaseIn, REVIEW_OPEN } from './case-store.ts'
import { standing } from './clock.ts'
import { findCase } from './find-case.ts'

export type ReviewDeps = {
  table: Table
  /** Wakes what kinds leave to do, where one of them leaves any. */
  queue?: Pick<Queue, 'wake'>
  clock: Clock
  ids: Ids
  kinds: ReviewKinds
  told: EffectDeps['told']
  publicUrl: string
}

/** What to do with a case: an event, the case after it, what must hold when that is written, and what follows and is recorded with it. */
export type Move = {
  on: ReviewEvent
  after: ReviewCase
  /** As of the moment (epoch ms) when it is written. */
  only: (now: Millis) => readonly Condition[]
  effect?: Effect
  record?: AuditRecord
}

/** A move, or the answer where there is nothing to do. */
export type Plan = { move: Move } | { answer: Outcome<ReviewCase> }

/** Somebody else is faster, or one of the owner's things changes: read again, and no more often than that can happen. */
const TRIES = 5

export const effectDeps = ({ table, ids, told, publicUrl }: ReviewDeps, now: Millis): EffectDeps => ({
  ...{ table, ids, told, publicUrl },
  now,
})

/** Of an event of a case that was read, everything that is written. */
export const writesOf = (before: ReviewCase, { on, after, only, effect }: Move, now: Millis): Write[] => {
  const isEnd = isEnded(after) && !isEnded(before)
  const own = isEnd ? caseEnded(before, on, after, only(now)) : [caseMoved(before, on, after, only(now))]
  return [...own, ...(effect?.writes ?? [])]
}

const commit = (deps: ReviewDeps, writes: readonly Write[], { record }: Move): Promise<Committed> =>
  record ? commitDeed(deps, record, writes) : deps.table.commit(writes)

/** Where a case would be opened about something of which one is open: which that is. Not where somebody else did the very same meanwhile. */
const openRefusal = ({ accountId }: ReviewCase, conflicts: readonly Conflict[]): Outcome<never> | undefined => {
  if (isBecause(conflicts, MOVED)) return undefined
  const inTheWay = conflicts.find(({ because }) => because === REVIEW_OPEN)
  const id = openCaseIn(inTheWay?.item)
  if (id === undefined) return undefined
  const review = caseIdOf({ accountId, id })
  return refused('review_open', { extra: { review } })
}

/**
 * Reads a case, has it planned what is to become of it as it stands now, and writes all of that in one commit; again where somebody else was faster.
 * Wakes what the owner left to do. Refuses with `not_found`, what the plan refuses, `review_open` where it would
 * open another and one is, and `contended`. Two calls, one more with a record.
 */
export const commitMove = async (
  deps: ReviewDeps,
  name: string,
  plan: (of: ReviewCase, now: Millis) => Promise<Plan>,
): Promise<Outcome<ReviewCase>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await findCase(deps.table, name)
    if (!before) return refused('not_found')
    const now = deps.clock.now()
    const planned = await plan(standing(before, now), now)
    if ('answer' in planned) return planned.answer
    const { move } = planned
    const committed = await commit(deps, writesOf(before, move, deps.clock.now()), move)
    const open = committed.kind === 'conflict' ? openRefusal(before, committed.conflicts) : undefined
    if (open) return open
    if (committed.kind === 'conflict') continue
    if (move.effect?.wake) await deps.queue?.wake([move.effect.wake])
    return ok({ ...move.after, changes: before.changes + 1 })
  }
  return refused('contended')
}
