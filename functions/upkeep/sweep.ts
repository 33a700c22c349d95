import { type Clock, MINUTE, type Millis } from '../../shared/kernel/time.ts'
import type { Queue } from '../../shared/queue/queue.ts'
import { DUE_SHARDS, pointerTo } from '../../shared/table/keys.ts'
import type { DueEntry, Table } from '../../shared/table/table.ts'
import { equals, type Update, update } from '../../shared/table/write.ts'

export type SweepDeps = { table: Table; queue: Queue; clock: Clock; remainingMs: () => Millis }

const PAGE = 50
const AT_ONCE = 10
/** Stops early enough to finish a page. */
const RESERVE: Millis = 10_000

/** Pushes the work on before it is sent again, a minute further with every fruitless wake-up, and only if nobody else did. */
const pushed = ({ key, dueAt }: DueEntry, now: Millis): Update =>
  update(
    key,
    {
      sum: {
        dueAt: { of: 'wakePause', or: 0, plus: now + MINUTE },
        wakePause: { of: 'wakePause', or: 0, plus: MINUTE },
      },
    },
    equals('dueAt', dueAt),
  )

const sweepPage = async (deps: SweepDeps, entries: readonly DueEntry[], now: Millis): Promise<number> => {
  let sent = 0
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const batch = entries.slice(from, from + AT_ONCE)
    const outcomes = await Promise.all(batch.map((entry) => deps.table.commit([pushed(entry, now)])))
    const due = batch.filter((_entry, at) => outcomes[at]?.kind === 'committed')
    const pointers = due.flatMap(({ key }) => pointerTo(key) ?? [])
    await deps.queue.wake(pointers)
    sent += pointers.length
  }
  return sent
}

const sweepShard = async (deps: SweepDeps, shard: number, until: Millis): Promise<number> => {
  let sent = 0
  while (deps.remainingMs() > RESERVE) {
    const entries = await deps.table.due({ shard, until, limit: PAGE })
    sent += await sweepPage(deps, entries, until)
    if (entries.length < PAGE) break
  }
  return sent
}

/**
 * Finds every item that owes work and sends its pointer again. This, and not any queue, is what guarantees that work is
 * done: queues may lose everything. Answers how many pointers were sent.
 */
export const sweep = async (deps: SweepDeps): Promise<number> => {
  const until = deps.clock.now()
  const shards = Array.from({ length: DUE_SHARDS }, (_none, shard) => shard)
  const sent = await Promise.all(shards.map((shard) => sweepShard(deps, shard, until)))
  return sent.reduce((sum, one) => sum + one, 0)
}
