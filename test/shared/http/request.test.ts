import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { refusalOf } from '../../../shared/http/misfit.ts'
import { requestOf } from '../../../shared/http/request.ts'
import { type Route, route } from '../../../shared/http/route.ts'
import { eventOf } from './event.ts'

const thing = z.strictObject({
  name: z.string('invalid_name').check(z.maxLength(5, 'invalid_name')),
  count: z.optional(z.number()),
  inner: z.optional(z.strictObject({ 'a/b~c': z.boolean() })),
  list: z.optional(z.array(z.string())),
})
const base = {
  fn: 'test-thing',
  method: 'POST',
  path: '/v1/things',
  caller: 'anyone',
  name: 'test',
  summary: '',
  answers: {},
} as const
const things = route({ ...base, body: thing, problems: ['invalid_name'] })
const bodiless = route({ ...base, path: '/v1/raw' })

/** The whole refusal, or the parsed request. */
const read = <R extends Route>(to: R, sent: Parameters<typeof eventOf>[0]) => requestOf(to, eventOf(sent))
const refusal = (to: Route, sent: Parameters<typeof eventOf>[0]) => {
  const found = read(to, sent)
  if (found.ok) return undefined
  return found.refusal.misfit ? refusalOf(found.refusal.misfit) : found.refusal
}
const invalid = (...fields: [pointer: string, code: string][]) => ({
  code: fields[0]?.[1] === 'invalid_name' ? 'invalid_name' : 'invalid_request',
  fields: fields.map(([pointer, code]) => ({ pointer, code })),
})

describe('a body that fits', () => {
  it('arrives parsed, with the exact bytes beside it', () => {
    const found = read(things, { body: '{"name": "张三",\n "count": 2}' })
    expect(found.ok && found.value.body).toEqual({ name: '张三', count: 2 })
    expect(found.ok && found.value.rawBody.toString()).toBe('{"name": "张三",\n "count": 2}')
  })
  it('arrives the same in base64', () => {
    const found = read(things, { body: Buffer.from('{"name":"张三"}') })
    expect(found.ok && found.value.body).toEqual({ name: '张三' })
    expect(found.ok && found.value.rawBody.toString()).toBe('{"name":"张三"}')
  })
  it('is not parsed on a route that declares none: the bytes are what counts there', () => {
    const bytes = new Uint8Array([0xff, 0, 0x7b])
    const found = read(bodiless, { body: bytes, headers: { 'content-type': 'text/plain' } })
    expect(found.ok && found.value.body).toBeUndefined()
    expect(found.ok && [...found.value.rawBody]).toEqual([...bytes])
  })
})

describe('a body that does not fit', () => {
  it.each(['', '{', '{"name":"a"', "{'name':'a'}", '{"name":"a"}}', 'name=a', '{"name":"a",}', 'undefined', '\ufeff'])(
    'is malformed: %j',
    (body) => {
      expect(refusal(things, { body })).toEqual({ code: 'malformed_json' })
    },
  )
  it('is malformed when it is missing', () => {
    expect(refusal(things, {})).toEqual({ code: 'malformed_json' })
  })
  it('is malformed when its bytes are not UTF-8, as in GBK, instead of arriving garbled', () => {
    const gbk = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), Buffer.from('"}')])
    expect(refusal(things, { body: gbk })).toEqual({ code: 'malformed_json' })
  })
  it.each([
    ['{"name":"a\\ud800"}', '/name'],
    ['{"name":"\\uDFFF"}', '/name'],
    ['{"name":"\\udc00\\ud800"}', '/name'],
    ['{"name":"a","list":["b",{"c/d":"\\ud83d"}]}', '/list/1/c~1d'],
    ['{"name":"a","list":["\\ud800"]}', '/list/0'],
    ['{"name":"a","\\ud800":1}', '/\ufffd'],
    ['"\\udabc"', ''],
    [`{"name":"a","list":${'['.repeat(4000)}"\\ud800"${']'.repeat(4000)}}`, expect.stringMatching(/^\/list\/0\/0/)],
  ])('has no halves of surrogate pairs anywhere: %s', (body, pointer) => {
    const [field, ...others] = refusal(things, { body })?.fields ?? []
    expect([field?.pointer, field?.code, others]).toEqual([pointer, 'invalid_field', []])
    expect(field?.expected?.characters).toContain('U+D7FF')
  })
  it('may have whole pairs as escapes, and escapes that are none', () => {
    const body = '{"name":"a","list":["\\ud83d\\ude42 \\\\ud800"]}'
    const found = read(things, { body })
    expect(found.ok && found.value.body).toEqual({ name: 'a', list: ['🙂 \\ud800'] })
  })
  it.each(['null', '1', '"text"', 'true', '[]', '[{"name":"a"}]'])('is to blame as a whole: %s', (body) => {
    expect(refusal(things, { body })).toMatchObject(invalid(['', 'invalid_field']))
  })
  it('names every wrong field by its pointer, with the problem its schema names', () => {
    const body = { name: 5, count: '2', inner: { 'a/b~c': 1 }, list: ['a', 2] }
    expect(refusal(things, { body })).toMatchObject(
      invalid(
        ['/name', 'invalid_name'],
        ['/count', 'invalid_field'],
        ['/inner/a~1b~0c', 'invalid_field'],
        ['/list/1', 'invalid_field'],
      ),
    )
    expect(refusal(things, { body: { name: '一二三四五六' } })).toMatchObject(invalid(['/name', 'invalid_name']))
    expect(refusal(things, { body: {} })).toMatchObject(invalid(['/name', 'invalid_name']))
  })
  it('names unknown fields, nested ones too', () => {
    const body = { name: 'a', more: 1, 'x/y': 2, inner: { 'a/b~c': true, deep: {} } }
    expect(refusal(things, { body })?.fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/more', code: 'unknown_field' }),
        expect.objectContaining({ pointer: '/x~1y', code: 'unknown_field' }),
        expect.objectContaining({ pointer: '/inner/deep', code: 'unknown_field' }),
      ]),
    )
  })
  it('takes no problem code from the text of a schema that is none, such as a name every object has', () => {
    const odd = route({ ...base, body: z.object({ a: z.string('constructor') }) })
    expect(refusal(odd, { body: { a: 1 } })).toMatchObject(invalid(['/a', 'invalid_field']))
  })
})

describe('keys of the prototype', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is an unknown field', (key) => {
    expect(refusal(things, { body: `{"name":"a","${key}":{"count":1}}` })).toMatchObject(
      invalid([`/${key}`, 'unknown_field']),
    )
  })
  it.each([z.object({}), z.looseObject({}), z.record(z.string(), z.unknown())])(
    'change no object, whatever the schema lets through',
    (body) => {
      const found = read(route({ ...base, body }), {
        body: '{"__proto__":{"polluted":1},"constructor":{"polluted":1}}',
      })
      const parsed: unknown = found.ok ? found.value.body : {}
      expect(Object(parsed).polluted).toBeUndefined()
      expect(Object({}).polluted).toBeUndefined()
      expect(Object.getPrototypeOf(parsed) === null || Object.getPrototypeOf(parsed) === Object.prototype).toBe(true)
    },
  )
})

describe('size', () => {
  const limited = route({ ...base, bodyLimit: 20 })
  it('is counted in bytes, not characters', () => {
    expect(read(limited, { body: 'a'.repeat(20) }).ok).toBe(true)
    expect(refusal(limited, { body: 'a'.repeat(21) })).toEqual({ code: 'body_too_large' })
    expect(read(limited, { body: '张'.repeat(6) }).ok).toBe(true)
    expect(refusal(limited, { body: '张'.repeat(7) })).toEqual({ code: 'body_too_large' })
  })
  it('is counted after base64 is undone', () => {
    expect(read(limited, { body: new Uint8Array(20) }).ok).toBe(true)
    expect(refusal(limited, { body: new Uint8Array(21) })).toEqual({ code: 'body_too_large' })
  })
  it('is no matter in a GET, where a body means nothing', () => {
    expect(read(route({ ...base, method: 'GET', bodyLimit: 20 }), { body: 'a'.repeat(99) }).ok).toBe(true)
    for (const method of ['PUT', 'DELETE', 'ANY'] as const)
      expect(refusal(route({ ...base, method, bodyLimit: 20 }), { body: 'a'.repeat(99) })).toEqual({
        code: 'body_too_large',
      })
  })
  it('is 16 KiB where the route says nothing, and judged before anything is parsed', () => {
    expect(read(bodiless, { body: 'a'.repeat(16 * 1024) }).ok).toBe(true)
    expect(refusal(things, { body: '{'.repeat(16 * 1024 + 1) })).toEqual({ code: 'body_too_large' })
  })
})

describe('media type', () => {
  const withType = (type: string) => refusal(things, { body: { name: 'a' }, headers: { 'content-type': type } })
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/problem+json',
    'application/vnd.x.y+json',
  ])('%j is JSON', (type) => {
    expect(withType(type)).toBeUndefined()
  })
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/jsonp',
    'application/xml, application/json',
    'text/plain; application/json',
    '',
  ])('%j is not', (type) => {
    expect(withType(type)).toEqual({ code: 'unsupported_media_type' })
  })
  it('must be there: what has none, any web page may post without asking first', () => {
    const event = eventOf({ body: { name: 'a' } })
    expect(requestOf(things, { ...event, headers: {} })).toMatchObject({ refusal: { code: 'unsupported_media_type' } })
  })
})

describe('an answer does not grow with what was sent', () => {
  it('names twenty fields of ninety thousand', () => {
    const keys = Object.fromEntries(Array.from({ length: 90_000 }, (_none, at) => [`key${at}`, at]))
    const refused = refusal(route({ ...things, bodyLimit: 4_000_000 }), { body: keys })
    expect(refused?.fields).toHaveLength(20)
  })

  it('names wrong members of a list, twenty at most', () => {
    const listing = route({ ...base, bodyLimit: 4_000_000, body: z.array(z.number()) })
    const refused = refusal(listing, { body: Array.from({ length: 90_000 }, () => 'x') })
    expect(refused?.fields).toHaveLength(20)
  })

  it.each(['k', '~', '/', '💥'])('cuts a pointer of a million %s to 200 characters', (character) => {
    const wide = route({ ...things, bodyLimit: 8_000_000 })
    const refused = refusal(wide, { body: { name: 'a', [character.repeat(1_000_000)]: 1 } })
    const pointer = refused?.fields?.[0]?.pointer ?? ''
    expect(pointer.length).toBeLessThanOrEqual(200)
    expect(pointer.isWellFormed()).toBe(true)
  })
})

describe('query and path', () => {
  const listed = route({
    ...base,
    method: 'GET',
    path: '/v1/things/{id}',
    query: z.object({ limit: z.optional(z.string().check(z.regex(/^\d+$/))), after: z.optional(z.string()) }),
  })
  it('arrive parsed, and the raw query as it was sent', () => {
    const found = read(listed, { method: 'GET', query: { limit: '5' }, params: { id: 'a%20b' } })
    expect(found.ok && found.value).toMatchObject({
      query: { limit: '5' },
      params: { id: 'a%20b' },
      rawQuery: 'limit=5',
    })
  })
  it('name a wrong parameter', () => {
    expect(refusal(listed, { method: 'GET', query: { limit: 'x' } })).toMatchObject(
      invalid(['/limit', 'invalid_field']),
    )
  })
  it('are found under the words a parameter has, and under no other, whatever else is wrong', () => {
    const closed = route({ ...listed, params: { id: ['constructor', 'b'] } })
    expect(refusal(closed, { method: 'GET', params: { id: 'b' } })).toBeUndefined()
    for (const id of ['a', 'B', 'b ', '0', 'length', ''])
      expect(refusal(closed, { method: 'GET', query: { limit: 'x' }, params: { id } })).toEqual({ code: 'not_found' })
  })
  it('are empty where none were sent', () => {
    const found = read(listed, { method: 'GET' })
    expect(found.ok && [found.value.query, found.value.params, found.value.rawQuery]).toEqual([{}, {}, ''])
  })
})
