import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { News, Piece } from './piece.ts'

/** How the work ended: all of it done, a rule broken, or told to stop. */
export type Ended = 'done' | 'violation' | 'stopped'

/**
 * Spreads pieces over as many threads as there are cores; `hear` gets all news, and nothing for a piece that is done. After a violation the others stop at once; the thread that found it
 * goes on until it has told its story.
 */
export const spread = (
  pieces: readonly Piece[],
  hear: (news: News | undefined) => void,
  stop: AbortSignal,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const left = [...pieces]
    const crew = new Set<Worker>()
    let finder: Worker | undefined
    const over = (ended: Ended): void => {
      for (const worker of crew) void worker.terminate()
      crew.clear()
      stop.removeEventListener('abort', interrupted)
      resolve(ended)
    }
    const interrupted = (): void => over('stopped')
    const dismissed = (worker: Worker): void => {
      void worker.terminate()
      crew.delete(worker)
    }
    const goesOn = (worker: Worker): void => {
      const piece = left.shift()
      if (piece) worker.postMessage(piece)
      else dismissed(worker)
      if (crew.size === 0) over('done')
    }
    const heard = (worker: Worker, news: News | undefined): void => {
      if (!crew.has(worker)) return
      hear(news)
      if (!news) {
        if (worker === finder) over('violation')
        else goesOn(worker)
      } else if (news.kind === 'violation') {
        finder = worker
        for (const other of crew) if (other !== worker) dismissed(other)
      }
    }
    if (stop.aborted) return resolve('stopped')
    stop.addEventListener('abort', interrupted)
    for (let hands = Math.min(availableParallelism(), pieces.length); hands > 0; hands -= 1) {
      const worker = new Worker(new URL('./worker.ts', import.meta.url))
      crew.add(worker)
      worker.on('message', (news: News | undefined) => heard(worker, news))
      worker.on('error', (error) => {
        reject(error)
        over('stopped')
      })
      goesOn(worker)
    }
    if (crew.size === 0) over('done')
  })
