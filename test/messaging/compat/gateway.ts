import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { pushplusSend } from '../../../functions/messaging/compat/send-pushplus.ts'
import { pushplusSendPathRoute, pushplusSendRoute } from '../../../functions/messaging/pushplus.route.ts'
import { on } from '../../../shared/http/endpoint.ts'
import type { Request } from '../../../shared/http/request.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { serve } from '../../http-event.ts'
import type { World } from '../fixture.ts'

const eventOf = (request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 => {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const http = { method: request.method ?? '', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' }
  const routeKey = path === '/send' ? 'ANY /send' : 'ANY /send/{proxy+}'
  const requestContext = {
    http,
    routeKey,
    requestId: 'request',
    accountId: '',
    apiId: '',
    domainName: '',
    domainPrefix: '',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const event = { version: '2.0', routeKey, rawPath: path, rawQueryString: query, headers, requestContext }
  return { ...event, body: body.toString('base64'), isBase64Encoded: true }
}

/** /send over HTTP on this machine: the real stack and operation, events as an HTTP API makes them. */
export const gateway = async (at: World) => {
  const faults: unknown[] = []
  const deps = { ...at, fault: (error: unknown) => faults.push(error) }
  const run = async (request: Request) => {
    const body = await pushplusSend(deps, { ...request, contentType: request.headers['content-type'] })
    return ok({ status: 200, body })
  }
  const observer = { now: () => 0, request: () => undefined, fault: (error: unknown) => faults.push(error) }
  const handler = serve(observer, on(pushplusSendRoute, run), on(pushplusSendPathRoute, run))
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const context = {} as Context
    const result: APIGatewayProxyStructuredResultV2 = await handler(eventOf(request, Buffer.concat(parts)), context)
    response.writeHead(result.statusCode ?? 0, result.headers as Record<string, string>).end(result.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    faults,
    url: `http://127.0.0.1:${port}/send`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
