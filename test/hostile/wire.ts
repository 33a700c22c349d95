import { Agent, request } from 'node:http'
import { bodyOf, type Draft } from './inputs/draft.ts'

/** What came back. `headers`: by names in lower case. `bytes`: of the whole answer. `cpuMs`: what the function took of a core; undefined where none ran to its end. */
export type Answered = {
  status: number
  headers: ReadonlyMap<string, string>
  bytes: number
  body: string
  cpuMs: number | undefined
}

const agent = new Agent({ keepAlive: true })

/** The path and query of a request, as they go over the wire. */
export const targetOf = ({ path, query }: Draft): string => (query === '' ? path : `${path}?${query}`)

/** Sends a request as it is. Rejects when the connection breaks. */
export const send = (url: string, draft: Draft): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const body = bodyOf(draft)
    const { hostname, port, host } = new URL(url)
    const length: [string, string][] = body ? [['content-length', String(body.length)]] : []
    const headers = [['host', host], ...draft.headers, ...length].flat()
    const sending = request(
      { hostname, port, method: draft.method, path: targetOf(draft), headers, agent },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const bytes = Buffer.concat(parts)
          const timing = /cpu;dur=([\d.]+)/.exec(String(answer.headers['server-timing']))?.[1]
          resolve({
            status: answer.statusCode ?? 0,
            headers: new Map(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
            bytes: bytes.length + answer.rawHeaders.join('').length + 4 * answer.rawHeaders.length,
            body: bytes.toString(),
            cpuMs: timing === undefined ? undefined : Number(timing),
          })
        })
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
