import { createHash, createHmac } from 'node:crypto'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

/** The algorithm of Alibaba Cloud's OpenAPI, version 3; also the first word of the `Authorization` header. */
const ALGORITHM = 'ACS3-HMAC-SHA256'

export type Acs3Key = { accessKeyId: string; accessKeySecret: string }

/** One call of an action of an API of style RPC, its parameters as a form in the body. */
export type Acs3Call = Acs3Key & {
  /** The `Host` header exactly as sent, with the port if there is one. */
  host: string
  action: string
  version: string
  /** The exact text that will be sent as UTF-8. */
  body: string
  /** Used for this one request and for no other. */
  nonce: string
  at: Millis
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The `Authorization` value for a POST to `/`. `query` as it stands in the address, sorted and escaped; `signed` are the headers the
 * signature covers, names in lower case and sorted, values as sent. Pure.
 */
export const acs3Authorization = (
  { accessKeyId, accessKeySecret, query, body }: Acs3Key & { query: string; body: string },
  signed: readonly (readonly [name: string, value: string])[],
): string => {
  const names = signed.map(([name]) => name).join(';')
  const headers = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join('')
  const canonical = ['POST', '/', query, headers, names, sha256(body)].join('\n')
  const signature = createHmac('sha256', accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest('hex')
  return `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}`
}

const FORM = 'application/x-www-form-urlencoded'

/** To the second, as the protocol wants it. */
const dateOf = (at: Millis): string => `${new Date(Math.floor(at / SECOND) * SECOND).toISOString().slice(0, -5)}Z`

/**
 * All headers of a signed call, names in lower case. The signature covers all that a verifier of this protocol demands: content type,
 * host and every `x-acs-` header; the canonical URI is always `/`, also where a stand-in is mounted below a path.
 */
export const sign = (call: Acs3Call): Record<string, string> => {
  const signed = [
    ['content-type', FORM],
    ['host', call.host],
    ['x-acs-action', call.action],
    ['x-acs-content-sha256', sha256(call.body)],
    ['x-acs-date', dateOf(call.at)],
    ['x-acs-signature-nonce', call.nonce],
    ['x-acs-version', call.version],
  ] as const
  return {
    authorization: acs3Authorization({ ...call, query: '' }, signed),
    ...Object.fromEntries(signed),
    accept: 'application/json',
  }
}
