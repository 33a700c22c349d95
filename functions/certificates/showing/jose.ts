import { createHash, createPublicKey } from 'node:crypto'

const base64url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url')

/** A public key of P-256 as a JSON Web Key. */
export type Jwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: string; alg: 'ES256'; use: 'sig' }

/** The key in DER (SubjectPublicKeyInfo) as a JSON Web Key, named by its thumbprint (RFC 7638). Throws for any but one of P-256. */
export const jwkOf = (spki: Uint8Array): Jwk => {
  const { kty, crv, x, y } = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y) throw new Error('statements are signed by a key of P-256')
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }
}

/** Bytes of each of the two numbers of a signature. */
const HALF = 32

/** One number of a signature in DER, at its place, as 32 bytes; and where the next begins. */
const numberAt = (der: Buffer, at: number): { number: Buffer; end: number } => {
  const end = at + 2 + (der[at + 1] ?? 0)
  const digits = der.subarray(at + 2, end)
  // Without the zero that keeps a number positive, and with those that DER leaves out.
  const kept = digits.length > HALF ? digits.subarray(digits.length - HALF) : digits
  return { number: Buffer.concat([Buffer.alloc(HALF - kept.length), kept]), end }
}

/** The signature that KMS answers in DER as a JWS has it: both numbers, 32 bytes each (RFC 7518, 3.4). */
export const joseSignature = (der: Buffer): Buffer => {
  const first = numberAt(der, 2)
  return Buffer.concat([first.number, numberAt(der, first.end).number])
}

/** What is signed of a JWS: its header and the payload. */
export const signingInput = (kid: string, payload: object): string =>
  [{ alg: 'ES256', kid, typ: 'certificate-statement+jws' }, payload]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.')

/** The compact JWS of what was signed, by the signature in DER. */
export const compactJws = (input: string, der: Buffer): string => `${input}.${base64url(joseSignature(der))}`
