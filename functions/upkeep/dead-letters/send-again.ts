import { createHash } from 'node:crypto'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Clock, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { type DeadLetter, type DeadLetterQueue, HIDDEN_MS } from '../../../shared/queue/dead-letters.ts'
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
  /** Waits so long (ms). */
  pause: (ms: Millis) => Promise<unknown>
}

/** `letters`: which, by their ids; undefined for all. */
export type ReplayAsked = { queue: string; letters?: readonly string[]; reason: string }

/**
 * `unreadable`: letters that name no work of their queue, which stay. `left`: about how many are still there. `looked`: about how many of
 * these somebody else was looking at all the while, so that they were not seen.
 */
export type Replayed = { queue: string; sent: number; unreadable: number; left: number; looked: number }

/** Which letters were asked for, as it is kept: how many, and a hash by which whoever has their ids can tell. */
const lettersKept = (letters: readonly string[]): string => {
  const each = [...new Set(letters)].toSorted()
  return `${each.length} ${createHash('sha256').update(each.join(' ')).digest('hex')}`
}

/** A function has 29 seconds; whoever has more asks again. */
const MOST = 500

const recordReplay = async (deps: ReplayDeps, by: Operator, { queue, letters, reason }: ReplayAsked): Promise<void> => {
  const record = {
    id: deps.ids.id(),
    subject: deedSubjects.queue(queue),
    at: deps.clock.now(),
    by: doers.operator(by),
    action: 'dead_letters_replay' as const,
    detail: letters ? lettersKept(letters) : 'all',
    reason,
  }
  await commitDeed(deps, record, [])
}

/** Longer than letters are hidden by whoever looks at them; a call in vain takes a second, and so does the pause after it. */
const LONGEST_WAIT: Millis = HIDDEN_MS.look + 2 * SECOND
const PAUSE: Millis = SECOND
const ROUND: Millis = 2 * SECOND

/** What is left (ms) to wait for others, all in all. */
type Patience = { left: Millis }

/** About how many letters others have taken, where we hold so many. */
const takenByOthers = async (letters: DeadLetterQueue, held: number): Promise<number> =>
  Math.max(0, (await letters.depth()).taken - held)

/** Letters that nobody holds, or that whoever looks at them puts back in a moment; none where there are no others. */
const takeSome = async (
  { pause }: ReplayDeps,
  letters: DeadLetterQueue,
  held: number,
  patience: Patience,
): Promise<DeadLetter[]> => {
  for (;;) {
    const taken = await letters.take('deal')
    if (taken.length > 0 || patience.left <= 0 || (await takenByOthers(letters, held)) === 0) return taken
    await pause(PAUSE)
    patience.left -= ROUND
  }
}

/**
 * Takes letters until it has those that are wanted, or as many as there were; sends those, and holds the others until it is through, so that
 * none is seen twice.
 */
const replay = async (deps: ReplayDeps, of: WorkQueue, wanted: ReadonlySet<string> | undefined) => {
  const { letters } = of
  const { waiting, taken: takenBefore } = await letters.depth()
  const most = wanted ? MOST : Math.min(waiting + takenBefore, MOST)
  const held: DeadLetter[] = []
  const patience = { left: LONGEST_WAIT }
  const seen = { sent: 0, unreadable: 0, taken: 0 }
  const isOver = (): boolean =>
    seen.taken >= most || (wanted !== undefined && seen.sent + seen.unreadable >= wanted.size)
  const takeMore = async (): Promise<DeadLetter[]> => (isOver() ? [] : takeSome(deps, letters, held.length, patience))
  for (let taken = await takeMore(); taken.length > 0; taken = await takeMore()) {
    const asked = taken.filter(({ id }) => wanted?.has(id) ?? true)
    const readable = asked.filter(({ body }) => pointerIn(body, of) !== undefined)
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
 * first is sent. Letters that somebody looks at are waited for. A letter whose work is done by then does no harm: its item owes nothing. Refuses with `not_found`.
 */
export const sendAgain = async (deps: ReplayDeps, by: Operator, asked: ReplayAsked): Promise<Outcome<Replayed>> => {
  const found = deps.queues.find(({ queue }) => queue === asked.queue)
  if (!found) return refused('not_found')
  await recordReplay(deps, by, asked)
  const { sent, unreadable } = await replay(deps, found, asked.letters && new Set(asked.letters))
  const { waiting, taken } = await found.letters.depth()
  return ok({ queue: found.queue, sent, unreadable, left: waiting + taken, looked: taken })
}
