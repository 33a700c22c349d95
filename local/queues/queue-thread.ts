import { flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { buildApp } from 'fauxqs'
import { shiftDate } from '../shifted-date.ts'

// The queues run in a thread of their own, because there the clock can be shifted under them: delays and visibility then
// end when the engine's time says so. Whenever it is told to, the thread forgets everything and starts afresh on a new port;
// loading the emulator again would take longer than all else in a restart.

shiftDate(workerData.clock)
flushCompileCache()

let app: ReturnType<typeof buildApp> | undefined

const startAfresh = async (): Promise<void> => {
  await app?.close()
  app = buildApp({ logger: false })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  // Whoever calls keeps its connections and is never told that one was closed between two calls.
  app.server.keepAliveTimeout = 0
  parentPort?.postMessage(Number(new URL(address).port))
}

parentPort?.on('message', () => void startAfresh())
