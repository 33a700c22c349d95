import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Ids } from '../../../shared/kernel/ids.ts'

/** What comes before the 32 bytes of an ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const SEED_BYTES = 32

const privateKeyOf = (seed: string) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(seed, 'base64url')]), format: 'der', type: 'pkcs8' })

/** The public key as Standard Webhooks writes one: `whpk_` and its 32 bytes in base64. */
const publicKeyOf = (seed: string): string => {
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' })
  return `whpk_${spki.subarray(-SEED_BYTES).toString('base64')}`
}

/** A new ed25519 key pair: its private half as 32 bytes in base64url. */
export const newKeyPair = (ids: Pick<Ids, 'secret'>): { seed: string; publicKey: string } => {
  const seed = ids.secret(SEED_BYTES)
  return { seed, publicKey: publicKeyOf(seed) }
}

/** Signs by a private half, for whoever knows the public one: scheme `v1a` of Standard Webhooks. */
export const byKeyPair = (seed: string) => {
  const key = privateKeyOf(seed)
  return (signed: string): string => `v1a,${sign(null, Buffer.from(signed), key).toString('base64')}`
}
