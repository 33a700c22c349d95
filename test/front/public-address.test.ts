import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExampleAddress, isPublicAddress } from '../../functions/front/public-address.ts'
import { PRIVATE, PUBLIC } from './addresses.ts'

describe('public addresses', () => {
  it.each(PRIVATE)('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(PUBLIC)('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

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

describe('an address that documents use', () => {
  it.each([
    ...['192.0.2.0', '192.0.2.255', '198.51.100.0', '198.51.100.255', '203.0.113.0', '203.0.113.255'],
    ...['2001:db8::', '2001:db8:ffff::7', '3fff::1', '3fff:fff::1'],
  ])('%s is nobody’s', (address) => {
    expect([isExampleAddress(address), isPublicAddress(address)]).toEqual([true, false])
  })

  it.each([
    ...['192.0.1.255', '192.0.3.0', '198.51.99.255', '198.51.101.0', '203.0.112.255', '203.0.114.0'],
    ...['2001:db7:ffff::1', '2001:db9::1', '3ffe:ffff::1'],
  ])('%s is somebody’s', (address) => {
    expect([isExampleAddress(address), isPublicAddress(address)]).toEqual([false, true])
  })

  it.each(['127.0.0.1', '10.0.0.1', '::1', 'fe80::1', '3fff:1000::1', 'x', ''])('%j is none', (address) => {
    expect(isExampleAddress(address)).toBe(false)
  })
})
