import { describe, expect, it } from 'vitest'
import { encodingFor, isKnown } from '../../functions/front/encoding.ts'

describe('the encoding of a file', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.1, gzip;q=1', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.0, gzip; q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['deflate', 'identity'],
    ['identity', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
    ['br;q=x', 'identity'],
    ['bright, gzipped', 'identity'],
    ['identity;q=0', 'identity'],
    ['*;q=0', 'identity'],
  ] as const)('for %j is %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding)
  })
})

describe('a file that is kept', () => {
  const TAG = 'W/"abc"'
  it.each(['W/"abc"', '"abc"', '"x", W/"abc"', ' W/"abc" ', '*'])('is known by %j', (header) => {
    expect(isKnown(header, TAG)).toBe(true)
  })
  it.each([undefined, '', '"abcd"', 'abc', '"x", "y"', '"*"'])('is not known by %j', (header) => {
    expect(isKnown(header, TAG)).toBe(false)
  })
})
