import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import type { Faults } from '../faults.ts'
import type { Answering } from '../front.ts'
import type { Functions } from '../functions/functions.ts'
import type { CorsSpec } from '../template/cors.ts'
import type { RouteSpec } from '../template/routes.ts'
import { gatewayAnswer, type HttpAnswer, httpAnswer } from './answer.ts'
import { answeringBy } from './answering.ts'
import { readBody } from './body.ts'
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

const isEncoded = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Answers one HTTP request as an HTTP API in front of the functions does. */
export const gateway = ({ routes, cors, functions, faults, activity, clock, url }: Options): Answering => {
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

  return answeringBy({ faults, activity, clock }, async (request, path) => {
    const asked = { method: request.method ?? 'GET', headers: request.headers }
    const result = preflightAnswer(cors, asked) ?? withCors(cors, asked, await answer(request, path))
    return { ...result, headers: [['apigw-requestid', randomUUID()], ...result.headers] }
  })
}
