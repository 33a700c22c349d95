import { randomBytes, webcrypto } from 'node:crypto'

/** A key pair made for this run; the vendor's own look the same. */
export const freshKey = () => ({
  secretId: `AKID${randomBytes(16).toString('hex')}`,
  secretKey: randomBytes(16).toString('hex'),
})

/** What the secret of an account holds that checks people and sends texts. */
export const heldAccount = {
  secretId: 'id',
  secretKey: 'key',
  region: 'ap-guangzhou',
  smsSdkAppId: '1400000000',
  smsSignName: '示明',
  smsTemplateId: '100',
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))
const hex = (buffer: ArrayBuffer): string => Buffer.from(buffer).toString('hex')

const mac = async (key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const imported = await webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await webcrypto.subtle.sign('HMAC', imported, bytes(text)))
}

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=(\S+?)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/

/**
 * The vendor's side of the signature, from the protocol's description and with Web Cryptography, so that it shares nothing
 * with what it checks. Answers whether the headers, as received, sign the body.
 */
export const verifies = async (
  key: { secretId: string; secretKey: string },
  headers: Record<string, string | string[] | undefined>,
  body: string,
): Promise<boolean> => {
  const found = AUTHORIZATION.exec(String(headers.authorization))
  if (!found) return false
  const [, secretId, day = '', service = '', names = '', signature] = found
  const timestamp = Number(headers['x-tc-timestamp'])
  if (secretId !== key.secretId || day !== new Date(timestamp * 1000).toISOString().slice(0, 10)) return false
  if (!names.split(';').includes('content-type') || !names.split(';').includes('host')) return false
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim().toLowerCase()}\n`)
  const digest = async (text: string) => hex(await webcrypto.subtle.digest('SHA-256', bytes(text)))
  const canonical = `POST\n/\n\n${lines.join('')}\n${names}\n${await digest(body)}`
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${day}/${service}/tc3_request\n${await digest(canonical)}`
  let derived = bytes(`TC3${key.secretKey}`)
  for (const part of [day, service, 'tc3_request', toSign]) derived = await mac(derived, part)
  return Buffer.from(derived).toString('hex') === signature
}

export const REQUEST_ID = '0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22'

/** The envelope of API 3.0 as JSON text. */
export const enveloped = (response: Record<string, unknown>): string =>
  JSON.stringify({ Response: { ...response, RequestId: REQUEST_ID } })
