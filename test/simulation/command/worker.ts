import { parentPort } from 'node:worker_threads'
import { type Piece, performed } from './piece.ts'

/** A thread that works off one piece after the other; an empty message says that it is free. */
parentPort?.on('message', async (piece: Piece) => {
  for await (const news of performed(piece)) parentPort?.postMessage(news)
  parentPort?.postMessage(undefined)
})
