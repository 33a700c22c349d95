import { randomBytes, webcrypto } from 'node:crypto'

/** An access key made for this run; the vendor's own look the same. */
export const freshKey = () => ({
  accessKeyId: `LTAI5t${randomBytes(9).toString('hex')}`,
  accessKeySecret: randomBytes(15).toString('hex'),
})

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))
const hex = (buffer: ArrayBuffer): string => Buffer.from(buffer).toString('hex')
const digest = async (text: string): Promise<string> => hex(await webcrypto.subtle.digest('SHA-256', bytes(text)))

const AUTHORIZATION = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/

/** What every request of the protocol has signed. */
const DEMANDED = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]

/**
 * The vendor's side of the signature, from the protocol's description and with Web Cryptography, so that it shares nothing
 * with what it checks. Answers whether the headers, as received, sign the body.
 */
export const verifies = async (
  key: { accessKeyId: string; accessKeySecret: string },
  headers: Record<string, string | string[] | undefined>,
  body: string,
): Promise<boolean> => {
  const found = AUTHORIZATION.exec(String(headers.authorization))
  if (!found) return false
  const [, id, list = '', signature] = found
  const names = list.split(';')
  const payload = await digest(body)
  if (id !== key.accessKeyId || headers['x-acs-content-sha256'] !== payload) return false
  if (DEMANDED.some((name) => !names.includes(name))) return false
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const canonical = `POST\n/\n\n${lines}\n${list}\n${payload}`
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const mac = await webcrypto.subtle.importKey('raw', bytes(key.accessKeySecret), algorithm, false, ['sign'])
  return (
    hex(await webcrypto.subtle.sign('HMAC', mac, bytes(`ACS3-HMAC-SHA256\n${await digest(canonical)}`))) === signature
  )
}

export const REQUEST_ID = '130A2C10-B9EE-4D84-88E3-5384FF039795'

/** What an action answers, as JSON text. */
export const enveloped = (ResultObject: Record<string, unknown>): string =>
  JSON.stringify({ Message: 'success', RequestId: REQUEST_ID, Code: '200', ResultObject })

/** What an action or the gateway refuses with. */
export const refusing = (Code: string, Message = 'refused'): string =>
  JSON.stringify({ Message, RequestId: REQUEST_ID, Code })
