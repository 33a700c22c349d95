import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** What stands before the 32 bytes of an ed25519 key in PKCS 8 (RFC 8410, 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key pair that goes with a secret, always the same: so a receiver that holds public keys is configured once. */
const pairOf = (secret: string): KeyObject => {
  const seed = createHash('sha256').update(`conform ${secret}`).digest()
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

/** What a receiver that checks signatures by public key is configured with, in the place of a secret. */
export const publicKeyOf = (secret: string): string => {
  const { x = '' } = createPublicKey(pairOf(secret)).export({ format: 'jwk' })
  return `whpk_${Buffer.from(x, 'base64url').toString('base64')}`
}

/** A secret that no receiver has been told. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** What is signed: the id of an event, when it is sent (epoch ms), and the body as it goes out. */
export type Signed = { id: string; at: number; body: string }

/** The header `webhook-signature` as Shiming makes it: by each secret, and by the key pair of each. */
export const signatureBy = (secrets: readonly string[], { id, at, body }: Signed): string => {
  const bySecret = secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body))
  const content = Buffer.from(`${id}.${Math.floor(at / 1000)}.${body}`)
  const byPair = secrets.map((secret) => `v1a,${sign(null, content, pairOf(secret)).toString('base64')}`)
  return [...bySecret, ...byPair].join(' ')
}
