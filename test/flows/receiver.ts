import { createServer } from 'node:http'
import { listen } from '../../local/listen.ts'

type Received = { headers: Record<string, string>; body: string; path: string }

/** A status, with headers where they matter; `never`: it takes the request, and says nothing. */
type Answer = number | { status: number; headers: Record<string, string>; body?: string } | 'never'

/** A receiver of webhooks on this machine. */
export type Receiver = {
  /** Host and port. */
  address: string
  /** All it got, in order. */
  received: Received[]
  /** What it answers next, one for each request; 200 when there is none. */
  answers: Answer[]
  stop(): void
}

export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = []
  const answers: Answer[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      received.push({ headers: request.headers as Record<string, string>, body, path: request.url ?? '' })
      const answer = answers.shift() ?? 200
      if (answer === 'never') return
      const {
        status,
        headers,
        body: text = '',
      } = typeof answer === 'number' ? { status: answer, headers: {}, body: '' } : answer
      response.writeHead(status, headers).end(text)
    })
  })
  const port = await listen(server, 0)
  const stop = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { received, answers, address: `127.0.0.1:${port}`, stop }
}
