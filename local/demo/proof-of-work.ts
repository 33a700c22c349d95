import { createHash } from 'node:crypto'

const leadingZeros = (hash: string): number => Math.clz32(Number.parseInt(hash.slice(0, 8), 16))

/** The proof that a `challenge_required` asks for: a nonce with which SHA-256 of `challenge:nonce` begins with so many zero bits. */
export const solved = (challenge: string, bits: number): { challenge: string; nonce: string } => {
  let nonce = 0
  while (leadingZeros(createHash('sha256').update(`${challenge}:${nonce}`).digest('hex')) < bits) nonce += 1
  return { challenge, nonce: String(nonce) }
}
