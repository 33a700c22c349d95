import { Worker } from 'node:worker_threads'
import type { Millis } from '../../shared/kernel/time.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import { type FunctionError, functionError, type Order, type Report, type WorkerStart } from './messages.ts'

/** How an invocation ended; `payload` is the JSON the handler answered with, `cpuMs` the CPU time of its thread. */
export type Invocation = { ok: true; payload: string; cpuMs: number } | { ok: false; error: FunctionError }

/** One execution environment. It takes one event at a time; once it has died it answers every event with its error. */
export type Thread = {
  accessKeyId: string
  invoke(order: Order): Promise<Invocation>
  alive(): boolean
  /** Ends the thread at once, in the middle of whatever it does; its event fails with this error. */
  kill(error: FunctionError): Promise<void>
}

export type ThreadSpec = {
  accessKeyId: string
  start: Omit<WorkerStart, 'signal'>
  env: Record<string, string>
  memoryMb: number
  /** Called once when the thread is gone, however it ended. */
  gone: () => void
}

/** Loading is not counted as running; Lambda grants it a time of its own, too. */
const LOADING_LIMIT: Millis = 30 * SECOND

const timedOut = (limit: Millis): FunctionError => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `Task timed out after ${(limit / SECOND).toFixed(2)} seconds`,
})
const exited = { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited without providing a reason' }

/** Starts a worker thread for a function; the module is loaded right away. */
export const startThread = ({ accessKeyId, start, env, memoryMb, gone }: ThreadSpec): Thread => {
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    name: accessKeyId,
    env,
    execArgv: [],
    workerData: { ...start, signal: signal.buffer } satisfies WorkerStart,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(memoryMb, 128) },
  })
  let loaded = false
  let death: FunctionError | undefined
  let current: { limit: Millis; settle: (invocation: Invocation) => void } | undefined
  let timer: NodeJS.Timeout | undefined

  const kill = async (error: FunctionError): Promise<void> => {
    if (death) return
    death = error
    gone()
    await worker.terminate()
    finish({ ok: false, error })
  }
  const limit = (ms: Millis): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void kill(timedOut(ms)), ms)
  }
  const finish = (invocation: Invocation): void => {
    clearTimeout(timer)
    const settle = current?.settle
    current = undefined
    settle?.(invocation)
  }

  worker.on('message', (report: Report) => {
    if (death) return
    if (report.kind === 'answered') finish({ ok: true, payload: report.payload, cpuMs: report.cpuMs })
    else if (report.kind === 'failed') finish({ ok: false, error: report.error })
    else {
      loaded = true
      if (current) limit(current.limit)
    }
  })
  worker.on('error', (error) => void kill(functionError(error)))
  worker.on('exit', () => void kill(exited))

  return {
    accessKeyId,
    alive: () => death === undefined,
    kill,
    invoke: (order) =>
      new Promise((settle) => {
        if (death) return settle({ ok: false, error: death })
        current = { limit: order.timeoutMs, settle }
        limit(loaded ? order.timeoutMs : LOADING_LIMIT)
        worker.postMessage(order)
        Atomics.store(signal, 0, 1)
        Atomics.notify(signal, 0)
      }),
  }
}
