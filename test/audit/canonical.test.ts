import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Canonical, canonical } from '../../functions/audit/canonical.ts'

const values = fc.letrec<{ value: Canonical; record: Canonical }>((tie) => ({
  value: fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean(), tie('record')),
  record: fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { noNullPrototype: true }),
})).record

const reversed = (value: Canonical): Canonical =>
  typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, inner]) => [name, inner === undefined ? inner : reversed(inner)]),
      )
    : value

describe('the one text of a value', () => {
  it('has members in the order of their names, at any depth, no white space and nothing that is undefined', () => {
    expect(canonical({ b: 1, a: { d: '理由 "x"\n', c: true }, gone: undefined, Z: -0 })).toBe(
      '{"Z":0,"a":{"c":true,"d":"理由 \\"x\\"\\n"},"b":1}',
    )
  })
  it('is the same whatever order the members came in, and is JSON of the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value))
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
      }),
    )
  })
  it.each([[1.5], [Number.NaN], [2 ** 53], ['\ud800'], [{ a: { b: '\udc00' } }]])('refuses %j', (value) => {
    expect(() => canonical(value)).toThrow()
  })
})
