import { createHash, createHmac } from 'node:crypto'
import type { Millis } from '../../../shared/kernel/time.ts'

/** The algorithm of Tencent Cloud's API 3.0; also the first word of the `Authorization` header. */
const ALGORITHM = 'TC3-HMAC-SHA256'
const CONTENT_TYPE = 'application/json'

export type Tc3Key = { secretId: string; secretKey: string }

/** One call of a Tencent Cloud API 3.0 action. */
export type Tc3Call = Tc3Key & {
  /** First label of the real endpoint: `faceid`, `sms`. Part of the signature, whatever host is called. */
  service: string
  /** The `Host` header exactly as sent, with the port if there is one. */
  host: string
  action: string
  version: string
  region?: string
  /** The exact text that will be sent as UTF-8. */
  body: string
  at: Millis
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/**
 * The `Authorization` value for a POST to `/` without a query. `signed` are the headers the signature covers, names in lower
 * case and sorted, values as sent. Pure.
 */
export const tc3Authorization = (
  call: Tc3Key & { service: string; body: string; at: Millis },
  signed: readonly (readonly [name: string, value: string])[],
): string => {
  const seconds = Math.floor(call.at / 1000)
  const day = new Date(seconds * 1000).toISOString().slice(0, 10)
  const scope = `${day}/${call.service}/tc3_request`
  const names = signed.map(([name]) => name).join(';')
  const headers = signed.map(([name, value]) => `${name}:${value.trim().toLowerCase()}\n`).join('')
  const canonical = ['POST', '/', '', headers, names, sha256(call.body)].join('\n')
  const toSign = [ALGORITHM, seconds, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${call.secretKey}`, day), call.service), 'tc3_request')
  const signature = hmac(key, toSign).toString('hex')
  return `${ALGORITHM} Credential=${call.secretId}/${scope}, SignedHeaders=${names}, Signature=${signature}`
}

/**
 * All headers of a signed call, names in lower case. The signature covers `content-type` and `host`, which every verifier of
 * this protocol demands; the canonical URI is always `/`, also where a stand-in is mounted below a path.
 */
export const sign = (call: Tc3Call): Record<string, string> => ({
  authorization: tc3Authorization(call, [
    ['content-type', CONTENT_TYPE],
    ['host', call.host],
  ]),
  'content-type': CONTENT_TYPE,
  host: call.host,
  'x-tc-action': call.action,
  'x-tc-version': call.version,
  'x-tc-timestamp': String(Math.floor(call.at / 1000)),
  ...(call.region && { 'x-tc-region': call.region }),
})
