import { pause } from '../calling/waiting.ts'
import { hashing } from './sha256.ts'

/** What a request for a code is to prove: the challenge as it was given, and a nonce that solves it. */
export type Proof = { challenge: string; nonce: string }

/** Hashes between two looks at the event loop: some ms, so that a page stays usable meanwhile. */
const AT_A_TIME = 4096

/** More than this takes minutes on a phone; the service never asks for it. */
const MOST_BITS = 26

/**
 * Solves a challenge: a nonce such that SHA-256 of `challenge:nonce` begins with so many zero bits. Undefined for one that would
 * take minutes. Lets the event loop run every few ms; rejects with the reason of `signal`.
 */
export const solveChallenge = async (
  challenge: string,
  bits: number,
  signal?: AbortSignal,
): Promise<Proof | undefined> => {
  if (!(bits <= MOST_BITS)) return undefined
  const hash = hashing(`${challenge}:`)
  for (let nonce = 0; ; nonce += 1) {
    const [first = 0] = hash(String(nonce)).subarray(0, 1)
    if (Math.clz32(first) >= bits) return { challenge, nonce: String(nonce) }
    if (nonce % AT_A_TIME === AT_A_TIME - 1) await pause(0, signal)
  }
}
