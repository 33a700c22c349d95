import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../functions/front/public-address.ts'
import { allowedAddress, isLocalTarget } from '../../../functions/messaging/channels/address.ts'

/** Addresses no user may have us call, each from another block. */
const PRIVATE = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.0.1',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:10::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
]

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2400:3200::1',
  '2606:4700:4700::1111',
  '2001:200::1',
  '2001:4860:4860::8888',
  '3ffe::1',
]

const isAllowed = (address: string): boolean =>
  allowedAddress(address, { ports: ['443', '8443'], localTargets: [] }) !== undefined

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

describe('public addresses', () => {
  it.each(PRIVATE)('%s is not public, written in any way', (address) => {
    expect(isPublicAddress(address)).toBe(false)
    expect(isAllowed(`https://${bracketed(address)}/hook`)).toBe(false)
    expect(isAllowed(`https://${bracketed(address)}.:443/hook`)).toBe(false)
  })

  it.each(PUBLIC)('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
    expect(isAllowed(`https://${bracketed(address)}/hook`)).toBe(true)
  })

  it('what is no address is not public', () => {
    fc.assert(fc.property(fc.string(), (text) => !isPublicAddress(`${text} `)))
    expect(isPublicAddress('')).toBe(false)
  })

  it('an IPv4 address in IPv6 disguise is never public', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:'), (address, prefix) => {
        expect(isPublicAddress(`${prefix}${address}`)).toBe(false)
      }),
    )
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

describe('blocks that are not public, at both their ends', () => {
  const BLOCKS = [
    ['0.0.0.0', '0.255.255.255'],
    ['10.0.0.0', '10.255.255.255'],
    ['100.64.0.0', '100.127.255.255'],
    ['127.0.0.0', '127.255.255.255'],
    ['168.63.129.16', '168.63.129.16'],
    ['169.254.0.0', '169.254.255.255'],
    ['172.16.0.0', '172.31.255.255'],
    ['192.0.0.0', '192.0.0.255'],
    ['192.0.2.0', '192.0.2.255'],
    ['192.31.196.0', '192.31.196.255'],
    ['192.52.193.0', '192.52.193.255'],
    ['192.88.99.0', '192.88.99.255'],
    ['192.168.0.0', '192.168.255.255'],
    ['192.175.48.0', '192.175.48.255'],
    ['198.18.0.0', '198.19.255.255'],
    ['198.51.100.0', '198.51.100.255'],
    ['203.0.113.0', '203.0.113.255'],
    ['224.0.0.0', '255.255.255.255'],
  ] as const
  const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const addressOf = (number: number): string =>
    [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.')

  it.each(BLOCKS)('from %s to %s, and nothing beside it', (first, last) => {
    expect([isPublicAddress(first), isPublicAddress(last)]).toEqual([false, false])
    const beside = [numberOf(first) - 1, numberOf(last) + 1].filter((number) => number >= 0 && number < 2 ** 32)
    for (const number of beside)
      expect([addressOf(number), isPublicAddress(addressOf(number))]).toEqual([addressOf(number), true])
  })

  const END = 'ffff:ffff:ffff:ffff:ffff:ffff'
  it.each([
    ['2001::', `2001:1ff:${END}`, `2000:ffff:${END}`, '2001:200::'],
    ['2001:db8::', `2001:db8:${END}`, `2001:db7:${END}`, '2001:db9::'],
    ['2002::', `2002:ffff:${END}`, `2001:ffff:${END}`, '2003::'],
    ['3fff::', `3fff:fff:${END}`, `3ffe:ffff:${END}`, '3fff:1000::'],
  ])('from %s to %s', (first, last, before, after) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false])
    expect([before, after].map(isPublicAddress)).toEqual([true, true])
  })

  it('are all of IPv6 but global unicast, and whatever has a zone', () => {
    expect([`1fff:ffff:${END}`, '4000::'].map(isPublicAddress)).toEqual([false, false])
    expect(['2000::', '2400:3200::1', '2400:3200::1%eth0'].map(isPublicAddress)).toEqual([true, true, false])
  })
})
