import type { Millis } from '../../shared/kernel/time.ts'

/** What a failed invocation leaves, as Lambda reports it. */
export type FunctionError = { errorType: string; errorMessage: string; trace?: string[] }

/** What a worker thread is started with. */
export type WorkerStart = {
  /** Name on this machine. */
  name: string
  functionName: string
  functionArn: string
  memoryMb: number
  /** The module to import and the export that handles events. */
  module: string
  handler: string
  logFile: string
  /** Folder of the source maps. */
  maps: string
  /** One Int32: 1 when an event is waiting. The thread sleeps on it between events. */
  signal: SharedArrayBuffer
  /** The clock's offset. */
  clock: SharedArrayBuffer
  /** Write what was compiled to the cache, for the next workers of this function. */
  fillCache: boolean
}

/** One event for a worker; `event` is JSON. */
export type Order = { requestId: string; event: string; timeoutMs: Millis }

/** What a worker says: that it has loaded its module, or how the event ended; `payload` is JSON, `cpuMs` what its thread took. */
export type Report =
  | { kind: 'loaded' }
  | { kind: 'answered'; payload: string; cpuMs: number }
  | { kind: 'failed'; error: FunctionError }

/** The parts of a thrown value that are reported. */
export const functionError = (thrown: unknown): FunctionError =>
  thrown instanceof Error
    ? { errorType: thrown.name, errorMessage: thrown.message, trace: thrown.stack?.split('\n') }
    : { errorType: 'Error', errorMessage: String(thrown) }
