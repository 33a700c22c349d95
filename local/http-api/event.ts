import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Match } from './routing.ts'

/** Sets the source address of a request on this engine, so that limits per address can be tried. */
const SOURCE_IP_HEADER = 'x-shiming-source-ip'

type Place = { match: Match; body: Buffer; now: Millis; url: string }

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')

/** Common log format, UTC: `12/Mar/2020:19:03:58 +0000`. */
const commonLogTime = (at: Millis): string => {
  const date = new Date(at)
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`
  return `${day}:${date.toISOString().slice(11, 19)} +0000`
}

/** Text only for these; every other type, forms included, and no type at all arrive as base64. */
const isText = (contentType: string | undefined): boolean => {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return type.startsWith('text/') || ['application/json', 'application/xml', 'application/javascript'].includes(type)
}

/** Lower-cased, several of one name joined by a comma; cookies are not among them but apart. */
const headersOf = (request: IncomingMessage): Map<string, string> => {
  const headers = new Map<string, string>()
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const name = (request.rawHeaders[at] ?? '').toLowerCase()
    const value = request.rawHeaders[at + 1] ?? ''
    const earlier = headers.get(name)
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`)
  }
  return headers
}

/** Whoever calls from this machine, as if over the internet: the gateway of AWS never sees a loopback address, and WeChat Pay takes none. */
const CALLER_HERE = '198.51.100.1'

const sourceOf = (request: IncomingMessage, given: string | undefined): string => {
  if (given !== undefined && isIP(given) !== 0) return given
  const seen = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return ['', '127.0.0.1', '::1'].includes(seen) ? CALLER_HERE : seen
}

const joined = (pairs: Iterable<[string, string]>): Record<string, string> => {
  const values = Map.groupBy(pairs, ([name]) => name)
  return Object.fromEntries([...values].map(([name, all]) => [name, all.map(([, value]) => value).join(',')]))
}

const cookiesOf = (request: IncomingMessage): string[] =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '')

/** The event of payload format 2.0, stage `$default`. The path of `request` must be validly percent-encoded. */
export const httpEvent = (request: IncomingMessage, { match, body, now, url }: Place): object => {
  const [path = '/', ...rest] = (request.url ?? '/').split('?')
  const query = rest.join('?')
  const { host, hostname, protocol, port } = new URL(url)
  const headers = headersOf(request)
  const source = sourceOf(request, headers.get(SOURCE_IP_HEADER))
  const forwarded = headers.get('x-forwarded-for')
  const contentType = headers.get('content-type')
  const cookies = cookiesOf(request)
  const requestId = randomUUID()
  headers.delete('cookie')
  headers.delete('connection')
  headers.delete('transfer-encoding')
  headers.delete(SOURCE_IP_HEADER)
  headers.set('content-length', String(body.length))
  headers.set('x-forwarded-for', forwarded === undefined ? source : `${forwarded}, ${source}`)
  headers.set('x-forwarded-proto', protocol.replace(':', ''))
  headers.set('x-forwarded-port', port)
  headers.set(
    'x-amzn-trace-id',
    `Root=1-${Math.floor(now / 1000).toString(16)}-${requestId.replaceAll('-', '').slice(0, 24)}`,
  )
  const text = isText(contentType)
  const parameters = Object.keys(match.parameters).length > 0
  // The path, unlike in the other kinds of API, arrives decoded.
  const rawPath = decodeURIComponent(path)
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers: Object.fromEntries(headers),
    ...(query !== '' && { queryStringParameters: joined(new URLSearchParams(query)) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: host,
      domainPrefix: hostname.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: source,
        userAgent: headers.get('user-agent') ?? '',
      },
      requestId,
      routeKey: match.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...(parameters && { pathParameters: match.parameters }),
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  }
}
