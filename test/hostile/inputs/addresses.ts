import fc, { type Arbitrary } from 'fast-check'
import type { Route } from '../../../shared/http/route.ts'
import { type Change, escaped } from './draft.ts'
import { hostileCursor, hostileText } from './texts.ts'

/** As it stands in an address, well escaped or not. */
const RAW = [
  ...[
    '%00',
    '%ff',
    '%c0%af',
    '%ed%a0%80',
    '%',
    '%zz',
    '%u0041',
    '%2e%2e',
    '..',
    '.',
    '~',
    '%2F',
    '%5c',
    '%0a',
    '%0d%0a',
    '%25',
  ],
  ...['+', '*', '@', ':', ';', ',', '(', ')', "'", '!', '$', '%EF%BF%BD', '%F0%9F%98%80', '%EF%B7%BA'],
]
const LENGTHS = [33, 256, 1025, 2049, 5000]

/** Node reads no more than 16 KB of a head. */
const LONGEST = 12_000

const piece: Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...RAW), weight: 3 },
  { arbitrary: hostileText.map(escaped), weight: 3 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('a', '0', '%41', '%0a', '.', '%2F', '%E4%B8%80'), fc.constantFrom(...LENGTHS))
      .map(([unit, length]) => unit.repeat(Math.floor(length / unit.length))),
    weight: 1,
  },
)

const cut = (text: string): string => text.slice(0, LONGEST).replace(/%.?$/, '')

const parameterPlaces = (path: string): number[] =>
  path.split('/').flatMap((segment, at) => (segment.startsWith('{') ? [at] : []))

/** Another parameter, or something behind the path. */
const pathOf = (route: Pick<Route, 'path'>): Arbitrary<Change> => {
  const places = parameterPlaces(route.path)
  const parameter = fc.tuple(fc.nat(3), piece).map(
    ([nth, text]): Change =>
      (draft) => {
        const at = places[nth % Math.max(1, places.length)] ?? draft.path.split('/').length
        const segments = draft.path.split('/')
        return { ...draft, path: cut([...segments.slice(0, at), text, ...segments.slice(at + 1)].join('/')) }
      },
  )
  const behind = fc
    .oneof(
      piece,
      fc.constantFrom('/', '//', '/..', '/.', '/%2e%2e/', ...LENGTHS.map((length) => `${'/'.repeat(length)}x%0a`)),
    )
    .map(
      (text): Change =>
        (draft) => ({ ...draft, path: cut(draft.path + text) }),
    )
  return fc.oneof({ arbitrary: parameter, weight: places.length > 0 ? 4 : 0 }, { arbitrary: behind, weight: 1 })
}

const COMMON = [
  'cursor',
  'limit',
  'externalId',
  'token',
  'template',
  'content',
  'timestamp',
  '__proto__',
  'constructor',
  '',
]

const namesOf = (route: Pick<Route, 'query'>): string[] => Object.keys(Object(Object(route.query?._zod.def).shape))

const MANY = [50, 2000]

/** Parameters with other values, twice, by thousands, or that are none. */
const queryOf = (route: Pick<Route, 'query'>): Arbitrary<Change> => {
  const own = namesOf(route)
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...(own.length > 0 ? own : COMMON)), weight: 4 },
    { arbitrary: fc.constantFrom(...COMMON), weight: 1 },
    { arbitrary: piece, weight: 1 },
  )
  const value = fc.oneof({ arbitrary: piece, weight: 3 }, { arbitrary: hostileCursor, weight: 2 })
  const pair = fc.tuple(name, value).map((parts) => parts.join('='))
  const part = fc.oneof(
    { arbitrary: pair, weight: 8 },
    { arbitrary: fc.tuple(pair, pair).map((both) => both.join('&')), weight: 2 },
    {
      arbitrary: fc
        .tuple(pair, fc.constantFrom(...MANY))
        .map(([one, times]) => Array(times).fill(one.slice(0, 5)).join('&')),
      weight: 1,
    },
    {
      arbitrary: fc.constantFrom(
        '&&&',
        '?',
        '=',
        '%',
        'a[]=1&a[]=2',
        'a[b]=1',
        '?a=1?b=2',
        'cursor',
        'limit=1;limit=2',
      ),
      weight: 1,
    },
  )
  return fc.tuple(part, fc.boolean()).map(
    ([text, alone]): Change =>
      (draft) => ({
        ...draft,
        query: cut(alone || draft.query === '' ? text : `${draft.query}&${text}`),
      }),
  )
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']

/** Makes an address worse. */
export const hostileAddress = (route: Pick<Route, 'method' | 'path' | 'query'>): Arbitrary<Change> =>
  fc.oneof(
    { arbitrary: pathOf(route), weight: parameterPlaces(route.path).length > 0 ? 4 : 1 },
    { arbitrary: queryOf(route), weight: route.query ? 8 : 2 },
    {
      arbitrary: fc.constantFrom(...METHODS).map(
        (method): Change =>
          (draft) => ({ ...draft, method }),
      ),
      weight: route.method === 'ANY' ? 2 : 0,
    },
  )
