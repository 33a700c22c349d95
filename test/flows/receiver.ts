import { createServer } from 'node:http'
import { listen } from '../../local/listen.ts'

type Received = { headers: Record<string, string>; body: string }

/** A receiver of webhooks on this machine. */
export type Receiver = {
  /** Host and port. */
  address: string
  /** All it got, in order. */
  received: Received[]
  /** What it answers next, one status for each request; 200 when there is none. */
  answers: number[]
  stop(): void
}

export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString() })
      response.statusCode = answers.shift() ?? 200
      response.end()
    })
  })
  const port = await listen(server, 0)
  return { received, answers, address: `127.0.0.1:${port}`, stop: () => void server.close() }
}
