import { randomUUID } from 'node:crypto'
import type { Millis } from '../../shared/kernel/time.ts'
import type { FunctionError } from './messages.ts'
import type { Invocation, Thread } from './thread.ts'

/** The execution environments of one function. */
export type Pool = {
  /** Runs one event; waits for a free thread when as many as allowed are busy. */
  invoke(event: unknown): Promise<Invocation>
  /** Events running or waiting. */
  inFlight(): number
  stop(error: FunctionError): Promise<void>
}

type Options = {
  timeoutMs: Millis
  startThread: (gone: () => void) => Thread
  /** Most threads at a time. */
  limit: number
  /** Most threads kept while nothing runs. */
  idleLimit: number
}

const retired = { errorType: 'Sandbox.Retired', errorMessage: 'No longer needed' }

export const functionPool = ({ timeoutMs, startThread, limit, idleLimit }: Options): Pool => {
  const all = new Set<Thread>()
  const idle: Thread[] = []
  const waiting: ((thread: Thread | undefined) => void)[] = []
  let running = 0
  let stopped: FunctionError | undefined

  const add = (): Thread => {
    const thread = startThread(() => all.delete(thread))
    all.add(thread)
    return thread
  }
  const acquire = async (): Promise<Thread | undefined> => {
    if (stopped) return undefined
    const ready = idle.pop()
    if (ready) return ready
    if (all.size < limit) return add()
    return new Promise((resolve) => waiting.push(resolve))
  }
  const release = (thread: Thread): void => {
    if (stopped) return
    const next = waiting.shift()
    if (next) next(thread.alive() ? thread : add())
    else if (thread.alive() && idle.length < idleLimit) idle.push(thread)
    else void thread.kill(retired)
  }

  return {
    invoke: async (event) => {
      running += 1
      const thread = await acquire()
      const order = { requestId: randomUUID(), event: JSON.stringify(event), timeoutMs }
      const invocation = thread ? await thread.invoke(order) : { ok: false as const, error: stopped ?? retired }
      running -= 1
      if (thread) release(thread)
      return invocation
    },
    inFlight: () => running,
    stop: async (error) => {
      stopped = error
      for (const resolve of waiting.splice(0)) resolve(undefined)
      await Promise.all([...all].map((thread) => thread.kill(error)))
    },
  }
}
