import { describe, expect, it } from 'vitest'
import { allowedAddress, isLocalTarget } from '../../functions/outgoing/address.ts'
import { PRIVATE, PUBLIC } from '../front/addresses.ts'

const isAllowed = (address: string): boolean =>
  allowedAddress(address, { ports: ['443', '8443'], localTargets: [] }) !== undefined

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

describe('addresses of machines', () => {
  it.each(PRIVATE)('%s may not be called, written in any way', (address) => {
    expect(isAllowed(`https://${bracketed(address)}/hook`)).toBe(false)
    expect(isAllowed(`https://${bracketed(address)}.:443/hook`)).toBe(false)
  })

  it.each(PUBLIC)('%s may', (address) => {
    expect(isAllowed(`https://${bracketed(address)}/hook`)).toBe(true)
  })
})

describe('addresses a user may save', () => {
  it.each([
    'https://hooks.example.com',
    'https://hooks.example.com:8443/a?b=c#d',
    'https://例子.中国/挂钩',
    'https://xn--fsqu00a.example.com',
    'HTTPS://HOOKS.EXAMPLE.COM/',
    'https://localhost.example.com',
    'https://hooks.example.com.',
  ])('%s', (address) => expect(isAllowed(address)).toBe(true))

  it.each([
    '',
    'x',
    '//hooks.example.com',
    'http://hooks.example.com',
    'ftp://hooks.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://',
    'https:///x',
    'https://user@hooks.example.com',
    'https://user:password@hooks.example.com',
    'https://:password@hooks.example.com',
    'https://localhost',
    'https://LOCALHOST.',
    'https://api.localhost',
    'https://printer.local',
    'https://ip-10-0-0-1.ec2.internal',
    'https://intranet',
    'https://metadata',
    'https://localhost../',
    'https://localhost.../',
    'https://foo.internal..',
    'https://foo.internal.',
    'https://hooks..example.com',
    'https://.example.com',
    'https://hooks.example.com..',
    'https://hooks.test',
    'https://hooks.example',
    'https://hooks.invalid',
    'https://hooks.onion',
    'https://router.home.arpa',
    'https://1.0.0.127.in-addr.arpa',
    'https://hooks.example.com:22',
    'https://hooks.example.com:80',
    'https://hooks.example.com:8444',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
    'https://[::ffff:7f00:1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://hooks.example.com:99999/',
    `https://hooks.example.com/${'x'.repeat(2048)}`,
  ])('not %s', (address) => expect(isAllowed(address)).toBe(false))

  it.each([
    ['https://HOOKS.example.com:443', 'https://hooks.example.com/'],
    ['  https://hooks.example.com/a\r\nb ', 'https://hooks.example.com/ab'],
    ['https://hooks.example.com/\ta?b\n=c', 'https://hooks.example.com/a?b=c'],
    ['https://hooks.example.com/挂钩#d', 'https://hooks.example.com/%E6%8C%82%E9%92%A9'],
    ['https:\\\\hooks.example.com\\a', 'https://hooks.example.com/a'],
    ['https://hooks.example.com/a/../b', 'https://hooks.example.com/b'],
  ])('%j is kept as the URL standard writes it', (address, kept) => {
    expect(allowedAddress(address, { ports: ['443'], localTargets: [] })).toBe(kept)
  })

  it('is not longer once it is written out', () => {
    expect(isAllowed(`https://hooks.example.com/${'挂'.repeat(500)}`)).toBe(false)
  })

  it('has 2048 signs at most, as it is written and as it is kept', () => {
    const base = 'https://hooks.example.com/'
    const long = (length: number, sign = ''): string =>
      `${base}${sign}${'x'.repeat(length - base.length - sign.length)}`
    expect([isAllowed(long(2048)), isAllowed(long(2049))]).toEqual([true, false])
    expect([isAllowed(long(2048, '#')), isAllowed(long(2049, '#'))]).toEqual([true, false])
  })

  it('may be a local target of the stage, and no other', () => {
    const kept = (address: string) => allowedAddress(address, { ports: ['443'], localTargets: ['127.0.0.1:9000'] })
    expect([kept('http://127.0.0.1:9000/x#y'), kept('http://127.0.0.1:9001/x')]).toEqual([
      'http://127.0.0.1:9000/x',
      undefined,
    ])
  })

  it('a local target is exactly one host and port', () => {
    const is = (address: string) => isLocalTarget(new URL(address), ['127.0.0.1:9000', 'receiver:80', '[::1]:9000'])
    expect(
      ['http://127.0.0.1:9000/x', 'https://127.0.0.1:9000', 'http://receiver', 'http://[::1]:9000'].map(is),
    ).toEqual([true, true, true, true])
    const others = [
      'http://127.0.0.1:9001',
      'http://127.0.0.1',
      'http://receiver.evil.com',
      'https://receiver',
      'ftp://receiver:80',
    ]
    expect(others.filter(is)).toEqual([])
  })
})
