import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Route } from '../../../shared/http/route.ts'
import { type Asked, httpEvent } from '../../http-event.ts'

type Sent = Omit<Asked, 'body'> & {
  method?: Route['method']
  path?: string
  /** What API Gateway matched, where that is not method and path. */
  routeKey?: string
  /** A record is sent as JSON, a text as it is, bytes in base64 as API Gateway does. */
  body?: object | string
}

/** The event of a request to an HTTP API, said to be JSON unless its headers say otherwise. */
export const eventOf = (sent: Sent = {}): APIGatewayProxyEventV2 => {
  const { method = 'POST', path = '/v1/things', body, routeKey, ...asked } = sent
  const bytes = body instanceof Uint8Array ? Buffer.from(body).toString('base64') : undefined
  const headers = { 'content-type': 'application/json', ...asked.headers }
  const event = httpEvent({ method, path }, { ...asked, headers, body: bytes ?? body })
  return { ...event, routeKey: routeKey ?? event.routeKey, isBase64Encoded: bytes !== undefined }
}
