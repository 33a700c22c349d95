import type { Pointer } from '../table/keys.ts'
import type { Queue } from './queue.ts'

/** A queue that only remembers, for unit tests and the simulation. */
export const memoryQueue = (): Queue & { sent: Pointer[] } => {
  const sent: Pointer[] = []
  let calls = 0
  return {
    sent,
    calls: () => calls,
    async wake(pointers) {
      calls += new Set(pointers.map((pointer) => pointer.kind)).size
      sent.push(...pointers)
    },
  }
}
