import { parentPort, Worker, workerData } from 'node:worker_threads'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { decodePicture } from './decode-picture.ts'
import { openVips } from './open-vips.ts'
import type { SentPicture, TakenPicture } from './picture.ts'

// This file is both ends of a thread of its own: what decodes bytes that anybody may have sent can die there without anything else, be ended
// when it takes too long, and has no environment to read keys from. It is loaded a second time in that thread, from wherever it was bundled to.

const DECODER = 'decoder of pictures'

/** Longest that a picture may take; a photo of 12 megapixels takes half a second. */
const MOST_MS: Millis = 15 * SECOND

const failed: TakenPicture = { kind: 'refused', because: 'decode_failed' }
const late: TakenPicture = { kind: 'refused', because: 'not_read_in_time' }

let running: Promise<Worker> | undefined

/** Starts a thread; rejects where it does not come to be ready for its first picture, which is no picture's fault. */
const startDecoder = (): Promise<Worker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { name: DECODER, workerData: DECODER, env: {}, execArgv: [] })
    worker.once('message', () => resolve(worker))
    worker.on('error', reject)
    worker.on('exit', () => {
      running = undefined
      reject(new Error('the decoder of pictures ended before it began'))
    })
  })

/** What the thread makes of a picture; a refusal where it ends meanwhile, and another where it is ended because it takes too long. */
const answerOf = async (worker: Worker, sent: SentPicture, mostMs: Millis): Promise<TakenPicture> => {
  const { promise, resolve } = Promise.withResolvers<TakenPicture>()
  let isLate = false
  const end = (): void => resolve(isLate ? late : failed)
  const timer = setTimeout(() => {
    isLate = true
    void worker.terminate()
  }, mostMs)
  worker.once('message', resolve).once('exit', end)
  // These bytes alone, and not what else is in the memory that they lie in.
  const bytes = new Uint8Array(sent.bytes)
  worker.postMessage({ ...sent, bytes }, [bytes.buffer])
  return promise.finally(() => {
    clearTimeout(timer)
    worker.off('exit', end)
  })
}

const decodeAlone = async (sent: SentPicture, mostMs: Millis): Promise<TakenPicture> => {
  running ??= startDecoder()
  const worker = await running
  // A process waits for a picture, and not for a thread that has none.
  worker.ref()
  return answerOf(worker, sent, mostMs).finally(() => worker.unref())
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Decodes a picture apart from everything else, one after the other. A thread that a picture could not be decoded in is not used for another:
 * whatever is wrong with it then ends with it. Rejects where no thread can be started.
 */
export const runDecoder = (sent: SentPicture, mostMs = MOST_MS): Promise<TakenPicture> => {
  const picture = last.then(() => decodeAlone(sent, mostMs))
  last = picture.catch(() => {})
  return picture
}

if (workerData === DECODER && parentPort) {
  const port = parentPort
  const vips = await openVips()
  port.on('message', (sent: SentPicture) => port.postMessage(decodePicture(vips, sent)))
  port.postMessage('ready')
}
