import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody } from '../../http-api/body.ts'
import { close, listen } from '../../listen.ts'
import type { Delivery } from './judge.ts'

/** More than any event has. */
const LIMIT = 1024 * 1024

export type Receiver = {
  /** Host and port. */
  host: string
  /** Answers what is under way, then serves nobody any more. */
  stop(): Promise<void>
}

/** Takes deliveries on a port of this machine (0 takes a free one); `take` answers the status. Throws PortInUse. */
export const startReceiver = async (wanted: number, take: (of: Delivery) => Promise<number>): Promise<Receiver> => {
  const underWay = new Set<Promise<unknown>>()
  const judge = async (request: IncomingMessage): Promise<number> => {
    if (request.method !== 'POST') return 405
    const body = await readBody(request, LIMIT)
    return body ? take({ headers: request.headers, body }) : 413
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const status = await judge(request).catch(() => 500)
    if (response.destroyed) return
    response.writeHead(status).end()
    if (!response.writableFinished) await once(response, 'close')
  }
  const server = createServer((request, response) => {
    const answering = answer(request, response).finally(() => underWay.delete(answering))
    underWay.add(answering)
  })
  const port = await listen(server, wanted)
  return {
    host: `127.0.0.1:${port}`,
    stop: async () => {
      await Promise.allSettled(underWay)
      await close(server)
    },
  }
}
