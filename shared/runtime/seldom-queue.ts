import type { Queue } from '../queue/queue.ts'

let woken: Queue | undefined

/** The queues of `queue.ts`, loaded when somebody is first woken: for a function that seldom wakes anybody. */
export const seldomQueue: Queue = {
  async wake(pointers) {
    woken ??= (await import('./queue.ts')).queue
    await woken.wake(pointers)
  },
  calls: () => woken?.calls() ?? 0,
}
