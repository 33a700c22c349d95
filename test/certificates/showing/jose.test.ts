import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compactJws, joseSignature, jwkOf, signingInput } from '../../../functions/certificates/showing/jose.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const der = (text: string): Buffer => sign('sha256', Buffer.from(text), privateKey)

/** A signature of these two numbers in DER. */
const derOf = (...numbers: string[]): Buffer => {
  const both = Buffer.concat(
    numbers.map((hex) => Buffer.concat([Buffer.from([2, hex.length / 2]), Buffer.from(hex, 'hex')])),
  )
  return Buffer.concat([Buffer.from([0x30, both.length]), both])
}

describe('a signature as a JWS has it', () => {
  it('is what any verifier takes, of whatever numbers', () => {
    for (let nth = 0; nth < 300; nth += 1) {
      const raw = joseSignature(der(String(nth)))
      expect(raw).toHaveLength(64)
      const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
      expect(verify('sha256', Buffer.from(String(nth)), key, raw)).toBe(true)
    }
  })

  it.each([
    ['one that begins with a high bit', `00${'ff'.repeat(32)}`, 'ff'.repeat(32)],
    ['a short one', '05', `${'00'.repeat(31)}05`],
    ['one of 31 bytes', '7f'.repeat(31), `00${'7f'.repeat(31)}`],
  ])('holds %s as 32 bytes', (_what, given, kept) => {
    expect(joseSignature(derOf(given, '01')).toString('hex')).toBe(`${kept}${'00'.repeat(31)}01`)
    expect(joseSignature(derOf('01', given)).toString('hex')).toBe(`${'00'.repeat(31)}01${kept}`)
  })
})

describe('a key as a JSON Web Key', () => {
  it('is the key, named by its thumbprint (RFC 7638) and told with what it is for', () => {
    const jwk = jwkOf(publicKey.export({ type: 'spki', format: 'der' }))
    expect(createPublicKey({ key: jwk, format: 'jwk' }).equals(publicKey)).toBe(true)
    expect(jwk).toMatchObject({ alg: 'ES256', use: 'sig', kid: expect.stringMatching(/^[\w-]{43}$/) })
    expect(jwk).not.toHaveProperty('d')
  })

  it('is none of another curve', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ type: 'spki', format: 'der' })
    expect(() => jwkOf(other)).toThrow(/P-256/)
  })
})

it('a compact JWS is header, payload and signature, of exactly what is said', () => {
  const input = signingInput('kid', { name: '晨光' })
  const [header = '', payload = '', signature = ''] = compactJws(input, der(input)).split('.')
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
    alg: 'ES256',
    kid: 'kid',
    typ: 'certificate-statement+jws',
  })
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({ name: '晨光' })
  expect(Buffer.from(signature, 'base64url')).toHaveLength(64)
})
