import { createHmac } from 'node:crypto'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { isSameText } from '../../account/api-keys/same-text.ts'

/** What every authenticator app takes: HMAC-SHA1, six digits, thirty seconds (RFC 6238). */
export const STEP: Millis = 30 * SECOND
const DIGITS = 6
/** Bytes of a secret, as RFC 4226 recommends. */
export const TOTP_SECRET_BYTES = 20
/** Phones and servers are not quite of one time: this many steps before and after count too. */
const DRIFT = 1

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BITS = 5

/** Base32 of RFC 4648 without padding, as apps take secrets. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(BITS, '0'), 2)]).join('')
}

const bytesOf = (secret: string): Buffer => {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(BITS, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** Which step a moment is in. */
export const stepAt = (now: Millis): number => Math.floor(now / STEP)

/** Whether a text is a secret as `base32` writes those. */
export const isTotpSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text)

/** How long the step of that moment goes on. */
export const millisLeft = (now: Millis): Millis => STEP - (now % STEP)

/** The code of a step under a secret in base32. */
export const codeAt = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = Number(mac.at(-1)) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/**
 * The step that a code is of, around now; undefined for one that is none. Every step is looked at, so that the time it takes tells
 * nothing. Whether it was used before is for the write to say.
 */
export const stepOfCode = (secret: string, code: string, now: Millis): number | undefined => {
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_none, nth) => stepAt(now) - DRIFT + nth)
  return steps.filter((step) => isSameText(codeAt(secret, step), code))[0]
}

/** What the QR code says that an app scans: `issuer` is the platform, shown above the name. */
export const otpauthUri = (issuer: string, name: string, secret: string): string => {
  // A colon ends it.
  const told = issuer.replaceAll(':', ' ').trim()
  const label = [told, name].map(encodeURIComponent).join(':')
  const query = new URLSearchParams({ secret, issuer: told, algorithm: 'SHA1', digits: String(DIGITS), period: '30' })
  // Apps take %20 and not +.
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
}
