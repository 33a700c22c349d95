import type { IncomingHttpHeaders } from 'node:http'
import type { Service } from './aws-answer.ts'

/** A call as the wire shows it. */
export type WireCall = {
  accessKeyId: string
  service: Service
  operation: string
  headers: Record<string, string>
  body: Buffer
  /** The body, read; of S3, whose protocol has none, bucket and key. */
  input: unknown
  /** Of S3. */
  rest?: Rest
}

/** Method and path of a request that is no POST to `/`. */
export type Rest = { method: string; path: string }

const CREDENTIAL = /Credential=([^/,=]+)\/\d{8}\/[^/]+\/([a-z\d]+)\/aws4_request/

const isService = (name: string | undefined): name is Service =>
  ['dynamodb', 'sqs', 'kms', 'secretsmanager', 'monitoring', 's3'].includes(name ?? '')

/** Belongs to the connection to us, not to the one to the emulator. */
const HOP = new Set(['connection', 'content-length', 'expect', 'host', 'keep-alive', 'transfer-encoding'])

/** The operations of S3 that run here, by method and by whether a key is named. */
const objectOperation = (method: string, hasKey: boolean): string | undefined => {
  if (!hasKey) return method === 'GET' ? 'ListObjectsV2' : undefined
  return { GET: 'GetObject', PUT: 'PutObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' }[method]
}

const passedOn = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !HOP.has(name))
      .map(([name, value]) => [name, String(value)]),
  )

const objectCall = (
  headers: IncomingHttpHeaders,
  body: Buffer,
  rest: Rest,
  accessKeyId: string,
): WireCall | undefined => {
  const [bucket = '', ...key] = rest.path.slice(1).split('?', 1)[0]?.split('/') ?? []
  const Key = key.map(decodeURIComponent).join('/')
  const operation = objectOperation(rest.method, Key !== '')
  if (operation === undefined) return undefined
  const input = { Bucket: bucket, ...(Key !== '' && { Key }) }
  return { accessKeyId, service: 's3', operation, headers: passedOn(headers), body, input, rest }
}

/**
 * Reads who calls what: function and service from the scope of the signature, the operation from the target header. Neither
 * the signature nor its date is checked. Undefined if this is no call to a service that runs here. Throws for a body that is no JSON.
 */
export const wireCall = (headers: IncomingHttpHeaders, body: Buffer, rest?: Rest): WireCall | undefined => {
  const [, accessKeyId, service] = CREDENTIAL.exec(headers.authorization ?? '') ?? []
  if (accessKeyId !== undefined && service === 's3' && rest) return objectCall(headers, body, rest, accessKeyId)
  const target = headers['x-amz-target']
  if (accessKeyId === undefined || !isService(service) || typeof target !== 'string') return undefined
  return {
    accessKeyId,
    service,
    operation: target.slice(target.indexOf('.') + 1),
    headers: passedOn(headers),
    body,
    input: JSON.parse(body.toString()),
  }
}
