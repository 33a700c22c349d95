import fc, { type Arbitrary } from 'fast-check'
import { type Json, written } from './draft.ts'
import { hostileText } from './texts.ts'

type Place = readonly string[]

const isParent = (json: Json | undefined): json is Json[] | { [name: string]: Json } =>
  typeof json === 'object' && json !== null

/** Every place in a value, the whole of it first. */
export const placesIn = (json: Json, at: Place = []): Place[] => [
  at,
  ...(isParent(json) ? Object.entries(json).flatMap(([name, part]) => placesIn(part, [...at, name])) : []),
]

/** The value with another one at a place; undefined takes away what is there. */
export const withAt = (json: Json, [name, ...rest]: Place, value: Json | undefined): Json | undefined => {
  if (name === undefined || !isParent(json)) return value
  const parts = new Map(Object.entries(json))
  const part = withAt(parts.get(name) ?? null, rest, value)
  if (part === undefined) parts.delete(name)
  else parts.set(name, part)
  return Array.isArray(json) ? [...parts.values()] : Object.fromEntries(parts)
}

const NUMBERS = ['1e400', '-1e400', '-0', '1e-400', '9007199254740993', '1.0', '1E2', '0.1', '9'.repeat(400), '1.5e0']

const nested = (depth: number, open: string, close: string): Json =>
  written(`${open.repeat(depth)}0${close.repeat(depth)}`)

const ODD: readonly Json[] = [
  ...[null, true, false, 0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63)],
  ...[
    [],
    {},
    [[]],
    [null],
    [''],
    { '': '' },
    { length: 1 },
    { toJSON: 1 },
    { toString: 1, valueOf: 1 },
    JSON.parse('{"then":1}'),
  ],
  ...[JSON.parse('{"__proto__":{"x":1}}'), { constructor: { prototype: { x: 1 } } }, { $ne: 1 }, { S: 'x' }],
  ...NUMBERS.map(written),
  ...[100, 4000].flatMap((depth) => [nested(depth, '[', ']'), nested(depth, '{"a":', '}')]),
  Array.from({ length: 1000 }, () => 0),
  Object.fromEntries(Array.from({ length: 500 }, (_none, nth) => [`k${nth}`, nth])),
  Object.fromEntries(Array.from({ length: 10_000 }, (_none, nth) => [`k${nth}`, nth])),
]

/** Values nobody should send. */
export const hostileJson: Arbitrary<Json> = fc.oneof(
  { arbitrary: hostileText, weight: 8 },
  { arbitrary: fc.constantFrom(...ODD), weight: 3 },
  { arbitrary: fc.array(hostileText, { maxLength: 3 }), weight: 1 },
  { arbitrary: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }), weight: 1 },
)

/** Names of members that mean something to somebody. */
export const hostileName: Arbitrary<string> = fc.oneof(
  {
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'accountId', 'status', 'banned', ''),
    weight: 2,
  },
  { arbitrary: hostileText, weight: 1 },
)
