import { type KeyObject, sign, verify } from 'node:crypto'

/** RSA PKCS#1 v1.5 with SHA-256, whatever sign_type a sender claims: with RSA it would be SHA-1. */
const ALGORITHM = 'RSA-SHA256'

/** What Alipay calls that algorithm. */
export const SIGN_TYPE = 'RSA2'

export type Params = Readonly<Record<string, string>>

/** The text under a signature: every parameter that has a value, but not the signature, by name. Values are not encoded. */
export const signedText = (params: Params): string =>
  Object.entries(params)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

export const signatureOf = (key: KeyObject, text: string): string =>
  sign(ALGORITHM, Buffer.from(text), key).toString('base64')

/** Whether that is Alipay's signature over the text. Any of the arguments but the key may come from anyone. */
export const signatureHolds = (key: KeyObject, text: string, signature: string): boolean => {
  const bytes = Buffer.from(signature, 'base64')
  // Node's decoder skips what is not base64, so many texts would be one signature; only the proper spelling counts.
  return bytes.toString('base64') === signature && verify(ALGORITHM, Buffer.from(text), key, bytes)
}
