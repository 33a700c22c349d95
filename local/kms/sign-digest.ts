import { createECDH, randomBytes } from 'node:crypto'

/** The order of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`)
const mod = (value: bigint): bigint => ((value % ORDER) + ORDER) % ORDER

/** The inverse of a number that is not 0, by Fermat: the order is a prime. */
const inverse = (value: bigint): bigint => {
  let [result, base, exponent] = [1n, mod(value), ORDER - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * base)
    base = mod(base * base)
  }
  return result
}

/** A number in DER: as short as it goes, and never negative. */
const integer = (value: bigint): Buffer => {
  const hex = value.toString(16)
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  const positive = (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits
  return Buffer.concat([Buffer.from([2, positive.length]), positive])
}

/**
 * The ECDSA signature on P-256 of a hash of 32 bytes, in DER, as KMS makes one of a message that is a digest: Node hashes whatever it signs on such a curve.
 * For keys of this machine only, as nothing here takes the same time for each.
 */
export const signDigest = (digest: Buffer, scalar: Buffer): Buffer => {
  for (;;) {
    const nonce = mod(numberOf(randomBytes(40)))
    if (nonce === 0n) continue
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(Buffer.from(nonce.toString(16).padStart(64, '0'), 'hex'))
    // Uncompressed: 4, x, y.
    const r = mod(numberOf(curve.getPublicKey().subarray(1, 33)))
    const s = mod(inverse(nonce) * (numberOf(digest) + r * numberOf(scalar)))
    if (r === 0n || s === 0n) continue
    const both = Buffer.concat([integer(r), integer(s)])
    return Buffer.concat([Buffer.from([0x30, both.length]), both])
  }
}
