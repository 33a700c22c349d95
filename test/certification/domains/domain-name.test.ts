import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileAddress, normaliseDomain } from '../../../functions/certification/domains/domain-name.ts'

const local = ['127.0.0.1:4100']

describe('W2 a domain as it is typed', () => {
  it.each([
    ['example.com', 'example.com'],
    [' Example.COM. ', 'example.com'],
    ['https://www.example.com/a?b#c', 'www.example.com'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com'],
    ['example。com', 'example.com'],
    ['示例.中国', 'xn--fsq092h.xn--fiqs8s'],
    ['a.b-c.example.com.cn', 'a.b-c.example.com.cn'],
  ])('%j is %s', (typed, domain) => {
    expect(normaliseDomain(typed, local)).toBe(domain)
  })

  it.each([
    '',
    'example',
    'localhost',
    'a.local',
    'db.internal',
    'x.example',
    '10.0.0.1',
    '1.1.1.1',
    '0x7f.1',
    '[::1]',
    '[2606:4700::1111]',
    'example.com:8443',
    'user@example.com',
    'user:pass@example.com',
    'exa mple.com',
    'example..com',
    '-',
    'ftp://example.com',
    '127.0.0.1:4101',
    'a'.repeat(301),
  ])('%j is none that can be asked', (typed) => {
    expect(normaliseDomain(typed, local)).toBeUndefined()
  })

  it('may be a host of this machine, exactly as a stage allows it, and then over plain http', () => {
    expect(normaliseDomain('127.0.0.1:4100', local)).toBe('127.0.0.1:4100')
    expect(normaliseDomain('127.0.0.1:4100', [])).toBeUndefined()
    expect(fileAddress('127.0.0.1:4100', '/f', local)).toBe('http://127.0.0.1:4100/f')
    expect(fileAddress('example.com', '/f', local)).toBe('https://example.com/f')
  })

  it('hostile: never leads anywhere else than it says', () => {
    const typed = fc.oneof(fc.domain(), fc.webUrl(), fc.string({ unit: 'grapheme', maxLength: 60 }))
    let taken = 0
    fc.assert(
      fc.property(typed, (text) => {
        const domain = normaliseDomain(text, local)
        if (domain === undefined) return
        taken += 1
        expect(new URL(fileAddress(domain, '/f', local)).host).toBe(domain)
        expect(normaliseDomain(domain, local)).toBe(domain)
      }),
      { numRuns: 500 },
    )
    expect(taken).toBeGreaterThan(50)
  })
})
