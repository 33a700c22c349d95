import { createHash } from 'node:crypto'
import type { Millis } from '../../../shared/kernel/time.ts'

/** How often something was asked for, from how often on it costs work, and how much: `bits` then, `more` at each doubling. */
type Signal = { count: number; from: number; bits: number; more: number }

/** What a request for a code is weighed by. Counts are those before it. */
export type Asked = { number: number; address: number; deployment: number }

/** From when on each makes asking harder, and how hard it gets at most (bits). */
export type ProofSettings = { numberFrom: number; addressFrom: number; deploymentFrom: number; mostBits: number }

const weight = ({ count, from, bits, more }: Signal): number =>
  count < from ? 0 : bits + more * Math.floor(Math.log2(Math.max(1, count) / Math.max(1, from)))

/**
 * How many leading zero bits the hash of a proof must have; 0 for no proof. Every bit doubles the work: 16 bits are a tenth of a
 * second on a phone, 20 are two. Much for one number is an attack on it; many people may share one address.
 */
export const proofBits = (asked: Asked, settings: ProofSettings): number =>
  Math.min(
    settings.mostBits,
    Math.max(
      weight({ count: asked.number, from: settings.numberFrom, bits: 16, more: 2 }),
      weight({ count: asked.address, from: settings.addressFrom, bits: 14, more: 1 }),
      weight({ count: asked.deployment, from: settings.deploymentFrom, bits: 18, more: 4 }),
    ),
  )

/** What is to be solved: for one number, by `expiresAt` (epoch ms), once. */
export type ProofChallenge = { bits: number; expiresAt: Millis; salt: string }

/** A keyed hash of texts under the key of one number, so that a challenge is good for no other and nobody else can write one. */
export type Binding = (...parts: string[]) => string

/** The text of a challenge. */
export const proofChallenge = (binding: Binding, { bits, expiresAt, salt }: ProofChallenge): string =>
  [bits, expiresAt, salt, binding(String(bits), String(expiresAt), salt)].join('.')

const HASH_BITS = 256

/** Whether SHA-256 of `challenge:nonce` begins with so many zero bits. */
const isSolved = (challenge: string, nonce: string, bits: number): boolean => {
  const hash = BigInt(`0x${createHash('sha256').update(`${challenge}:${nonce}`).digest('hex')}`)
  return hash.toString(2).length <= HASH_BITS - bits
}

/** A challenge and the nonce somebody found for it. */
export type Proof = { challenge: string; nonce: string }

/** The challenge that a proof solves; undefined if it is not one of ours for that number, too late, or not solved. */
export const solvedChallenge = (binding: Binding, proof: Proof, now: Millis): ProofChallenge | undefined => {
  const [bits, expiresAt, salt = ''] = proof.challenge.split('.')
  const read = { bits: Number(bits), expiresAt: Number(expiresAt), salt }
  const isOurs = proofChallenge(binding, read) === proof.challenge
  return isOurs && now < read.expiresAt && isSolved(proof.challenge, proof.nonce, read.bits) ? read : undefined
}
