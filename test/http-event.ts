import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import * as z from 'zod/mini'
import { ofUser } from '../functions/account/external-id.route.ts'
import { problems } from '../functions/problems.ts'
import { type Bound, endpoint, type Observer } from '../shared/http/endpoint.ts'
import { refusalOf } from '../shared/http/misfit.ts'
import { type Request, requestOf } from '../shared/http/request.ts'
import { type Route, route } from '../shared/http/route.ts'
import type { Refusal } from '../shared/kernel/outcome.ts'

/** What a test says of a request; the rest is as an HTTP API would send it. */
export type Asked = {
  /** An object is sent as JSON with its media type, a text exactly as it is. */
  body?: unknown
  headers?: Record<string, string>
  cookies?: string[]
  params?: Record<string, string>
  query?: Record<string, string>
  sourceIp?: string
}

const DOMAIN = 'shiming.test'

/** The event an HTTP API gives to the function of `route`. Header names are lower-cased, as the gateway does. */
export const httpEvent = (route: Pick<Route, 'method' | 'path'>, asked: Asked = {}): APIGatewayProxyEventV2 => {
  const { body, params = {}, query = {}, sourceIp = '192.0.2.1' } = asked
  const path = route.path.replaceAll(/\{(\w+)\+?\}/g, (_whole, name: string) =>
    encodeURIComponent(params[name]?.toWellFormed() ?? ''),
  )
  const method = route.method === 'ANY' ? 'POST' : route.method
  const json = body !== undefined && typeof body !== 'string'
  const headers = Object.entries({ ...(json && { 'content-type': 'application/json' }), ...asked.headers })
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    cookies: asked.cookies,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    queryStringParameters: Object.keys(query).length ? query : undefined,
    pathParameters: Object.keys(params).length ? params : undefined,
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: DOMAIN,
      domainPrefix: 'test',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: 'test' },
      requestId: 'request-1',
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      time: '20/Nov/2026:04:00:00 +0000',
      timeEpoch: 1_795_147_200_000,
    },
    body: json ? JSON.stringify(body) : (body as string | undefined),
    isBase64Encoded: false,
  }
}

/** What the parts of a request, sent as JSON, are refused for that do not fit its route, whoever sends it; undefined when all fit. */
export const misfit = (to: Route, asked: Asked): Refusal | undefined => {
  const headers = { 'content-type': 'application/json', ...asked.headers }
  const read = requestOf(to, httpEvent(to, { ...asked, headers }))
  if (read.ok) return undefined
  const { code, fields, ...more } = read.refusal.misfit ? refusalOf(read.refusal.misfit) : read.refusal
  // What would be right is tested over all routes at once.
  return { code, ...(fields && { fields: fields.map(({ pointer, code }) => ({ pointer, code })) }), ...more }
}

const anything = route({
  fn: 'test-anything',
  method: 'GET',
  path: '/',
  caller: 'anyone',
  name: 'test',
  summary: '',
  answers: {},
})

/** A request as a guard gets it, of which nothing counts but who it says it is from. */
export const requestFrom = (bearer: string | undefined, headers: Record<string, string> = {}): Request => {
  const said = bearer === undefined ? headers : { authorization: `Bearer ${bearer}`, ...headers }
  const read = requestOf(anything, httpEvent(anything, { headers: said }))
  if (!read.ok) throw new Error(`a request that asks for nothing is refused: ${read.refusal.code}`)
  return read.value
}

const ofAUser = route({ ...anything, path: '/mine', caller: 'session_or_platform', query: z.strictObject(ofUser) })

/** The same of a route that the platform may call for the user it names. */
export const requestFor = (bearer: string | undefined, externalId?: string): Request => {
  const headers: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }
  const query: Record<string, string> = externalId === undefined ? {} : { externalId }
  const read = requestOf(ofAUser, httpEvent(ofAUser, { headers, query }))
  if (!read.ok) throw new Error(`a request for a user is refused: ${read.refusal.code}`)
  return read.value as Request
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:test',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
}

export type Replied = {
  status: number
  headers: Record<string, unknown>
  cookies: string[]
  /** Parsed JSON; undefined where there is no body. */
  body: unknown
}

/**
 * An endpoint with an observer of the test's own: for tests of the HTTP stack itself, for calls that are bound outside an entry,
 * and for stand-ins that speak to real clients. What a handler answers is tested at the handler, in test/flows.
 */
export const serve = (observer: Observer, ...bound: Bound[]) =>
  endpoint(observer, { problems: async () => problems, unknown: async () => ({ code: 'route_unknown' }) }, ...bound)

/** Runs one request through a handler made by `serve`. */
export const call = async (
  handler: ReturnType<typeof serve>,
  route: Pick<Route, 'method' | 'path'>,
  asked: Asked = {},
): Promise<Replied> => {
  const result: APIGatewayProxyStructuredResultV2 = await handler(httpEvent(route, asked), context)
  return {
    status: result.statusCode ?? 0,
    headers: result.headers ?? {},
    cookies: result.cookies ?? [],
    body: result.body === undefined ? undefined : JSON.parse(result.body),
  }
}
