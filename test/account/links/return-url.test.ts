import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocalOrigin, isReturnOrigin, isReturnUrl } from '../../../functions/account/links/return-url.ts'

const ORIGINS = ['https://app.example.cn', 'https://m.example.cn:8443', 'http://localhost:*', 'http://127.0.0.1:8080']

describe('an origin people may be sent back to', () => {
  it.each([
    'https://app.example.cn',
    'https://app.example.cn:8443',
    'https://[2001:db8::1]',
    'http://localhost',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://localhost:*',
    'http://127.0.0.1:*',
  ])('%s', (origin) => {
    expect(isReturnOrigin(origin)).toBe(true)
  })

  it.each([
    '',
    'app.example.cn',
    'https://app.example.cn/',
    'https://app.example.cn/path',
    'https://APP.example.cn',
    'https://app.example.cn:443',
    'https://user@app.example.cn',
    'https://*.example.cn',
    'https://app.example.cn:*',
    'http://app.example.cn',
    'http://localhost.example.cn:3000',
    'http://localhost:3000/',
    'http://LOCALHOST:3000',
    'http://0.0.0.0:*',
    'xhttp://localhost:*',
    'http://localhost:*x',
    'weixin://app.example.cn',
    'javascript:alert(1)',
    'null',
  ])('none is %j', (origin) => {
    // A star is a letter to the parser of addresses, and no name in the DNS.
    expect(isReturnOrigin(origin)).toBe(origin === 'https://*.example.cn')
  })

  it('is local only on this machine and over http', () => {
    expect(['http://localhost:*', 'http://127.0.0.1:80', 'http://localhost:81'].map(isLocalOrigin)).toEqual([
      true,
      false,
      true,
    ])
    expect(['https://localhost', 'https://localhost:*', 'http://10.0.0.1', ''].map(isLocalOrigin)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('an address to come back to', () => {
  it.each([
    'https://app.example.cn',
    'https://app.example.cn/',
    'https://app.example.cn/done?state=a%20b&next=https://evil.example#part',
    'https://app.example.cn?x=1',
    'https://app.example.cn#x',
    'https://m.example.cn:8443/x',
    'http://localhost/x',
    'http://localhost:5173/x',
    'http://127.0.0.1:8080/x',
  ])('%s', (address) => {
    expect(isReturnUrl(address, ORIGINS)).toBe(true)
  })

  it.each([
    '',
    '/done',
    '//app.example.cn/done',
    'https:app.example.cn/done',
    'https:///app.example.cn',
    'HTTPS://app.example.cn/',
    'https://APP.EXAMPLE.CN/',
    'https://app.example.cn:443/',
    'https://app.example.cn.evil.example/',
    'https://app.example.cn@evil.example/',
    'https://user@app.example.cn/',
    'https://:secret@app.example.cn/',
    'https://user:secret@app.example.cn/',
    'https://app.example.cn\\@evil.example/',
    'https:\\\\app.example.cn/',
    'https://evil.example/https://app.example.cn/',
    'https://sub.app.example.cn/',
    'http://app.example.cn/',
    'https://m.example.cn/x',
    'http://127.0.0.1:8081/x',
    'https://localhost:5173/x',
    ' https://app.example.cn/',
    'https://app.example.cn/ x',
    'https://app.example.cn/\tx',
    'https://app.example.cn/\n',
    'https://app.example.cn/回来',
    'https://ａpp.example.cn/',
    'javascript:alert(1)',
    'data:text/html,x',
    'weixin://dl/x',
    'https://',
  ])('none is %j', (address) => {
    expect(isReturnUrl(address, ORIGINS)).toBe(false)
  })

  it('has its longest length', () => {
    const longest = 'https://app.example.cn/'.padEnd(2000, 'x')
    expect(isReturnUrl(longest, ORIGINS)).toBe(true)
    expect(isReturnUrl(`${longest}x`, ORIGINS)).toBe(false)
  })

  it('is none where no origin is named, nor on any port where one port is', () => {
    expect(isReturnUrl('https://app.example.cn/', [])).toBe(false)
    expect(isReturnUrl('http://localhost:1/', ['http://localhost:2'])).toBe(false)
    expect(isReturnUrl('https://app.example.cn:1/', ['https://app.example.cn:*'])).toBe(false)
  })

  it('leads nowhere but to the origins, whatever is written', () => {
    const origin = 'https://app.example.cn'
    const bits = fc.constantFrom(
      origin,
      'https://',
      'app.example.cn',
      'evil.example',
      '/',
      '\\',
      '@',
      ':',
      '#',
      '?',
      '.',
      '%2f',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 9 }), (parts) => {
        const address = parts.join('')
        const leadsTo = isReturnUrl(address, [origin]) ? new URL(address).origin : 'nowhere'
        expect(['nowhere', origin]).toContain(leadsTo)
      }),
      { numRuns: 2000 },
    )
  })
})
