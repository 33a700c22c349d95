import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyRing } from '../../../shared/vault/key-ring.ts'
import { NotSealedHere } from '../../../shared/vault/sealing.ts'
import { ringOf } from '../../key-ring.ts'

const binding = { dataSet: 'webhook_secret', key: 'account-1', attribute: 'ops' }
const ring = ringOf(['k1'])

/** A ring of these versions, and what it rings. */
const ringing = (...versions: [string, ...string[]]) => {
  const rung: [string, object][] = []
  return { rung, ring: ringOf(versions, { alarm: (event, fields) => void rung.push([event, fields]) }) }
}

describe('a MAC of the key ring', () => {
  it('is of the parts, the purpose and the key, and of nothing else', () => {
    const mac = ring.mac('sms_code', 'salt', '000000')
    expect(mac).toMatch(/^k1\.[\w-]{43}$/)
    expect(ring.isMac(mac, 'sms_code', 'salt', '000000')).toBe(true)
    expect(ringOf(['k1']).mac('sms_code', 'salt', '000000')).toBe(mac)
    for (const other of [
      ring.mac('sms_code', 'salt', '000001'),
      ring.mac('sms_code', 'salt0', '00000'),
      ring.mac('sms_code', 'salt', '000000', ''),
      ring.mac('message_token', 'salt', '000000'),
      ringOf(['k1'], { other: 'other' }).mac('sms_code', 'salt', '000000'),
    ])
      expect(other).not.toBe(mac)
  })

  it('of any two different lists of parts differs', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('1', ':', 'a', '张'), maxLength: 4 }))
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(ring.isMac(ring.mac('p', ...one), 'p', ...other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  it('is not what the key itself gives, nor any purpose what another gives', () => {
    const bytes = randomBytes(32)
    const own = keyRing([{ version: 'k1', key: createSecretKey(bytes) }], () => undefined)
    const all = ['a', 'b', 'mac/a', ''].flatMap((purpose) => [own.mac(purpose, 'x'), own.mac(purpose, '')])
    expect(new Set(all).size).toBe(all.length)
    expect(all.join()).not.toContain(bytes.toString('base64url'))
  })

  it.each(['', '.', 'k1', 'k1.', 'k1.x', 'K1.x', '张.x', `k1.${'张'.repeat(43)}`, `k1.${'A'.repeat(43)}`, 'v1.x\n'])(
    '%j is the MAC of nothing, and breaks nothing',
    (kept) => {
      expect(ring.isMac(kept, 'sms_code', '')).toBe(false)
    },
  )
})

describe('the key ring, rotated', () => {
  it('keeps new values under the current version, and still knows those of the older ones', () => {
    const rotated = ringOf(['k2', 'k1'])
    expect(rotated.versions).toEqual(['k2', 'k1'])
    const [before, after] = [ring.mac('message_token', 'x'), rotated.mac('message_token', 'x')]
    expect(after).toMatch(/^k2\./)
    expect(rotated.macs('message_token', 'x')).toEqual([after, before])
    for (const kept of [before, after]) expect(rotated.isMac(kept, 'message_token', 'x')).toBe(true)
    expect([before, after].map(rotated.age)).toEqual(['older', 'current'])
    const sealed = rotated.seal(binding, 'whsec_x')
    expect(sealed).toMatch(/^k2\.v1\./)
    expect(rotated.unseal(binding, ring.seal(binding, 'whsec_y'))).toBe('whsec_y')
    expect(rotated.unseal(binding, sealed)).toBe('whsec_x')
  })

  it('takes a value only by the version it names', () => {
    const rotated = ringOf(['k2', 'k1'])
    const [mac, sealed] = [rotated.mac('p', 'x'), rotated.seal(binding, 'x')]
    expect(rotated.isMac(mac.replace('k2', 'k1'), 'p', 'x')).toBe(false)
    expect(() => rotated.unseal(binding, sealed.replace('k2', 'k1'))).toThrow(NotSealedHere)
  })

  it('refuses values of a version that is gone, and rings with its name and nothing of the value', () => {
    const after = ringing('k2')
    const [mac, sealed] = [ring.mac('sms_code', 'x'), ring.seal(binding, 'whsec_x')]
    expect(after.ring.age(mac)).toBe('gone')
    expect(after.rung).toEqual([])
    expect(after.ring.isMac(mac, 'sms_code', 'x')).toBe(false)
    expect(() => after.ring.unseal(binding, sealed)).toThrow(NotSealedHere)
    expect(after.rung).toEqual([
      ['key_version_gone', { version: 'k1', purpose: 'sms_code' }],
      ['key_version_gone', { version: 'k1', purpose: 'webhook_secret' }],
    ])
  })

  it('does not ring for what never was a value of a ring', () => {
    const { ring, rung } = ringing('k2')
    expect(ring.isMac('whsec_x', 'sms_code', 'x')).toBe(false)
    expect(() => ring.unseal(binding, 'whsec_AAAA')).toThrow(NotSealedHere)
    expect(ring.age('whsec_x')).toBe('gone')
    expect(rung).toEqual([])
  })
})

describe('what the key ring has sealed', () => {
  it('opens in its place only', () => {
    const sealed = ring.seal(binding, 'whsec_x')
    expect(sealed).not.toContain('whsec')
    expect(ring.seal(binding, 'whsec_x')).not.toBe(sealed)
    expect(ring.unseal({ ...binding }, sealed)).toBe('whsec_x')
    for (const other of [{ dataSet: 'other' }, { key: 'account-2' }, { attribute: 'b' }])
      expect(() => ring.unseal({ ...binding, ...other }, sealed)).toThrow(NotSealedHere)
    expect(() => ringOf(['k1'], { other: 'other' }).unseal(binding, sealed)).toThrow(NotSealedHere)
  })
})
