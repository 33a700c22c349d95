import { describe, expect, it } from 'vitest'
import { httpAnswer } from '../../../local/http-api/answer.ts'

const answer = (value: unknown) => {
  const found = httpAnswer(JSON.stringify(value))
  return found && { ...found, body: found.body.toString() }
}

describe('answers with a status code', () => {
  it('passes status, headers and body on, and types the body as text if nothing else is said', () => {
    expect(answer({ statusCode: 201, body: 'x' })).toEqual({
      status: 201,
      headers: [['content-type', 'text/plain;charset=utf-8']],
      body: 'x',
    })
  })

  it('makes each cookie a header of its own', () => {
    expect(answer({ statusCode: 200, headers: { 'Content-Type': 'a/b', 'X-N': 3 }, cookies: ['a=1', 'b=2'] })).toEqual({
      status: 200,
      headers: [
        ['content-type', 'a/b'],
        ['x-n', '3'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
      body: '',
    })
  })

  it('decodes base64', () => {
    expect(answer({ statusCode: 200, body: 'aGk=', isBase64Encoded: true })?.body).toBe('hi')
  })

  it('leaves to the server what belongs to the connection', () => {
    expect(
      answer({ statusCode: 204, headers: { 'Content-Length': '9', Connection: 'close', 'content-type': 'x/y' } })
        ?.headers,
    ).toEqual([['content-type', 'x/y']])
  })

  it.each([
    { statusCode: 'soon' },
    { statusCode: 99 },
    { statusCode: 200, body: {} },
    { statusCode: 200, headers: [] },
  ])('cannot send %j', (value) => {
    expect(answer(value)).toBeUndefined()
  })
})

describe('answers without a status code', () => {
  it.each([
    [{ a: 1 }, '{"a":1}'],
    ['text', 'text'],
    [[1], '[1]'],
    [null, 'null'],
  ])('%j is the body of a 200', (value, body) => {
    expect(answer(value)).toEqual({ status: 200, headers: [['content-type', 'application/json']], body })
  })
})
