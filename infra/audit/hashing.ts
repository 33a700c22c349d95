import { createHash, createPublicKey, verify } from 'node:crypto'

// Written from docs/audit.md and not from the code that writes the records: both sides would agree on the same mistake.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** JSON with sorted members and no white space, as the hashes are of. */
export const sortedJson = (value: Json): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => Number(a > b) - Number(a < b)))
      : inner,
  )

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

/** The Merkle root of RFC 9162, from the leaves up: whoever is left without a neighbour goes up as they are. */
export const treeRoot = (leaves: readonly string[]): string => {
  let level = leaves.map((leaf) => Buffer.from(sha256(Buffer.concat([Buffer.of(0), Buffer.from(leaf)])), 'hex'))
  if (level.length === 0) return sha256('')
  while (level.length > 1) {
    const pairs = level.length >> 1
    const above = Array.from({ length: pairs }, (_none, at) =>
      Buffer.from(
        sha256(Buffer.concat([Buffer.of(1), level[2 * at] ?? Buffer.of(), level[2 * at + 1] ?? Buffer.of()])),
        'hex',
      ),
    )
    level = level.length % 2 === 1 ? [...above, ...level.slice(-1)] : above
  }
  return level[0]?.toString('hex') ?? ''
}

/** Whether a PEM is the public half of a key that roots can be signed by. */
export const isPublicKey = (pem: string): boolean => {
  try {
    return createPublicKey(pem).asymmetricKeyDetails?.namedCurve === 'prime256v1'
  } catch {
    return false
  }
}

/** Whether a text was signed by the key that the PEM is the public half of. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean => {
  try {
    return verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** A public key as KMS answers it (SubjectPublicKeyInfo in DER) as PEM. */
export const publicKeyPem = (der: Uint8Array): string => {
  const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
  return key.export({ format: 'pem', type: 'spki' }).toString()
}
