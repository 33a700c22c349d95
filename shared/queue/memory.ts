import type { Pointer } from '../table/work.ts'
import { BATCH, type Queue } from './queue.ts'

/** A queue that only remembers, for unit tests and the simulation. */
export const memoryQueue = (): Queue & { sent: Pointer[] } => {
  const sent: Pointer[] = []
  let calls = 0
  return {
    sent,
    calls: () => calls,
    async wake(pointers) {
      const byKind = Map.groupBy(pointers, (pointer) => pointer.kind)
      for (const all of byKind.values()) calls += Math.ceil(all.length / BATCH)
      sent.push(...pointers)
    },
  }
}
