import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { Queue } from '../../shared/queue/queue.ts'
import { DUE_SHARDS } from '../../shared/table/keys.ts'
import type { DueEntry, Table } from '../../shared/table/table.ts'
import type { Pointer } from '../../shared/table/work.ts'
import type { Key } from '../../shared/table/write.ts'
import { pushedOn } from './due-store.ts'

export type SweepDeps = {
  table: Table
  queue: Queue
  clock: Clock
  remainingMs: () => Millis
  /** The pointer to an item that owes work, of whatever kind. */
  pointerTo: (key: Key) => Pointer | undefined
}

const PAGE = 50
const AT_ONCE = 10
/** Stops early enough to finish a page. */
const RESERVE: Millis = 10_000

/** `failures`: items that could not be pushed on. They must not keep the others from being sent. */
type Swept = { sent: number; failures: unknown[] }

const sweepPage = async (deps: SweepDeps, entries: readonly DueEntry[], now: Millis): Promise<Swept> => {
  const swept: Swept = { sent: 0, failures: [] }
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const batch = entries.slice(from, from + AT_ONCE)
    const outcomes = await Promise.allSettled(batch.map((entry) => deps.table.commit([pushedOn(entry, now)])))
    const pointers = outcomes.flatMap((outcome, at) => {
      const key = outcome.status === 'fulfilled' && outcome.value.kind === 'committed' ? batch[at]?.key : undefined
      return (key && deps.pointerTo(key)) ?? []
    })
    await deps.queue.wake(pointers)
    swept.sent += pointers.length
    swept.failures.push(...outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])))
  }
  return swept
}

const sweepShard = async (deps: SweepDeps, shard: number, until: Millis): Promise<Swept> => {
  const swept: Swept = { sent: 0, failures: [] }
  while (deps.remainingMs() > RESERVE && swept.failures.length < PAGE) {
    const entries = await deps.table.due({ shard, until, limit: PAGE })
    const page = await sweepPage(deps, entries, until)
    swept.sent += page.sent
    swept.failures.push(...page.failures)
    if (entries.length < PAGE) break
  }
  return swept
}

/**
 * Finds every item that owes work and sends its pointer again. This, and not any queue, is what guarantees that work is
 * done: queues may lose everything. Answers how many pointers were sent. Throws the first failure after everything else is done.
 */
export const sweep = async (deps: SweepDeps): Promise<number> => {
  const until = deps.clock.now()
  const shards = Array.from({ length: DUE_SHARDS }, (_none, shard) => shard)
  const outcomes = await Promise.allSettled(shards.map((shard) => sweepShard(deps, shard, until)))
  const swept = outcomes.map(
    (one): Swept => (one.status === 'fulfilled' ? one.value : { sent: 0, failures: [one.reason] }),
  )
  const [failure] = swept.flatMap(({ failures }) => failures)
  if (failure !== undefined) throw failure
  return swept.reduce((sum, { sent }) => sum + sent, 0)
}
