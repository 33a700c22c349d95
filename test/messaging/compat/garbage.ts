import fc from 'fast-check'

/** The official table without 500, which no input may cause. */
export const CODES = [200, 302, 401, 403, 600, 805, 888, 900, 903, 905, 999]

const NAMES = [
  'token',
  'title',
  'content',
  'topic',
  'template',
  'channel',
  'option',
  'webhook',
  'timestamp',
  'to',
  'pre',
]
const TYPES = [
  'application/json',
  'application/json;charset=gbk',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
  ';;;',
]

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('html', 'json', 'wechat', 'webhook', '1', '{', '\ud800', '\u0000', '__proto__'),
)

/** Requests to /send of any kind; some hold one of these tokens, which need be known only when requests are made. */
export const garbage = (tokens: () => readonly string[]) => {
  const token = fc.nat(3).map((index) => tokens()[index] ?? 'none')
  const value = fc.oneof(text, fc.jsonValue(), token)
  const fields = fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), value)
  const body = fc.oneof(
    fields.map((some) => Buffer.from(JSON.stringify(some))),
    fields.map((some) => Buffer.from(JSON.stringify(some)).subarray(0, -3)),
    fc.dictionary(fc.constantFrom(...NAMES), fc.string()).map((some) => Buffer.from(String(new URLSearchParams(some)))),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  )
  return fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'),
    path: fc.oneof(
      fc.constant('/send'),
      token.map((one) => `/send/${one}`),
      fc.webPath().map((path) => `/send/${path}`),
    ),
    rawQuery: fc.oneof(
      fc.webQueryParameters(),
      token.map((one) => `token=${one}&template=txt`),
    ),
    rawBody: body,
    contentType: fc.option(fc.constantFrom(...TYPES), { nil: undefined }),
  })
}
