import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certificateIdIn,
  groupedId,
  newCertificateId,
} from '../../functions/certificates/certificate/certificate-id.ts'

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const ids = fc.array(fc.nat(30), { minLength: 15, maxLength: 15 }).map((drawn) => {
  const left = [...drawn]
  return newCertificateId(() => left.pop() ?? 0)
})

describe('W7 the id of a certificate', () => {
  it('is 16 characters without look-alikes, drawn one by one from all of them', () => {
    const limits: number[] = []
    const id = newCertificateId((limit) => limits.push(limit) % limit)
    expect(id).toMatch(/^[2-9A-HJKMNP-Z]{16}$/)
    expect(limits).toEqual(Array.from({ length: 15 }, () => letters.length))
    fc.assert(
      fc.property(ids, (one) => {
        expect(one).not.toMatch(/[01ILO]/)
      }),
    )
  })

  it('is read as people type, scan and say it', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(groupedId(id)).toMatch(/^.{4}(-.{4}){3}$/)
        expect(certificateIdIn(groupedId(id))).toBe(id)
        expect(certificateIdIn(` ${id.toLowerCase().replace(/(.{4})/g, '$1 — ')}`)).toBe(id)
        expect(certificateIdIn(id.replace(/[A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)))).toBe(id)
      }),
    )
  })

  it('that has one character wrong, or two neighbours the wrong way round, is none', () => {
    fc.assert(
      fc.property(ids, fc.nat(15), fc.nat(30), (id, at, to) => {
        const wrong = id.slice(0, at) + letters.charAt(to) + id.slice(at + 1)
        expect(certificateIdIn(wrong)).toBe(wrong === id ? id : undefined)
        const swapped =
          id.slice(0, at) +
          id
            .slice(at, at + 2)
            .split('')
            .toReversed()
            .join('') +
          id.slice(at + 2)
        expect(certificateIdIn(swapped)).toBe(swapped === id ? id : undefined)
      }),
    )
  })

  it('is none of another length or alphabet', () => {
    const id = newCertificateId(() => 3)
    for (const none of ['', id.slice(1), `${id}2`, id.replace(/^./, 'O'), `${id.slice(0, 15)}0`, '晨'.repeat(16)])
      expect(certificateIdIn(none)).toBeUndefined()
  })
})
