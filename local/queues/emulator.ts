import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod/mini'
import type { ShiftedClock } from '../clock.ts'

/** The thread in which SQS and S3 run. */
export type QueueEmulator = {
  /** Forgets every queue and message and answers the port to talk to from now on. */
  startAfresh(): Promise<number>
  /** The port of S3, with these buckets; what is in them outlives the thread. */
  startObjects(buckets: readonly string[]): Promise<number>
  emptyObjects(buckets: readonly string[]): Promise<void>
  stop(): Promise<void>
}

/** What of the emulator's code was compiled is kept here for the next start. */
const COMPILE_CACHE = join(import.meta.dirname, '../../.build/compile-cache')

const answer = z.object({ id: z.int(), done: z.int() })

/** Starts the thread; its delays and visibility time-outs follow `clock`. `fault` is told if it breaks. `objects`: the folder of files. */
export const startQueueEmulator = (
  { clock, objects }: { clock: ShiftedClock; objects: string },
  fault: (error: unknown) => void,
): QueueEmulator => {
  const thread = new Worker(new URL('./queue-thread.ts', import.meta.url), {
    name: 'queues',
    execArgv: [],
    workerData: { clock: clock.shared, objects },
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  thread.on('error', fault)
  const waiting = new Map<number, (done: number) => void>()
  let asked = 0
  thread.on('message', (message) => {
    const { id, done } = z.parse(answer, message)
    waiting.get(id)?.(done)
    waiting.delete(id)
  })
  const perform = (task: string, buckets: readonly string[] = []): Promise<number> => {
    asked += 1
    const id = asked
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      thread.postMessage({ id, task, buckets })
    })
  }
  return {
    startAfresh: () => perform('startAfresh'),
    startObjects: (buckets) => perform('startObjects', buckets),
    emptyObjects: async (buckets) => void (await perform('emptyObjects', buckets)),
    stop: async () => void (await thread.terminate()),
  }
}
