import { describe, expect, it } from 'vitest'
import { OPERATOR_COOKIE, requestOf, SESSION_COOKIE } from '../../../shared/http/request.ts'
import { type Caller, type Route, route } from '../../../shared/http/route.ts'
import { eventOf } from './event.ts'

const base = { fn: 'test-thing', method: 'POST', path: '/v1/things', name: 'test', summary: '', answers: {} } as const
const by = (caller: Exclude<Caller, 'operator'>, method: Route['method'] = 'POST') => route({ ...base, caller, method })
const forOperators = (method: Route['method'] = 'POST') =>
  route({ ...base, caller: 'operator', right: 'see_orders', method })
const cookies = ['a=b', `${SESSION_COOKIE}=the-token`, 'c=d']
const web = { 'x-shiming-web': '1' }

const bearer = (to: Route, sent: Parameters<typeof eventOf>[0]) => {
  const found = requestOf(to, eventOf({ method: to.method, ...sent }))
  return found.ok ? found.value.bearer : found.refusal.code
}

describe('a token in the Authorization header', () => {
  it.each<Exclude<Caller, 'operator'>>(['anyone', 'session', 'platform', 'session_or_platform', 'token', 'channel'])(
    'is read on routes of %s',
    (caller) => {
      expect(bearer(by(caller), { headers: { authorization: 'Bearer abc.DEF-1_2~+/=' } })).toBe('abc.DEF-1_2~+/=')
    },
  )
  it('is read whatever the case of the scheme', () => {
    expect(bearer(by('session'), { headers: { authorization: 'bearer abc' } })).toBe('abc')
  })
  it.each([
    'abc',
    'Basic abc',
    'Bearer',
    'Bearer ',
    'Bearer  abc',
    'Bearer a b',
    'Bearer 张三',
    'Bearer a\nb',
    `Bearer ${'a'.repeat(513)}`,
  ])('is none: %j', (authorization) => {
    expect(bearer(by('session'), { headers: { authorization } })).toBeUndefined()
  })
  it('wins over a cookie, and then needs no web header', () => {
    expect(bearer(by('session'), { cookies, headers: { authorization: 'Bearer abc' } })).toBe('abc')
  })
  it('may be missing', () => {
    expect(bearer(by('session'), {})).toBeUndefined()
  })
})

describe('a session cookie', () => {
  it('counts on session routes with the web header', () => {
    expect(bearer(by('session'), { cookies, headers: web })).toBe('the-token')
    expect(bearer(by('session_or_platform'), { cookies, headers: web })).toBe('the-token')
  })
  it.each<Route['method']>(['POST', 'PUT', 'DELETE', 'ANY'])('is refused on %s without it', (method) => {
    expect(bearer(by('session', method), { cookies })).toBe('web_header_required')
  })
  it('needs none for reading', () => {
    expect(bearer(by('session', 'GET'), { cookies })).toBe('the-token')
  })
  it.each<Exclude<Caller, 'operator'>>(['anyone', 'platform', 'token', 'channel'])(
    'is ignored on routes of %s',
    (caller) => {
      expect(bearer(by(caller), { cookies })).toBeUndefined()
      expect(bearer(by(caller), { cookies, headers: web })).toBeUndefined()
    },
  )
  it('is not one that only looks like it', () => {
    const alike = [`x${SESSION_COOKIE}=a`, `${SESSION_COOKIE}2=b`, `${SESSION_COOKIE.toUpperCase()}=c`, SESSION_COOKIE]
    expect(bearer(by('session'), { cookies: alike })).toBeUndefined()
  })
})

describe('the cookie of an operator', () => {
  const both = [...cookies, `${OPERATOR_COOKIE}=lin.secret`]

  it('counts on routes for operators, to change something with the web header, and no other cookie does', () => {
    expect(bearer(forOperators('GET'), { cookies: both })).toBe('lin.secret')
    expect(bearer(forOperators(), { cookies: both, headers: web })).toBe('lin.secret')
    expect(bearer(forOperators(), { cookies, headers: web })).toBeUndefined()
  })
  it.each<Route['method']>(['POST', 'PUT', 'DELETE'])('is refused on %s without it', (method) => {
    expect(bearer(forOperators(method), { cookies: both })).toBe('web_header_required')
  })
  it.each<Exclude<Caller, 'operator'>>(['anyone', 'session', 'platform', 'session_or_platform'])(
    'is ignored on routes of %s',
    (caller) => {
      const alone = [`${OPERATOR_COOKIE}=lin.secret`]
      expect(bearer(by(caller), { cookies: alone, headers: web })).toBeUndefined()
    },
  )
})

describe('M4 Idempotency-Key', () => {
  const paid = route({ ...base, caller: 'session', idempotent: true })
  const key = (header: string | undefined) => {
    const headers = header === undefined ? undefined : { 'idempotency-key': header }
    const found = requestOf(paid, eventOf({ headers }))
    return found.ok ? found.value.idempotencyKey : found.refusal.code
  }
  it.each([
    ['abc', 'abc'],
    ['"abc"', 'abc'],
    [' abc ', 'abc'],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['!~', '!~'],
    ['"', '"'],
    ['a'.repeat(255), 'a'.repeat(255)],
  ])('%j is the key %j', (header, expected) => {
    expect(key(header)).toBe(expected)
  })
  it.each([undefined, '', ' ', '""', '" "', 'a b', '张三', 'a\tb', 'a'.repeat(256)])('%j is none', (header) => {
    expect(key(header)).toBe('idempotency_key_required')
  })
  it('is blamed by name when it is missing', () => {
    const found = requestOf(paid, eventOf())
    expect(found.ok ? [] : found.refusal.fields).toEqual([
      { pointer: 'Idempotency-Key', code: 'idempotency_key_required' },
    ])
  })
  it('is empty on routes that ask for none', () => {
    const found = requestOf(by('session'), eventOf({ headers: { 'idempotency-key': 'abc' } }))
    expect(found.ok && found.value.idempotencyKey).toBe('')
  })
})
