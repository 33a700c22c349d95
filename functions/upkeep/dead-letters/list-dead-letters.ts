import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { DeadLetterQueue } from '../../../shared/queue/dead-letters.ts'
import type { ReadMessage } from '../../../shared/queue/worker.ts'
import type { DeadCount } from './dead-letter.ts'

/** A queue of work of this deployment, with what of it failed. `read`: where others than we write into it, how they tell of work. */
export type WorkQueue = { queue: string; kind: string; worker: string; letters: DeadLetterQueue; read?: ReadMessage }

const count = async ({ queue, kind, worker, letters }: WorkQueue): Promise<DeadCount> => {
  const named = { queue, kind, worker }
  const { waiting, taken } = await letters.depth()
  const depth = waiting + taken
  if (depth === 0) return { ...named, count: 0 }
  const seen = await letters.peek()
  const oldestAt = Math.min(...seen.map(({ sentAt }) => sentAt))
  return { ...named, count: Math.max(depth, seen.length), ...(seen.length > 0 && { oldestAt }) }
}

/** How many dead letters each queue has, and since when. One call a queue, three where it has any; those that are looked at are put back at once. */
export const listDeadLetters = async ({ queues }: { queues: readonly WorkQueue[] }): Promise<Outcome<DeadCount[]>> =>
  ok(await Promise.all(queues.map(count)))
