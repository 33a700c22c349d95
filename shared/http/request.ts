import { isUtf8 } from 'node:buffer'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { type Outcome, ok, refused, refusedField, refusedValue } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problems.ts'
import { halfPairAt } from './half-pair.ts'
import { kindsOf, type Route, type Schema } from './route.ts'

type Parsed<S> = S extends Schema ? z.infer<S> : undefined

/** A request that already fits its route: body and query parsed, size and media type checked. Header names in lower case. */
export type Request<R extends Route = Route> = {
  method: string
  path: string
  /** Still encoded, as received, without the question mark. */
  rawQuery: string
  params: Record<string, string>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
  rawBody: Buffer
  headers: Record<string, string | undefined>
  /** From Authorization: session token, message token or API key; on routes for sessions, else the token of their cookie. */
  bearer: string | undefined
  /** What the cookie says that its route looks at besides (`readsCookie`). */
  cookie: string | undefined
  /** Empty on routes that do not ask for one. */
  idempotencyKey: string
  /** The address the gateway was called from: a proxy's where there is one. */
  lastHop: string
  requestId: string
}

/**
 * Name of the cookie that carries the session token of a web page. By its prefix the browser takes it only from this very host over
 * TLS, so no neighbour under the same domain can plant one.
 */
export const SESSION_COOKIE = '__Host-shiming_session'

/** The same of an operator, read on their routes only. */
export const OPERATOR_COOKIE = '__Host-shiming_operator'

/** Kept by a browser in which an operator has signed in. It lets nobody in: it says that their tries there are their own. */
export const DEVICE_COOKIE = '__Host-shiming_operator_device'

/** Bytes. */
export const DEFAULT_BODY_LIMIT = 16 * 1024

/**
 * Parses untyped input at the edge. What is refused says later, in misfit.ts, which fields are wrong; a schema's own message becomes the
 * code of its field if it is one of `codes`.
 */
export const parse = <S extends Schema>(
  schema: S,
  input: unknown,
  codes: readonly ProblemCode[] = [],
): Outcome<z.infer<S>> => {
  const parsed = z.safeParse(schema, input)
  if (parsed.success) return ok(parsed.data)
  return refused('invalid_request', { misfit: { schema, issues: parsed.error.issues, input: () => input, codes } })
}

const rawBodyOf = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')

const jsonBody = (rawBody: Buffer, contentType: string | undefined): Outcome<unknown> => {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  // Named, so that no page of somebody else can post it without asking this service first (a preflight).
  if (!type || !/^application\/(?:[\w.+-]+\+)?json$/.test(type)) return refused('unsupported_media_type')
  // A body in GBK would decode to replacement characters, and a garbled name could be sent to a vendor.
  if (!isUtf8(rawBody)) return refused('malformed_json')
  try {
    return ok(JSON.parse(rawBody.toString('utf8')))
  } catch {
    return refused('malformed_json')
  }
}

/** Every character there is. */
const WELL_FORMED = { characters: 'U+0000–U+D7FF, U+E000–U+10FFFF' }

const bodyOf = (route: Route, rawBody: Buffer, contentType: string | undefined): Outcome<unknown> => {
  if (!route.body) return ok(undefined)
  const read = jsonBody(rawBody, contentType)
  if (!read.ok) return read
  // Neither tables nor hashes nor queues take what has no UTF-8; nothing behind this needs to think of it.
  const half = halfPairAt(rawBody, read.value)
  return half === undefined ? parse(route.body, read.value, route.problems) : refusedValue(half, WELL_FORMED)
}

/** A visible-ASCII key of 1 to 255 characters, bare or as the quoted string of the Idempotency-Key draft. */
const idempotencyKeyOf = (header: string | undefined): Outcome<string> => {
  const key = header?.trim().replace(/^"(.*)"$/, '$1') ?? ''
  return /^[\x21-\x7e]{1,255}$/.test(key) ? ok(key) : refusedField('Idempotency-Key', 'idempotency_key_required')
}

/** The cookie that a route looks for. */
const cookieFor = ({ caller, knowsSession }: Route): string | undefined => {
  if (caller === 'operator') return OPERATOR_COOKIE
  return (knowsSession ?? kindsOf(caller).some((kind) => kind.startsWith('session'))) ? SESSION_COOKIE : undefined
}

const cookieIn = ({ cookies }: APIGatewayProxyEventV2, name: string): string | undefined =>
  cookies?.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)

const bearerOf = (event: APIGatewayProxyEventV2, route: Route): Outcome<string | undefined> => {
  const header = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(event.headers.authorization ?? '')?.[1]
  const name = cookieFor(route)
  if (header !== undefined || name === undefined) return ok(header)
  const cookie = cookieIn(event, name)
  // A foreign page can make the browser send the cookie, but not this header.
  if (cookie && route.method !== 'GET' && event.headers['x-shiming-web'] === undefined)
    return refused('web_header_required')
  return ok(cookie)
}

/** No name of ours that stands in an address is longer, and a key made of two such fits DynamoDB. */
const LONGEST_NAME = 200

const isName = (text: string): boolean => text !== '' && text.length <= LONGEST_NAME && text.isWellFormed()

/**
 * What stands in the address for each parameter of the path; nothing is found under what can be no name, nor is one of the words it
 * has. A greedy one takes all.
 */
const paramsOf = ({ path, params: words }: Route, event: APIGatewayProxyEventV2): Outcome<Record<string, string>> => {
  const params = { ...event.pathParameters } as Record<string, string>
  const named = Object.entries(params).filter(([name]) => path.includes(`{${name}}`))
  const isFound = named.every(([name, text]) => isName(text) && (words?.[name]?.includes(text) ?? true))
  return isFound ? ok(params) : refused('not_found')
}

/** Turns an HTTP API event into a request that fits `route`, or says which part of it does not. */
export const requestOf = <R extends Route>(route: R, event: APIGatewayProxyEventV2): Outcome<Request<R>> => {
  const { headers, requestContext } = event
  const { http, requestId } = requestContext
  const rawBody = rawBodyOf(event)
  // What comes with a GET means nothing, however much it is.
  if (route.method !== 'GET' && rawBody.length > (route.bodyLimit ?? DEFAULT_BODY_LIMIT))
    return refused('body_too_large')
  const params = paramsOf(route, event)
  if (!params.ok) return params
  const bearer = bearerOf(event, route)
  if (!bearer.ok) return bearer
  const key = route.idempotent ? idempotencyKeyOf(headers['idempotency-key']) : ok('')
  if (!key.ok) return key
  const query = route.query ? parse(route.query, event.queryStringParameters ?? {}, route.problems) : ok(undefined)
  if (!query.ok) return query
  const body = bodyOf(route, rawBody, headers['content-type'])
  if (!body.ok) return body
  return ok({
    method: http.method,
    path: event.rawPath,
    rawQuery: event.rawQueryString,
    params: params.value,
    query: query.value as Parsed<R['query']>,
    body: body.value as Parsed<R['body']>,
    rawBody,
    headers,
    bearer: bearer.value,
    cookie: route.readsCookie === undefined ? undefined : cookieIn(event, route.readsCookie),
    idempotencyKey: key.value,
    lastHop: http.sourceIp,
    requestId,
  })
}
