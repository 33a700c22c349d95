import fc, { type Arbitrary } from 'fast-check'

/** Stands in what is sent, so that whatever of it comes into a log is found there. No id of ours or of a channel can hold it. */
export const MARK = 'Zq7~hostile'

/** Texts that have broken something somewhere, by what they break. */
const KNOWN: readonly (readonly string[])[] = [
  ['', ' ', '\0', '\n', '\t', '\u00a0', '\ufeff', '\u200b', '\u2028', '\r\nX-Injected: 1'],
  ['\ud800', '\udc00', 'a\ud83d', '\udc00\ud800'],
  ['\u202e\u202d', '\ufffd', '\ufdfa', '\u0344\u0327', 'e\u0301', 'ß', 'İ', '\u{e0001}', '\uffff', '\u{10ffff}'],
  ['😀', '👨‍👩‍👧‍👦', '𠮷', '\ue863', '⼩⻢', '。', '１２３', '٣٤٥', '𝟡𝟡', '一二三', '①'],
  ['null', 'undefined', 'true', 'NaN', 'Infinity', '[]', '{}', '{"$ne":1}', '[object Object]'],
  ['-0', '0', '-1', '1.5', '1,5', '+1', '1e400', '1e-400', '0x10', '9007199254740993', '1'.repeat(400)],
  ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then'],
  ['..', '.', '../../etc/passwd', '%00', '%2e%2e%2f', '%ff', '%', '/', '//', '\\', '?', '#', '&', '=', '+', ';'],
  ["'", '"', '`', "' OR 1=1 --", '<script>alert(1)</script>', '{{1}}', '%n%s'],
  ['2026-02-30', '0000-00-00', '+275760-09-13T00:00:00.001Z', '1969-12-31', '20260230', '99999999', '00000000'],
  [
    'http://127.0.0.1',
    'https://[::1]',
    'https://a@b.cn',
    'file:///etc/passwd',
    'javascript:1',
    'https://xn--',
    'https://1.1.1.1.',
  ],
]
const known = fc.oneof(...KNOWN.map((texts) => fc.constantFrom(...texts)))

/** What long texts are made of. */
const UNITS = [...'a0/ .%"\\\0\n一９\ufdfa😀[', '\u0344\u0327', '\ud800', '{"a":', '","', '&a=', '%41']

const LENGTHS = [33, 65, 129, 257, 513, 2_049, 5_000, 20_001]

const long: Arbitrary<string> = fc
  .tuple(fc.constantFrom(...UNITS), fc.constantFrom(...LENGTHS), fc.constantFrom('', '\0', '!'))
  .map(([unit, length, tail]) => unit.repeat(Math.ceil(length / unit.length)) + tail)

/** Texts nobody should send. */
export const hostileText: Arbitrary<string> = fc.oneof(
  { arbitrary: known, weight: 4 },
  { arbitrary: known.map((text) => `${text}${MARK}${text}`), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: long, weight: 2 },
)

/** A list cursor that could be one: a place made of these. */
export const hostileCursor: Arbitrary<string> = fc
  .oneof(
    fc.tuple(fc.oneof(fc.integer(), fc.double(), known), known, known).map((place) => JSON.stringify(place)),
    fc
      .tuple(fc.constantFrom(0, 1_795_000_000_000), fc.constantFrom('ORDER#', 'ACCOUNT#'), known)
      .map((place) => JSON.stringify([place[0], `${place[1]}${place[2]}`, `LEDGER#${place[2]}`])),
    fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    known,
  )
  .map((text) => Buffer.from(text).toString('base64url'))
