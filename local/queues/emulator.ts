import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod/mini'
import type { ShiftedClock } from '../clock.ts'

/** The thread in which SQS runs. */
export type QueueEmulator = {
  /** Forgets every queue and message and answers the port to talk to from now on. */
  startAfresh(): Promise<number>
  stop(): Promise<void>
}

/** What of the emulator's code was compiled is kept here for the next start. */
const COMPILE_CACHE = join(import.meta.dirname, '../../.build/compile-cache')

const started = z.tuple([z.number()])

/** Starts the thread; its delays and visibility time-outs follow `clock`. `fault` is told if it breaks. */
export const startQueueEmulator = (clock: ShiftedClock, fault: (error: unknown) => void): QueueEmulator => {
  const thread = new Worker(new URL('./queue-thread.ts', import.meta.url), {
    name: 'queues',
    execArgv: [],
    workerData: { clock: clock.shared },
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  thread.on('error', fault)
  return {
    startAfresh: async () => {
      thread.postMessage('start afresh')
      const [port] = z.parse(started, await once(thread, 'message'))
      return port
    },
    stop: async () => void (await thread.terminate()),
  }
}
