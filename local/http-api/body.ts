import type { IncomingMessage } from 'node:http'

/** The caller broke off before its request was complete. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone'
}

/** Beyond this many times the limit nobody waits for the end of a body. */
const PATIENCE = 8

/**
 * Collects a request's body; undefined if it is longer than `limit` bytes. What is too long is read to its end all the same,
 * since a connection closed under a sender hides the answer from it. Rejects with CallerGone if there is no end.
 */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    // Who has gone already is not announced again.
    if (request.destroyed) return reject(new CallerGone())
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) parts.push(part)
      else parts.length = 0
      if (size > limit * PATIENCE) request.destroy()
    })
    request.on('end', () => resolve(size <= limit ? Buffer.concat(parts) : undefined))
    request.on('error', () => reject(new CallerGone()))
    request.on('close', () => reject(new CallerGone()))
  })
