import fc from 'fast-check'

/** Texts that are wrong somewhere: in an address, as UTF-8, as a key, as a separator of ours, or by their length alone. */
export const HOSTILE = [
  '',
  ' ',
  '.',
  '..',
  '../../etc/passwd',
  '/',
  '%2F',
  '\\',
  '#',
  'ORDER#1#2',
  '\u0000',
  '0\u0000',
  '\r\n',
  '\ud800',
  'a\udfff',
  '\udc00\ud800',
  '\ufffd',
  '😀',
  '😀'.repeat(2500),
  'x'.repeat(5000),
  '中'.repeat(5000),
  '0'.repeat(33),
  'é',
  '__proto__',
  'constructor',
  'undefined',
  'null',
  '-1',
  '1e309',
  '9007199254740993',
  'NaN',
  '{"$ne":null}',
  '[]',
  "' OR 1=1 --",
] as const

const fragment = fc.oneof(
  fc.constantFrom(...HOSTILE.filter((text) => text.length < 100)),
  fc.stringMatching(/^[0-9a-z#p]{1,20}$/),
)

/** Any of them, any mixture of them, and one in front of or behind what would be right. */
export const hostileText = (right: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.array(fragment, { minLength: 2, maxLength: 6 }).map((parts) => parts.join('')),
    fc.constantFrom(...HOSTILE).map((text) => `${right}${text}`),
    fc.constantFrom(...HOSTILE).map((text) => `${text}${right}`),
  )
