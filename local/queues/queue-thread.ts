import { flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { buildApp, type FauxqsServer, startFauxqs } from 'fauxqs'
import { shiftDate } from '../shifted-date.ts'

// The queues run in a thread of their own, because there the clock can be shifted under them: delays and visibility then
// end when the engine's time says so. Whenever it is told to, the thread forgets everything and starts afresh on a new port;
// loading the emulator again would take longer than all else in a restart. Files are another matter: they are in the data folder,
// and the one server for them lives as long as the thread.

shiftDate(workerData.clock)
flushCompileCache()

let app: ReturnType<typeof buildApp> | undefined
let objects: FauxqsServer | undefined

const startAfresh = async (): Promise<number> => {
  await app?.close()
  app = buildApp({ logger: false })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  // Whoever calls keeps its connections and is never told that one was closed between two calls.
  app.server.keepAliveTimeout = 0
  return Number(new URL(address).port)
}

const startObjects = async (buckets: readonly string[]): Promise<number> => {
  objects ??= await startFauxqs({ port: 0, host: '127.0.0.1', logger: false, s3StorageDir: workerData.objects })
  for (const bucket of buckets) objects.createBucket(bucket)
  return objects.port
}

const emptyObjects = async (buckets: readonly string[]): Promise<number> => {
  for (const bucket of buckets) objects?.emptyBucket(bucket)
  return buckets.length
}

const tasks: Record<string, (buckets: readonly string[]) => Promise<number>> = {
  startAfresh,
  startObjects,
  emptyObjects,
}

parentPort?.on('message', async ({ id, task, buckets }) => {
  parentPort?.postMessage({ id, done: await tasks[task]?.(buckets) })
})
