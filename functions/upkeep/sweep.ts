import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { Queue } from '../../shared/queue/queue.ts'
import type { Round } from '../../shared/queue/scheduled.ts'
import { DUE_SHARDS } from '../../shared/table/keys.ts'
import { Contended, type DueEntry, NotNow, type Table } from '../../shared/table/table.ts'
import type { Pointer } from '../../shared/table/work.ts'
import { type Key, toldName } from '../../shared/table/write.ts'
import { pushedOn } from './due-store.ts'

export type SweepDeps = Round & {
  table: Table
  queue: Queue
  clock: Clock
  /** The pointer to an item that owes work, of whatever kind. */
  pointerTo: (key: Key) => Pointer | undefined
}

const PAGE = 50
const AT_ONCE = 10
/** Stops early enough to finish what was begun. */
const RESERVE: Millis = 10_000

const HELD_UP = 'held_up'

/** The table lets everybody wait; an item that others keep writing says nothing of the rest. */
const isHeldUp = (error: unknown): boolean => error instanceof NotNow && !(error instanceof Contended)

/** One item is pushed on; answers whom to wake. What fails is told, and keeps nobody else from being sent. */
const pushOn = async (deps: SweepDeps, entry: DueEntry, now: Millis): Promise<Pointer | typeof HELD_UP | undefined> => {
  try {
    const pushed = await deps.table.commit([pushedOn(entry, now)])
    if (pushed.kind === 'conflict') return undefined
    const pointer = deps.pointerTo(entry.key)
    if (!pointer) throw new Error('an item owes what nobody does')
    return pointer
  } catch (error) {
    deps.fault(error, toldName(entry.key))
    return isHeldUp(error) ? HELD_UP : undefined
  }
}

type Swept = { sent: number; heldUp: number }

const sweepBatch = async (deps: SweepDeps, batch: readonly DueEntry[], now: Millis): Promise<Swept> => {
  const outcomes = await Promise.all(batch.map((entry) => pushOn(deps, entry, now)))
  const pointers = outcomes.filter((one): one is Pointer => one !== undefined && one !== HELD_UP)
  await deps.queue.wake(pointers).catch((error: unknown) => deps.fault(error, 'wake-ups'))
  return { sent: pointers.length, heldUp: outcomes.filter((one) => one === HELD_UP).length }
}

/**
 * Goes through what a shard owes, once: an item that cannot be pushed on is passed, or it would keep for ever what stands behind
 * it. A table that lets a whole batch wait is left to the next minute.
 */
const sweepShard = async (deps: SweepDeps, shard: number, until: Millis): Promise<number> => {
  let sent = 0
  let after: DueEntry | undefined
  do {
    if (deps.remainingMs() <= RESERVE) return sent
    const entries = await deps.table.due({ shard, until, limit: PAGE, after })
    for (let from = 0; from < entries.length && deps.remainingMs() > RESERVE; from += AT_ONCE) {
      const batch = entries.slice(from, from + AT_ONCE)
      const swept = await sweepBatch(deps, batch, until)
      sent += swept.sent
      if (swept.heldUp === batch.length) return sent
    }
    after = entries.length === PAGE ? entries.at(-1) : undefined
  } while (after)
  return sent
}

/**
 * Finds every item that owes work and sends its pointer again. This, and not any queue, is what guarantees that work is
 * done: queues may lose everything. Answers how many pointers were sent; each failure is told to `fault`, and the rest done.
 */
export const sweep = async (deps: SweepDeps): Promise<number> => {
  const until = deps.clock.now()
  const shards = Array.from({ length: DUE_SHARDS }, (_none, shard) => shard)
  const swept = shards.map((shard) =>
    sweepShard(deps, shard, until).catch((error: unknown) => {
      deps.fault(error, `shard ${shard}`)
      return 0
    }),
  )
  return (await Promise.all(swept)).reduce((sum, sent) => sum + sent, 0)
}
