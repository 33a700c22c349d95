import { createHash, timingSafeEqual } from 'node:crypto'
import type { Millis } from '../../../shared/kernel/time.ts'

/** A code sent by text message, as kept: salted hash over number and code, good until `codeUntil`, and tries counted. */
export type Challenge = { codeHash: string; codeSalt: string; codeUntil: Millis; codeTries: number }

/** The text of a code: six digits, leading zeros kept. `below` gives a uniform whole number below its argument. */
export const newCode = (below: (limit: number) => number): string => String(below(1_000_000)).padStart(6, '0')

const hashOf = (salt: string, phone: string, code: string): string =>
  createHash('sha256').update(`${salt}|${phone}|${code}`).digest('base64url')

/** A challenge for `code` sent to `phone`; binding the number makes a code good for that number only. */
export const challenge = (of: { phone: string; code: string; salt: string; until: Millis }): Challenge => ({
  codeHash: hashOf(of.salt, of.phone, of.code),
  codeSalt: of.salt,
  codeUntil: of.until,
  codeTries: 0,
})

/** Compares in constant time. Count the try before asking. */
export const answers = (challenge: Pick<Challenge, 'codeHash' | 'codeSalt'>, phone: string, code: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(challenge.codeSalt, phone, code)), Buffer.from(challenge.codeHash))
