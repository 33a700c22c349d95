import { p256 } from '@noble/curves/nist.js'

/** The ECDSA signature on P-256 of a hash of 32 bytes, in DER, as KMS makes one of a message that is a digest: Node hashes whatever it signs on such a curve. */
export const signDigest = (digest: Buffer, scalar: Buffer): Buffer =>
  // KMS answers either of the two values that are right, and whoever verifies takes both.
  Buffer.from(p256.sign(digest, scalar, { prehash: false, format: 'der', lowS: false }))
