import { describe, expect, it } from 'vitest'
import { readWire, type WireRequest } from '../../../functions/messaging/compat/pushplus-request.ts'
import { NOON } from '../../kit.ts'

const JSON_TYPE = 'application/json'

const read = (of: Partial<WireRequest> & { body?: string }) => {
  const { body = '', ...request } = of
  return readWire({ method: 'POST', path: '/send', rawQuery: '', rawBody: Buffer.from(body), ...request }, NOON)
}

/** What became of the draft: `ok`, or the code of the refusal. */
const codeOf = (of: Parameters<typeof read>[0]): string => {
  const { draft } = read(of)
  return draft.ok ? 'ok' : draft.refusal.code
}

describe('P13 which body is JSON', () => {
  it.each([
    ['application/json', true],
    ['application/json;', true],
    ['application/json; charset=utf-8', true],
    [' Application/JSON ; charset=utf-8', true],
    ['application/problem+json', true],
    ['application/a.b-c_d+json', true],
    ['application/a+b+json', true],
    ['application/+json', false],
    ['xapplication/json', false],
    ['application/jsonx', false],
    ['text/plain; a=application/json', false],
    ['', false],
    [undefined, false],
  ])('under the type %j a list is one: %j', (contentType, isJson) => {
    expect(codeOf({ body: '[1]', contentType })).toBe(isJson ? 'malformed_json' : 'ok')
  })

  it('is an object, or is refused', () => {
    for (const body of ['42', '"a"', 'true', 'null', '[]'])
      expect(codeOf({ body, contentType: JSON_TYPE })).toBe('malformed_json')
    expect(codeOf({ body: '{}', contentType: JSON_TYPE })).toBe('ok')
    expect(codeOf({ body: '{', contentType: JSON_TYPE })).toBe('malformed_json')
  })

  it('is none where nothing but blanks is sent', () => {
    const { token, draft } = read({ body: ' \n', contentType: JSON_TYPE, rawQuery: 'token=t&content=c' })
    expect([token, draft]).toMatchObject(['t', { ok: true, value: { content: 'c' } }])
  })
})

describe('P13 which body is a form', () => {
  it.each([
    ['multipart/form-data; boundary=x', 'a=b', 'multipart_unsupported'],
    ['Multipart/Mixed', 'a=b', 'multipart_unsupported'],
    [undefined, '--x\r\nContent-Disposition: form-data', 'multipart_unsupported'],
    [undefined, '--x\nContent-Disposition: form-data', 'multipart_unsupported'],
    [undefined, '--\r\ncontent-disposition: form-data', 'multipart_unsupported'],
    [undefined, 'content=--x\r\nContent-Disposition: form-data', 'ok'],
    ['x-multipart/', 'a=b', 'ok'],
  ])('under the type %j %j is: %s', (contentType, body, code) => {
    expect(codeOf({ body, contentType })).toBe(code)
  })

  it.each([
    ['%e4%b8%ad', 'ok'],
    ['%gg', 'ok'],
    ['%9', 'ok'],
    ['%f', 'ok'],
    ['%ff', 'wrong_encoding'],
    ['%FF', 'wrong_encoding'],
    ['%99', 'wrong_encoding'],
    ['%90', 'wrong_encoding'],
    ['%a0', 'wrong_encoding'],
    ['%c3x%a4', 'wrong_encoding'],
  ])('of which %j is text: %s', (escaped, code) => {
    expect(codeOf({ body: `content=${escaped}` })).toBe(code)
    expect(codeOf({ rawQuery: `content=${escaped}` })).toBe(code)
  })

  it('has a megabyte at most', () => {
    const MEGABYTE = 1024 * 1024
    expect(codeOf({ rawBody: Buffer.alloc(MEGABYTE, 'a') })).toBe('ok')
    expect(codeOf({ rawBody: Buffer.alloc(MEGABYTE + 1, 'a') })).toBe('body_too_large')
  })
})

describe('P13 what is read', () => {
  it.each([
    ['/send/t', 't'],
    ['/send//t//', 't'],
    ['/api/send/t', 't'],
    ['/batchSend/t/', 't'],
    ['/send/', 'q'],
    ['/send///', 'q'],
    ['/send', 'q'],
    ['/sender/t', 'q'],
  ])('the token of %s', (path, token) => {
    expect(read({ path, rawQuery: 'token=q' }).token).toBe(token)
  })

  it.each([
    [String(NOON), 'ok'],
    [` ${NOON + 1}\t`, 'ok'],
    ['9'.repeat(15), 'ok'],
    ['9'.repeat(16), 'timestamp_invalid'],
    ['1', 'message_expired'],
    [String(NOON - 1), 'message_expired'],
    [' ', 'timestamp_invalid'],
    ['x1', 'timestamp_invalid'],
    ['1x', 'timestamp_invalid'],
    ['-1', 'timestamp_invalid'],
    [`${NOON}.5`, 'timestamp_invalid'],
  ])('a timestamp %j: %s', (timestamp, code) => {
    expect(codeOf({ body: JSON.stringify({ timestamp }), contentType: JSON_TYPE })).toBe(code)
  })

  it('an unknown channel is one, and not one that nobody has set up', () => {
    expect(codeOf({ rawQuery: 'channel=mail' })).toBe('channel_unknown')
    expect(codeOf({ rawQuery: 'channel=webhook' })).toBe('ok')
    expect(read({ rawQuery: 'channel=mail' }).channel).toBe('mail')
    expect(read({}).channel).toBe('wechat')
  })

  it('a fault of ours is not told as one of the caller', () => {
    expect(() => read({ rawBody: undefined as never })).toThrow(TypeError)
  })
})
