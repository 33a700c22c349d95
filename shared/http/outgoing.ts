import type { RequestOptions } from 'node:http'
import { request as https } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Millis } from '../kernel/time.ts'

// An import would read every export of node:http, and one of them loads all of undici: 20 ms of every cold start.
const { request: http } = process.getBuiltinModule('node:http')

export type OutgoingRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Record<string, string>
  /** The exact bytes that were signed. */
  body?: string
}

/**
 * How an exchange ended. `not_sent` proves that the other side never got the request (name not found, connection refused,
 * no connection in time, TLS failure), so repeating it is harmless. `unknown` means that it may have been executed.
 */
export type Reply =
  | { kind: 'answered'; status: number; headers: Record<string, string>; body: Buffer }
  | { kind: 'not_sent'; reason: string }
  | { kind: 'unknown'; reason: string }

export type Outgoing = (request: OutgoingRequest) => Promise<Reply>

export type OutgoingLimits = {
  connectMs: Millis
  /** From the start to the last byte of the answer. */
  totalMs: Millis
  maxBytes: number
  /**
   * Replaces name resolution, so that an address can be judged in the very lookup the socket uses. Asked for addresses written
   * as numbers too.
   */
  lookup?: LookupFunction
}

/** Why the address in a URL is refused, if it is one: a socket connects to numbers without a lookup. */
const refusedLiteral = (url: URL, lookup: LookupFunction | undefined): Promise<string | undefined> =>
  new Promise((resolve) => {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
    if (!lookup || !isIP(host)) return resolve(undefined)
    lookup(host, { all: true }, (error) => resolve(error ? (error.code ?? 'address_refused') : undefined))
  })

/**
 * Sends one request on a fresh connection and follows no redirect. A kept-alive connection may be reset by the other side
 * while our bytes are under way, which would turn a harmless repeat into an unknown outcome; hence no agent.
 */
export const outgoing =
  (limits: OutgoingLimits): Outgoing =>
  async (request) => {
    const url = new URL(request.url)
    const reason = await refusedLiteral(url, limits.lookup)
    return reason === undefined ? exchange(limits, request, url) : { kind: 'not_sent', reason }
  }

const exchange = (limits: OutgoingLimits, request: OutgoingRequest, url: URL): Promise<Reply> =>
  new Promise((resolve) => {
    const secure = url.protocol === 'https:'
    const body = request.body === undefined ? undefined : Buffer.from(request.body)
    const options: RequestOptions = {
      method: request.method,
      headers: { ...request.headers, ...(body && { 'content-length': body.length }) },
      agent: false,
      ...(limits.lookup && { lookup: limits.lookup }),
    }
    let sent = false
    let settled = false
    const settle = (reply: Reply): void => {
      if (settled) return
      settled = true
      clearTimeout(connecting)
      clearTimeout(total)
      resolve(reply)
      sending.destroy()
    }
    const failed = (reason: string): void => settle({ kind: sent ? 'unknown' : 'not_sent', reason })
    const sending = (secure ? https : http)(url, options, (answer) => {
      const parts: Buffer[] = []
      let size = 0
      answer.on('data', (part: Buffer) => {
        size += part.length
        if (size > limits.maxBytes) failed('answer_too_large')
        else parts.push(part)
      })
      answer.on('error', () => failed('answer_broken'))
      answer.on('aborted', () => failed('answer_broken'))
      answer.on('end', () =>
        settle({
          kind: 'answered',
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(parts),
        }),
      )
    })
    const connecting = setTimeout(() => failed('connect_timeout'), limits.connectMs)
    const total = setTimeout(() => failed('timeout'), limits.totalMs)
    sending.on('socket', (socket) => {
      // Bytes leave only once the socket (and TLS) is up; until then the other side cannot have seen the request.
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        sent = true
        clearTimeout(connecting)
      })
    })
    sending.on('close', () => failed('connection_closed'))
    sending.on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? 'connection_failed'))
    sending.end(body)
  })
