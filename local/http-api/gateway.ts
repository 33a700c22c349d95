import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import type { Faults } from '../faults.ts'
import type { Functions } from '../functions/functions.ts'
import type { CorsSpec } from '../template/cors.ts'
import type { RouteSpec } from '../template/routes.ts'
import { gatewayAnswer, type HttpAnswer, httpAnswer } from './answer.ts'
import { CallerGone, readBody } from './body.ts'
import { preflightAnswer, withCors } from './cors.ts'
import { httpEvent } from './event.ts'
import { type Match, router } from './routing.ts'

type Options = {
  routes: readonly RouteSpec[]
  cors: CorsSpec | undefined
  functions: Functions
  faults: Faults
  activity: Activity
  clock: Clock
  url: string
}

/** Answers one HTTP request as an HTTP API in front of the functions does. Rejects only for a fault of the engine's own. */
export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** API Gateway takes no larger request. */
const PAYLOAD_LIMIT = 10 * 1024 * 1024
/** Lambda answers with no more than this. */
const ANSWER_LIMIT = 6 * 1024 * 1024

const notFound = gatewayAnswer(404, 'Not Found')
const badRequest = gatewayAnswer(400, 'Bad Request')
const tooLarge = gatewayAnswer(413, 'Request Entity Too Large')
const failed = gatewayAnswer(500, 'Internal Server Error')
const unavailable = gatewayAnswer(503, 'Service Unavailable')

/** With what the function took of a core; of this engine, AWS tells nobody. */
const timed = (answer: HttpAnswer, cpuMs: Millis): HttpAnswer => ({
  ...answer,
  headers: [...answer.headers, ['server-timing', `cpu;dur=${cpuMs.toFixed(1)}`]],
})

const send = (response: ServerResponse, answer: HttpAnswer, now: Millis): void => {
  response.statusCode = answer.status
  response.sendDate = false
  response.setHeader('date', new Date(now).toUTCString())
  response.setHeader('apigw-requestid', randomUUID())
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  response.setHeader('content-length', answer.body.length)
  response.end(answer.body)
}

const untilClosed = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (response.closed) resolve()
    else response.once('close', resolve)
  })

const isEncoded = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

export const gateway = ({ routes, cors, functions, faults, activity, clock, url }: Options): Gateway => {
  const route = router(routes)

  const invoke = async (match: Match, event: object): Promise<HttpAnswer> => {
    const timer = new AbortController()
    const late = sleep(match.timeoutMs, undefined, { signal: timer.signal, ref: false })
    const invocation = await Promise.race([functions.invoke(match.fn, event), late])
    if (!invocation) return unavailable
    timer.abort()
    if (!invocation.ok || invocation.payload.length > ANSWER_LIMIT) return failed
    return timed(httpAnswer(invocation.payload) ?? failed, invocation.cpuMs)
  }

  const answer = async (request: IncomingMessage, path: string): Promise<HttpAnswer> => {
    if (!isEncoded(path)) return badRequest
    const match = route(request.method ?? 'GET', path)
    const body = await readBody(request, PAYLOAD_LIMIT)
    if (!body) return tooLarge
    if (!match) return notFound
    const event = httpEvent(request, { match, body, now: clock.now(), url })
    return invoke(match, event)
  }

  return async (request, response) => {
    const ended = activity.begin()
    const closed = untilClosed(response)
    try {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const fault = faults.ofRequest(path)?.action
      if (fault === 'break_before') return void request.socket.destroy()
      if (fault === 'hang_before') return void (await closed)
      const asked = { method: request.method ?? 'GET', headers: request.headers }
      const result = preflightAnswer(cors, asked) ?? withCors(cors, asked, await answer(request, path))
      if (fault === 'break_after') return void request.socket.destroy()
      if (fault === 'hang_after') return void (await closed)
      send(response, result, clock.now())
      await closed
    } catch (error) {
      if (!(error instanceof CallerGone)) throw error
    } finally {
      ended()
    }
  }
}
