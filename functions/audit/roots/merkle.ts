import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What tells leaves from nodes, or a node could pass for a leaf. */
const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)]

/** The largest power of two below a number of at least two. */
const half = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1)

const hashOf = (leaves: readonly Uint8Array[]): Buffer => {
  const [first] = leaves
  if (!first) return sha256()
  if (leaves.length === 1) return sha256(LEAF, first)
  const middle = half(leaves.length)
  return sha256(NODE, hashOf(leaves.slice(0, middle)), hashOf(leaves.slice(middle)))
}

/** The Merkle tree hash of these texts in this order, as RFC 9162 (2.1.1) has it, in hexadecimal digits. */
export const merkleRoot = (leaves: readonly string[]): string =>
  hashOf(leaves.map((leaf) => Buffer.from(leaf, 'utf8'))).toString('hex')
