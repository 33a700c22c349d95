import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { TencentCloudKeys } from '../sandbox.ts'

const ALGORITHM = 'TC3-HMAC-SHA256'
const WINDOW_SECONDS = 300

/** The common errors of API 3.0 that a wrong signature can have. */
export type SignatureError =
  | 'AuthFailure.InvalidAuthorization'
  | 'AuthFailure.SecretIdNotFound'
  | 'AuthFailure.SignatureExpire'
  | 'AuthFailure.SignatureFailure'

type Credential = { secretId: string; date: string; service: string; signedHeaders: string[]; signature: string }

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const credentialOf = (header: string | undefined): Credential | undefined => {
  const found =
    /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d\d-\d\d)\/([a-z0-9]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      header ?? '',
    )
  if (!found) return undefined
  const [, secretId = '', date = '', service = '', names = '', signature = ''] = found
  return { secretId, date, service, signedHeaders: names.split(';'), signature }
}

/** The address is always "/": API 3.0 has no paths, so ours is no part of what is signed. */
const canonicalRequest = (headers: Record<string, string>, names: readonly string[], rawBody: Buffer): string => {
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().toLowerCase()}\n`).join('')
  return ['POST', '/', '', lines, names.join(';'), sha256(rawBody)].join('\n')
}

const signatureOf = (canonical: string, timestamp: string, credential: Credential, secretKey: string): string => {
  const { date, service } = credential
  const text = [ALGORITHM, timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request')
  return hmac(key, text).toString('hex')
}

const same = (left: string, right: string): boolean => timingSafeEqual(Buffer.from(left), Buffer.from(right))

/** Both are in use: clients sign the host with the port they connect to, the vendor's own SDK without. */
const hostsOf = (host: string): string[] => [...new Set([host, host.replace(/:\d+$/, '')])]

export type Tc3Request = { headers: Record<string, string | undefined>; rawBody: Buffer; service: string }

/** Judges the signature of an API 3.0 POST; undefined when it is right. `service`: the product that was addressed. */
export const tc3Fault = (request: Tc3Request, keys: TencentCloudKeys, now: Millis): SignatureError | undefined => {
  const credential = credentialOf(request.headers.authorization)
  const timestamp = request.headers['x-tc-timestamp'] ?? ''
  if (!credential || !/^\d{10}$/.test(timestamp)) return 'AuthFailure.InvalidAuthorization'
  if (credential.secretId !== keys.secretId) return 'AuthFailure.SecretIdNotFound'
  if (Math.abs(now / SECOND - Number(timestamp)) > WINDOW_SECONDS) return 'AuthFailure.SignatureExpire'
  const names = credential.signedHeaders
  if (!names.includes('content-type') || !names.includes('host')) return 'AuthFailure.SignatureFailure'
  const day = new Date(Number(timestamp) * SECOND).toISOString().slice(0, 10)
  if (credential.date !== day || credential.service !== request.service) return 'AuthFailure.SignatureFailure'
  const right = hostsOf(request.headers.host ?? '').some((host) => {
    const values = Object.fromEntries(names.map((name) => [name, request.headers[name] ?? '']))
    const canonical = canonicalRequest({ ...values, host }, names, request.rawBody)
    return same(signatureOf(canonical, timestamp, credential, keys.secretKey), credential.signature)
  })
  return right ? undefined : 'AuthFailure.SignatureFailure'
}
