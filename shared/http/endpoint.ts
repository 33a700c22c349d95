import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type Outcome, type Refusal, refused } from '../kernel/outcome.ts'
import type { LoadProblems } from '../kernel/problems.ts'
import { isContended, isNotNow } from '../table/table.ts'
import type { Answer } from './answer.ts'
import { type Request, requestOf } from './request.ts'
import { kindsOf, type Route } from './route.ts'

/** What is said about a request in the log: these fields and no others, so that no body, path or header can leak. */
export type RequestLine = { route: string; status: number; ms: number; requestId: string }

/** Where a handler reports; the runtime binds it to the logger. */
export type Observer = {
  now(): number
  request(line: RequestLine): void
  /** Something failed that should not; only its kind and place are logged. Contention is a warning, because callers make it. */
  fault(error: unknown, at: { route?: string; requestId?: string }): void
}

/** The key of a route, as an HTTP API has it, the route unless it is what no route serves, and what answers. */
export type Bound = {
  routeKey: string
  route?: Route
  run: (event: APIGatewayProxyEventV2) => Promise<Outcome<Answer>>
}

/** What the service tells whoever is refused: its problems, and what an address that no route serves is told. Loaded once needed. */
export type Telling = { problems: LoadProblems; unknown(path: string): Promise<Refusal> }

/** Binds a route to what answers it, once its request is read. Entries bind through `answering`, which lets callers in first. */
export const bound = <R extends Route>(route: R, run: (request: Request<R>) => Promise<Outcome<Answer>>): Bound => ({
  routeKey: `${route.method} ${route.path}`,
  route,
  async run(event) {
    const request = requestOf(route, event)
    return request.ok ? run(request.value) : request
  },
})

const resultOf = (answer: Answer, requestId: string): APIGatewayProxyStructuredResultV2 => {
  const { bytes } = answer
  const text = answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body))
  return {
    statusCode: answer.status,
    headers: {
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(answer.body !== undefined && { 'content-type': 'application/json' }),
      ...answer.headers,
    },
    ...(text !== undefined && { body: text }),
    // The gateway takes bytes as text, and is told that they are.
    ...(bytes && { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true }),
    ...(answer.cookies && { cookies: answer.cookies }),
  }
}

/** Who sends again what is answered by a 5xx, and may take anything else for the last word. */
const repeats5xx = (route: Route | undefined): boolean =>
  route !== undefined && kindsOf(route.caller).includes('channel')

/** A fault as a refusal: contention is the caller's own doing, a database that says "not now" is worth a retry, the rest is ours. */
const refusalOf = (error: unknown, route: Route | undefined): Refusal => {
  if (isContended(error) && !repeats5xx(route)) return refused('contended').refusal
  return refused(isNotNow(error) ? 'busy' : 'internal').refusal
}

/**
 * The one HTTP stack: finds the route, behind a door of the gateway by its method and path, parses, runs, answers JSON or problem+json, logs one line. A fault answers 500 with
 * the request id; a database that says "not now" 503, and contention 409 (503 to a payment channel, which sends again then), both
 * with Retry-After. None tells what happened inside.
 */
export const endpoint = (observer: Observer, telling: Telling, ...bindings: Bound[]) => {
  const byKey = new Map(bindings.map((one) => [one.routeKey, one]))
  const started = new WeakMap<APIGatewayProxyEventV2, number>()
  const finish = (event: APIGatewayProxyEventV2, answer: Answer): APIGatewayProxyStructuredResultV2 => {
    const requestId = event.requestContext.requestId
    const ms = Math.round(observer.now() - (started.get(event) ?? observer.now()))
    observer.request({ route: event.routeKey, status: answer.status, ms, requestId })
    return resultOf(answer, requestId)
  }
  const problem = async (event: APIGatewayProxyEventV2, refusal: Refusal): Promise<Answer> => {
    const { problemAnswer } = await import('./problem-answer.ts')
    return problemAnswer(telling.problems, refusal, {
      acceptLanguage: event.headers['accept-language'],
      requestId: event.requestContext.requestId,
      now: observer.now(),
    })
  }

  /** A greedy route of the gateway that is none of ours is a door: the rows it stands for are among ours. */
  const isThroughDoor = ({ routeKey }: APIGatewayProxyEventV2): boolean =>
    routeKey.endsWith('{proxy+}') && !byKey.has(routeKey)
  const refuseUnknown = async (event: APIGatewayProxyEventV2): Promise<Outcome<Answer>> =>
    isThroughDoor(event) ? { ok: false, refusal: await telling.unknown(event.rawPath) } : refused('not_found')

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .before(async ({ event }) => {
      started.set(event, observer.now())
      if (isThroughDoor(event)) (await import('./door.ts')).throughDoor(event, bindings)
    })
    .onError(async (failed) => {
      observer.fault(failed.error, { route: failed.event.routeKey, requestId: failed.event.requestContext.requestId })
      const route = byKey.get(failed.event.routeKey)?.route
      failed.response = finish(failed.event, await problem(failed.event, refusalOf(failed.error, route)))
    })
    .handler(async (event) => {
      const found = byKey.get(event.routeKey)
      const outcome = await (found ? found.run(event) : refuseUnknown(event))
      return finish(event, outcome.ok ? outcome.value : await problem(event, outcome.refusal))
    })
}
