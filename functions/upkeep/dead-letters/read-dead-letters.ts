import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { DeadLetter, DeadLetterQueue } from '../../../shared/queue/dead-letters.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Work } from '../../../shared/table/work.ts'
import type { Key } from '../../../shared/table/write.ts'
import type { ReadLetter } from './dead-letter.ts'
import type { WorkQueue } from './list-dead-letters.ts'
import { owedIn, pointerIn } from './pointer-store.ts'

export type LookDeps = { table: Pick<Table, 'getMany'>; queues: readonly WorkQueue[]; works: readonly Work[] }

/** A queue with its letters, oldest first. `left`: about how many more it has than are shown. */
export type ReadQueue = { queue: string; kind: string; worker: string; letters: ReadLetter[]; left: number }

/** As many as one read of the table takes. */
const MOST = 100

/** As many as were counted, but for what somebody else has taken: to find out that there are no more takes a second. */
const takeAll = async (letters: DeadLetterQueue, counted: number): Promise<DeadLetter[]> => {
  // One that is hidden no longer comes again, with another handle.
  const taken = new Map<string, DeadLetter>()
  const wanted = Math.min(counted, MOST)
  const takeMore = async (): Promise<DeadLetter[]> => (taken.size < wanted ? letters.take('look') : [])
  for (let some = await takeMore(); some.length > 0; some = await takeMore())
    for (const letter of some) taken.set(letter.id, letter)
  return [...taken.values()]
}

/** The item that a letter of that queue names. */
const keyIn = ({ works }: LookDeps, { body }: DeadLetter, of: WorkQueue): Key | undefined => {
  const pointer = pointerIn(body, of)
  return pointer && works.find((work) => work.kind === of.kind)?.keyOf(pointer.id)
}

const withWork = async (deps: LookDeps, of: WorkQueue, taken: readonly DeadLetter[]): Promise<ReadLetter[]> => {
  const keys = taken.map((letter) => keyIn(deps, letter, of))
  const known = keys.flatMap((key) => key ?? [])
  const items = known.length > 0 ? await deps.table.getMany(known) : []
  return taken.map(({ id, body, sentAt, receives }, at) => {
    const key = keys[at]
    const item = key && items[known.indexOf(key)]
    return { id, pointer: pointerIn(body, of)?.id, sentAt, receives, ...owedIn(item) }
  })
}

/**
 * The dead letters of a queue with what is known of the work they name: whether it is still owed, as the sweep may have had it done meanwhile. All
 * are put back; whoever sends them again meanwhile waits for that. Refuses with `not_found`. A call to count them, one for every ten
 * letters and one to put ten back, and one to the table.
 */
export const readDeadLetters = async (deps: LookDeps, name: string): Promise<Outcome<ReadQueue>> => {
  const found = deps.queues.find(({ queue }) => queue === name)
  if (!found) return refused('not_found')
  const { letters: dead, queue, kind, worker } = found
  const depth = await dead.depth()
  const counted = depth.waiting + depth.taken
  const taken = await takeAll(dead, counted)
  await dead.putBack(taken)
  const shown = taken.toSorted((one, other) => one.sentAt - other.sentAt).slice(0, MOST)
  const letters = await withWork(deps, found, shown)
  return ok({ queue, kind, worker, letters, left: Math.max(counted, taken.length) - letters.length })
}
