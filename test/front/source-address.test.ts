import { describe, expect, it } from 'vitest'
import { sourceAddress } from '../../functions/front/source-address.ts'
import { settingsOf } from '../../functions/settings.ts'
import { filesLike, textOf } from '../docs/repository.ts'

const HOP = '203.0.113.9'
const { proxies } = settingsOf('production', undefined)

/** Whose address it is taken for, with so many proxies, of which each has noted whom it saw. */
const from = (trusted: number, forwarded: string | undefined, header = proxies.header) =>
  sourceAddress({ lastHop: HOP, headers: { [header.toLowerCase()]: forwarded } }, { trusted, header })

describe('the address a request is from', () => {
  it('is that of the last hop where no proxy is trusted, whatever the caller says', () => {
    expect(proxies.trusted).toBe(0)
    for (const said of [undefined, '198.51.100.1', `198.51.100.1, ${HOP}`]) expect(from(0, said)).toBe(HOP)
  })

  it.each([
    [1, `192.0.2.7, ${HOP}`, '192.0.2.7'],
    [1, `2001:db8::7,${HOP}`, '2001:db8::7'],
    [2, `192.0.2.7, 198.51.100.2, ${HOP}`, '192.0.2.7'],
    [1, `192.0.2.7:4711, ${HOP}`, '192.0.2.7'],
    [1, `[2001:db8::7]:4711, ${HOP}`, '2001:db8::7'],
    [1, `[2001:db8::7], ${HOP}`, '2001:db8::7'],
    [1, `[::], ${HOP}`, '::'],
    [1, `192.0.2.7:8, ${HOP}`, '192.0.2.7'],
    [1, `1.1.1.1:80, ${HOP}`, '1.1.1.1'],
  ])('behind %d proxies that noted %j is %s', (trusted, forwarded, address) => {
    expect(from(trusted, forwarded)).toBe(address)
  })

  it.each([
    [1, '192.0.2.7', '192.0.2.7'],
    [1, '10.0.0.1, 192.0.2.7', '192.0.2.7'],
    [2, '192.0.2.7, 198.51.100.2', '192.0.2.7'],
    [1, '192.0.2.7:46532', '192.0.2.7'],
    [1, '2001:db8:0:0:0:0:0:7:46532', '2001:db8:0:0:0:0:0:7'],
  ])('behind %d proxies with a header of their own that says %j is %s', (trusted, noted, address) => {
    expect(from(trusted, noted, 'X-Real-IP')).toBe(address)
    expect(from(trusted, noted, 'CF-Connecting-IP')).toBe(address)
  })
})

describe('the address a request is from, attacked', () => {
  it('is not what the caller wrote in front of what the proxies noted', () => {
    expect(from(1, `10.9.9.9, 192.0.2.7, ${HOP}`)).toBe('192.0.2.7')
    expect(from(2, `10.9.9.9, 192.0.2.7, 198.51.100.2, ${HOP}`)).toBe('192.0.2.7')
  })

  it.each([undefined, '', HOP, `, ${HOP}`, `unknown, ${HOP}`, `192.0.2.7 OR 1=1, ${HOP}`, `192.0.2.999, ${HOP}`])(
    'is that of the last hop where %j is noted',
    (forwarded) => {
      expect(from(1, forwarded)).toBe(HOP)
    },
  )

  it.each([
    ...['[2001:db8::7]:', 'x[2001:db8::7]', '[2001:db8::7]x', '[]'],
    ...['2001:[db8::7]', '192.0.2.7:123456', '192.0.2.7:', 'x192.0.2.7:80', '192.0.2:80.7', ':80'],
  ])('is that of the last hop where %j is no address with a port', (noted) => {
    expect(from(1, `${noted}, ${HOP}`)).toBe(HOP)
  })

  it('is that of the last hop where fewer hops were noted than there are proxies', () => {
    expect(from(3, `192.0.2.7, 198.51.100.2, ${HOP}`)).toBe(HOP)
  })

  it('is asked for by whoever limits or tells an address; nobody takes the last hop for it', () => {
    const readers = filesLike('functions/**/*.ts').filter((file) => textOf(file).includes('lastHop'))
    expect(readers).toEqual(['functions/front/source-address.ts'])
  })
})
