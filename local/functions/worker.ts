import { openSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { namesPlace, originalPlaces } from '../../infra/source-maps.ts'
import { shiftDate } from '../shifted-date.ts'
import { functionError, type Order, type Report, type WorkerStart } from './messages.ts'

// The thread of one Lambda execution environment. Between events it sleeps in Atomics.wait, so that no timer fires and no
// socket is read: as on Lambda, what a handler leaves running stops until the next event.

type Handler = (event: unknown, context: object) => unknown

const start: WorkerStart = workerData
const signal = new Int32Array(start.signal)
const port = parentPort
if (!port) throw new Error('this file is the entry of a worker thread')

shiftDate(start.clock)
// Whoever imports node:http reads every export of it, and these load all of undici, a tenth of a cold start. On AWS the
// SDK speaks https and never does; here it speaks http.
for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) {
  Object.defineProperty(process.getBuiltinModule('node:http'), name, { value: undefined })
}
// Set for Node itself; the function is not to see it.
delete process.env.NODE_COMPILE_CACHE

// A map is opened when the first error is written.
const original = originalPlaces(start.maps)
const readable = (chunk: string | Uint8Array): string | Uint8Array =>
  typeof chunk === 'string' && namesPlace(chunk) ? original(chunk, start.name) : chunk

/** A stream of a worker thread writes through the main thread, which a sleeping thread cannot do; so lines go to the file. */
const writeLogTo = (file: string): void => {
  const log = openSync(file, 'a')
  const write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    const said = readable(chunk)
    writeSync(log, typeof said === 'string' ? Buffer.from(said) : said)
    const done = more.find((value) => typeof value === 'function')
    if (done) process.nextTick(done)
    return true
  }
  process.stdout.write = write
  process.stderr.write = write
}

const report = (message: Report): void => port.postMessage(message)

const load = async (): Promise<Handler> => {
  const handler: unknown = (await import(pathToFileURL(start.module).href))[start.handler]
  if (typeof handler !== 'function') throw new Error(`${start.module} exports no function ${start.handler}`)
  return (event, context) => handler(event, context)
}

const contextOf = ({ requestId, timeoutMs }: Order): object => {
  const deadline = performance.now() + timeoutMs
  return {
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  }
}

const nextOrder = (): Order => {
  for (;;) {
    Atomics.wait(signal, 0, 0)
    Atomics.store(signal, 0, 0)
    const received = receiveMessageOnPort(port)
    if (received) return received.message
  }
}

/** CPU time of this thread, ms. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const handle = async (handler: Handler, order: Order): Promise<Report> => {
  const before = cpu()
  try {
    const answer = await handler(JSON.parse(order.event), contextOf(order))
    return { kind: 'answered', payload: JSON.stringify(answer) ?? 'null', cpuMs: cpu() - before }
  } catch (thrown) {
    return { kind: 'failed', error: functionError(thrown) }
  }
}

writeLogTo(start.logFile)
const handler = await load()
report({ kind: 'loaded' })
if (start.fillCache) flushCompileCache()
for (;;) report(await handle(handler, nextOrder()))
