import fc, { type Arbitrary } from 'fast-check'
import { SESSION_COOKIE } from '../../../shared/http/request.ts'
import type { Change, Draft } from './draft.ts'
import { hostileText } from './texts.ts'

/** A head longer than this is refused before anybody sees it. */
const LONGEST = 9_000

/** As bytes may stand in a header: what may not is sent as a question mark. */
const headerText = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
    .slice(0, LONGEST)
    .trim()

const value: Arbitrary<string> = hostileText.map(headerText)

const without = ({ headers }: Draft, name: string) => headers.filter(([one]) => one !== name)

const set =
  (name: string, text: string): Change =>
  (draft) => ({ ...draft, headers: [...without(draft, name), [name, text]] })

const add =
  (name: string, text: string): Change =>
  (draft) => ({ ...draft, headers: [...draft.headers, [name, text]] })

const drop =
  (name: string): Change =>
  (draft) => ({ ...draft, headers: without(draft, name) })

const TYPES = [
  ...[
    'application/json; charset=gbk',
    'APPLICATION/JSON',
    'application/json;',
    'application/problem+json',
    'text/json',
  ],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/octet-stream'],
  ...['application/json, application/json', ';;;', '', 'application/', `application/${'a+'.repeat(2000)}json`],
]

const contentType: Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...TYPES).map((type) => set('content-type', type)),
  fc.constantFrom(...TYPES).map((type) => add('content-type', type)),
  fc.constant(drop('content-type')),
  fc.constantFrom('gzip', 'br', 'identity', 'x').map((encoding) => set('content-encoding', encoding)),
)

const KEYS = [
  '',
  '"',
  '""',
  '"a',
  'a b',
  'a,b',
  'é',
  '"é"',
  'x'.repeat(255),
  'x'.repeat(256),
  '"'.repeat(LONGEST),
  '"a"b"',
]

const key: Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...KEYS).map((text) => set('idempotency-key', headerText(text))),
  value.map((text) => set('idempotency-key', text)),
  value.map((text) => add('idempotency-key', text)),
  fc.constant(drop('idempotency-key')),
)

const SCHEMES = [
  '',
  'Bearer',
  'Bearer ',
  'bearer x',
  'Basic YTpi',
  'Bearer a b',
  'Digest x',
  `Bearer ${'x'.repeat(512)}`,
  `Bearer ${'a.'.repeat(4000)}`,
]

const authorization: Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...SCHEMES).map((text) => set('authorization', text)),
  value.map((text) => set('authorization', headerText(`Bearer ${text}`))),
  value.map((text) => add('authorization', headerText(`Bearer ${text}`))),
)

const cookie = (text: string): string => `${SESSION_COOKIE}=${text}`

const cookies: Arbitrary<Change> = fc.oneof(
  value.map((text) => set('cookie', headerText(cookie(text)))),
  value.map((text) => set('cookie', text)),
  fc
    .constantFrom(cookie(''), SESSION_COOKIE, `;;;${cookie('x')}`, `a=1; ${cookie('%')}; ${cookie('y')}`)
    .map((text) => set('cookie', text)),
  fc.constantFrom(50, 800).map((many) => set('cookie', Array(many).fill('a=b').join('; '))),
)

const OTHERS = [
  'accept-language',
  'user-agent',
  'x-forwarded-for',
  'x-shiming-web',
  'origin',
  'referer',
  'expect',
  'range',
  'te',
  '__proto__',
  'constructor',
]
const ADDRESSES = ['::', '::1', '::ffff:1.2.3.4', '2001:db8::1', 'fe80::1', '255.255.255.255', '2001:db8:1:2:3:4:5:6']

const others: Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...OTHERS.filter((name) => name !== 'expect')), value)
    .map(([name, text]) => set(name, text)),
  fc
    .constantFrom('zh'.repeat(2000), 'en;q=1'.repeat(1000), 'zh-'.repeat(2000), '*')
    .map((text) => set('accept-language', text)),
  // Said to the local engine, which an HTTP API knows by itself.
  fc.constantFrom(...ADDRESSES).map((address) => set('x-shiming-source-ip', address)),
)

/** Makes a head worse. */
export const hostileHeaders: Arbitrary<Change> = fc.oneof(
  { arbitrary: contentType, weight: 3 },
  { arbitrary: key, weight: 2 },
  { arbitrary: authorization, weight: 2 },
  { arbitrary: cookies, weight: 2 },
  { arbitrary: others, weight: 2 },
)
