import { parentPort, workerData } from 'node:worker_threads'
import { buildApp } from 'fauxqs'
import { shiftDate } from '../shifted-date.ts'

// The queues run in a thread of their own, because there the clock can be shifted under them: delays and visibility then
// end when the engine's time says so.

shiftDate(workerData.clock)
const app = buildApp({ logger: false })
const address = await app.listen({ port: 0, host: '127.0.0.1' })
// Whoever calls keeps its connections and is never told that one was closed between two calls.
app.server.keepAliveTimeout = 0
parentPort?.postMessage(Number(new URL(address).port))
