import { Secret, TOTP, URI } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  base32,
  codeAt,
  isTotpSecret,
  millisLeft,
  otpauthUri,
  stepAt,
  stepOfCode,
  TOTP_SECRET_BYTES,
} from '../../../functions/operators/access/totp.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

/** The key of the test vectors of RFC 6238, appendix B; their last six digits. */
const RFC = base32(Buffer.from('12345678901234567890'))

const secretOf = (seed: number): string =>
  base32(Buffer.from(Array.from({ length: TOTP_SECRET_BYTES }, (_none, at) => (seed * 31 + at * 97) % 256)))

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('of second %i is %s, as RFC 6238 has it', (second, code) => {
    expect(codeAt(RFC, stepAt(second * SECOND))).toBe(code)
  })

  it('is the one that otpauth, which others use, makes of the same secret at the same time', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const secret = secretOf(seed)
      const theirs = new TOTP({ secret: Secret.fromBase32(secret) })
      const timestamp = NOON + seed * 7919 * SECOND
      expect(codeAt(secret, stepAt(timestamp))).toBe(theirs.generate({ timestamp }))
    }
  })

  it('counts in its own thirty seconds, those before and those after, and no longer', () => {
    const at = NOON + 5 * SECOND
    const step = stepAt(at)
    for (const near of [step - 1, step, step + 1]) expect(stepOfCode(RFC, codeAt(RFC, near), at)).toBe(near)
    for (const far of [step - 2, step + 2]) expect(stepOfCode(RFC, codeAt(RFC, far), at)).toBeUndefined()
    for (const none of ['', '1', '12345', '1234567', 'abcdef']) expect(stepOfCode(RFC, none, at)).toBeUndefined()
  })

  it('says how long it is shown', () => {
    expect([millisLeft(NOON), millisLeft(NOON + 1), millisLeft(NOON + 29_999)]).toEqual([30_000, 29_999, 1])
  })
})

describe('a secret', () => {
  it('is 32 letters of base32, which come to the same bytes in otpauth', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const secret = secretOf(seed)
      expect(isTotpSecret(secret)).toBe(true)
      expect(Secret.fromBase32(secret).base32).toBe(secret)
    }
    for (const none of ['', RFC.slice(1), `${RFC}A`, RFC.toLowerCase(), `${RFC.slice(1)}1`])
      expect(isTotpSecret(none)).toBe(false)
  })

  it.each(['示例平台（沙箱）', 'A & B: 100%'])('goes into an app by a QR code that names the platform %s', (issuer) => {
    const uri = otpauthUri(issuer, 'lin', RFC)
    const read = URI.parse(uri)
    expect(read).toMatchObject({ label: 'lin', digits: 6, period: 30, algorithm: 'SHA1' })
    expect([read.issuer, read.secret.base32]).toEqual([issuer.replace(':', ' '), RFC])
    expect(uri).not.toContain('+')
  })
})
