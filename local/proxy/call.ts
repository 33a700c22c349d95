import type { IncomingHttpHeaders } from 'node:http'
import type { Service } from './aws-answer.ts'

/** A call as the wire shows it. */
export type WireCall = {
  accessKeyId: string
  service: Service
  operation: string
  headers: Record<string, string>
  body: Buffer
  /** The body, read. */
  input: unknown
}

const CREDENTIAL = /Credential=([^/,=]+)\/\d{8}\/[^/]+\/([a-z]+)\/aws4_request/

const isService = (name: string | undefined): name is Service =>
  name === 'dynamodb' || name === 'sqs' || name === 'kms' || name === 'secretsmanager' || name === 'monitoring'

/** Belongs to the connection to us, not to the one to the emulator. */
const HOP = new Set(['connection', 'content-length', 'expect', 'host', 'keep-alive', 'transfer-encoding'])

/**
 * Reads who calls what: function and service from the scope of the signature, the operation from the target header. Neither
 * the signature nor its date is checked. Undefined if this is no call to a service that runs here. Throws for a body that is no JSON.
 */
export const wireCall = (headers: IncomingHttpHeaders, body: Buffer): WireCall | undefined => {
  const [, accessKeyId, service] = CREDENTIAL.exec(headers.authorization ?? '') ?? []
  const target = headers['x-amz-target']
  if (accessKeyId === undefined || !isService(service) || typeof target !== 'string') return undefined
  const passed = Object.entries(headers).filter(([name]) => !HOP.has(name))
  return {
    accessKeyId,
    service,
    operation: target.slice(target.indexOf('.') + 1),
    headers: Object.fromEntries(passed.map(([name, value]) => [name, String(value)])),
    body,
    input: JSON.parse(body.toString()),
  }
}
