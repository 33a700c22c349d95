import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { AlibabaCloudKeys } from '../sandbox.ts'

const WINDOW: Millis = 15 * MINUTE

/** What the gateway of all APIs says of a request that is signed wrongly. */
export type SignatureError =
  | 'IncompleteSignature'
  | 'InvalidAccessKeyId.NotFound'
  | 'InvalidTimeStamp.Format'
  | 'InvalidTimeStamp.Expired'
  | 'SignatureDoesNotMatch'

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

/** Sorted by name, each escaped anew as RFC 3986 wants it. */
const canonicalQuery = (rawQuery: string): string =>
  [...new URLSearchParams(rawQuery)]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .toSorted()
    .join('&')

/** What a signature has to cover, where it is sent: whoever leaves one out lets others change it. */
const isDemanded = (name: string): boolean => name.startsWith('x-acs-') || name === 'host' || name === 'content-type'

const ALWAYS = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version']

type Signed = { accessKeyId: string; names: string[]; signature: string }

const signedOf = (header: string | undefined): Signed | undefined => {
  const found = /^ACS3-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
    header ?? '',
  )
  if (!found) return undefined
  const [, accessKeyId = '', names = '', signature = ''] = found
  return { accessKeyId, names: names.split(';'), signature }
}

export type Acs3Request = { headers: Record<string, string | undefined>; rawBody: Buffer; rawQuery: string }

/** The address is always "/": an API of style RPC has no paths, so ours is no part of what is signed. */
const signatureOf = ({ headers, rawBody, rawQuery }: Acs3Request, names: readonly string[], secret: string): string => {
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('')
  const canonical = ['POST', '/', canonicalQuery(rawQuery), lines, names.join(';'), sha256(rawBody)].join('\n')
  return createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
}

const same = (left: string, right: string): boolean => timingSafeEqual(Buffer.from(left), Buffer.from(right))

/** Judges the signature of a POST; undefined when it is right. Whether its number was used before is for the caller to find out. */
export const acs3Fault = (
  request: Acs3Request,
  keys: Pick<AlibabaCloudKeys, 'accessKeyId' | 'accessKeySecret'>,
  now: Millis,
): SignatureError | undefined => {
  const { headers, rawBody } = request
  const signed = signedOf(headers.authorization)
  if (!signed || !headers['x-acs-signature-nonce']) return 'IncompleteSignature'
  if (signed.accessKeyId !== keys.accessKeyId) return 'InvalidAccessKeyId.NotFound'
  const date = headers['x-acs-date'] ?? ''
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date)) return 'InvalidTimeStamp.Format'
  if (!(Math.abs(now - Date.parse(date)) <= WINDOW)) return 'InvalidTimeStamp.Expired'
  const demanded = [
    ...ALWAYS,
    ...Object.keys(headers).filter((name) => headers[name] !== undefined && isDemanded(name)),
  ]
  if (demanded.some((name) => !signed.names.includes(name))) return 'SignatureDoesNotMatch'
  if (headers['x-acs-content-sha256'] !== sha256(rawBody)) return 'SignatureDoesNotMatch'
  return same(signatureOf(request, signed.names, keys.accessKeySecret), signed.signature)
    ? undefined
    : 'SignatureDoesNotMatch'
}
