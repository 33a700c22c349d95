import { createServer, type IncomingHttpHeaders } from 'node:http'
import { close, listen } from '../../local/listen.ts'

type Answer = { status?: number; body?: unknown }

export type Asked = { route: string; headers: IncomingHttpHeaders; body: unknown }

/** An instance that answers what it is told to, by `METHOD /path` without its query; everything else is `not_found`. */
export type StandIn = {
  url: string
  /** Whatever was asked for, in order. */
  asked: Asked[]
  answers: Record<string, Answer | ((of: Asked) => Answer)>
  stop(): Promise<void>
}

/** A problem as the service answers it. */
export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail: `${code}.`, ...more },
})

/** `state`: what it tells as an engine on this machine; one that runs elsewhere tells nothing. */
export const startStandIn = async (
  answers: StandIn['answers'] = {},
  state?: { clockOffsetMs: number; dataFolder: string },
): Promise<StandIn> => {
  const asked: Asked[] = []
  const told: StandIn['answers'] = { ...(state && { 'GET /_local/state': { body: state } }), ...answers }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString()
      const route = `${request.method} ${request.url?.split('?')[0]}`
      const one = { route, headers: request.headers, body: text === '' ? undefined : JSON.parse(text) }
      asked.push(one)
      const found = told[route] ?? problem(404, 'not_found')
      const { status = 200, body } = typeof found === 'function' ? found(one) : found
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
  })
  const port = await listen(server, 0)
  return { asked, answers: told, url: `http://127.0.0.1:${port}`, stop: () => close(server) }
}
