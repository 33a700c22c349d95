import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { DeadLetter } from '../../../shared/queue/dead-letters.ts'
import type { Table } from '../../../shared/table/table.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import type { WorkQueue } from './list-dead-letters.ts'
import { pointerIn } from './pointer-store.ts'

export type ReplayDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  queues: readonly WorkQueue[]
  clock: Clock
  ids: Ids
}

/** `letters`: which, by their ids; undefined for all. */
export type ReplayAsked = { queue: string; letters?: readonly string[]; reason: string }

/** `unreadable`: letters that name no work of their queue, which stay. `left`: about how many are still there. */
export type Replayed = { queue: string; sent: number; unreadable: number; left: number }

/** A function has 29 seconds; whoever has more asks again. */
const MOST = 500

const recordReplay = async (deps: ReplayDeps, by: Operator, { queue, letters, reason }: ReplayAsked): Promise<void> => {
  const record = {
    id: deps.ids.id(),
    subject: deedSubjects.queue(queue),
    at: deps.clock.now(),
    by: doers.operator(by),
    action: 'dead_letters_replay' as const,
    detail: letters ? letters.join(' ') : 'all',
    reason,
  }
  await commitDeed(deps, record, [])
}

/**
 * Takes letters until it has those that are wanted, or as many as there were; sends those, and holds the others until it is through, so that
 * none is seen twice.
 */
const replay = async ({ letters, kind }: WorkQueue, wanted: ReadonlySet<string> | undefined) => {
  const most = wanted ? MOST : Math.min(await letters.depth(), MOST)
  const held: DeadLetter[] = []
  const seen = { sent: 0, unreadable: 0, taken: 0 }
  const isOver = (): boolean =>
    seen.taken >= most || (wanted !== undefined && seen.sent + seen.unreadable >= wanted.size)
  const takeMore = async (): Promise<DeadLetter[]> => (isOver() ? [] : letters.take())
  for (let taken = await takeMore(); taken.length > 0; taken = await takeMore()) {
    const asked = taken.filter(({ id }) => wanted?.has(id) ?? true)
    const readable = asked.filter(({ body }) => pointerIn(body, kind) !== undefined)
    const sent = await letters.sendAgain(readable)
    held.push(...taken.filter((letter) => !sent.includes(letter)))
    seen.taken += taken.length
    seen.sent += sent.length
    seen.unreadable += asked.length - readable.length
  }
  await letters.putBack(held)
  return seen
}

/**
 * Dead letters go to their queue once more, all or those named; each leaves the dead ones only after it was taken there. On record before the
 * first is sent. A letter whose work is done by then does no harm: its item owes nothing. Refuses with `not_found`.
 */
export const sendAgain = async (deps: ReplayDeps, by: Operator, asked: ReplayAsked): Promise<Outcome<Replayed>> => {
  const found = deps.queues.find(({ queue }) => queue === asked.queue)
  if (!found) return refused('not_found')
  await recordReplay(deps, by, asked)
  const { sent, unreadable } = await replay(found, asked.letters && new Set(asked.letters))
  return ok({ queue: found.queue, sent, unreadable, left: await found.letters.depth() })
}
