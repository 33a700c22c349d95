import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

/** Just enough of an invocation for a handler that never looks at it. */
export const context = (): Context => Object.create(null)

/** The event an HTTP API makes of a request. */
export const eventOf = (request: {
  routeKey: string
  method: string
  url: string
  headers?: Record<string, string | undefined>
  params?: Record<string, string>
  body?: string
}): APIGatewayProxyEventV2 => {
  const [path = '/', query = ''] = request.url.split('?')
  return {
    version: '2.0',
    routeKey: request.routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: request.headers ?? {},
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      http: { method: request.method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'request-1',
      routeKey: request.routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    pathParameters: request.params ?? {},
    isBase64Encoded: false,
    ...(request.body !== undefined && { body: request.body }),
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** Serves a handler on a free port of this machine, as an HTTP API would. `routeKeyOf` picks the route of a request. */
export const listen = async (handler: Handler, routeKeyOf: (method: string, host: string, path: string) => string) => {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    const routeKey = routeKeyOf(method, headers.host ?? '', url)
    const event = eventOf({ routeKey, method, url, headers: plain, body: await bodyOf(request) })
    const answer = await handler(event, context())
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value))
    const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8')
    response.writeHead(answer.statusCode ?? 500).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
