import { describe, expect, it } from 'vitest'
import { service } from '../../../infra/openapi/fields/look.ts'
import { problemExample } from '../../../infra/openapi/problems/examples.ts'
import { type Came, undescribed } from './answers.ts'

const { value } = await problemExample('not_found', service)
const notFound: Came = {
  method: 'GET',
  path: `/v1/orders/${'0'.repeat(32)}`,
  status: 404,
  headers: new Map([['content-type', 'application/problem+json']]),
  text: JSON.stringify(value),
}
const changed = (members: object): Came => ({ ...notFound, text: JSON.stringify({ ...Object(value), ...members }) })
const withHeader = (name: string, said: string): Came => ({
  ...notFound,
  headers: new Map([...notFound.headers, [name, said]]),
})

describe('an answer that is as its description says', () => {
  it.each<[string, Came]>([
    ['a problem', notFound],
    ['with its language', withHeader('content-language', 'zh')],
    ['where nobody described anything', { ...notFound, path: '/nowhere', status: 418 }],
    [
      'of a channel, in its words',
      {
        ...notFound,
        method: 'POST',
        path: '/webhooks/alipay',
        status: 401,
        headers: new Map([['content-type', 'text/plain;charset=utf-8']]),
        text: 'failure',
      },
    ],
    [
      'below a path whose end may be anything',
      {
        ...notFound,
        method: 'DELETE',
        path: '/send/a/b',
        status: 200,
        headers: new Map([['content-type', 'application/json']]),
        text: '{"code":903,"msg":"x"}',
      },
    ],
  ])('%s', (_, came) => {
    expect(undescribed(came)).toEqual([])
  })
})

it('a refusal behind the gate may warn of its shutting', async () => {
  const { value: slower } = await problemExample('send_burst', service)
  const text = JSON.stringify(slower)
  const headers = withHeader('shiming-enforcement', '"2026-12-01T00:00:00.000Z";days=7;notice=7').headers
  expect(undescribed({ method: 'POST', path: '/v1/messages', status: 429, headers, text })).toEqual([])
})

describe('an answer that is not', () => {
  it.each<[string, Came, string]>([
    ['another status', { ...notFound, status: 418 }, 'no such status'],
    ['another type', { ...notFound, headers: new Map([['content-type', 'text/html']]) }, 'no type text/html'],
    [
      'a code that is none of its route',
      changed({ code: 'banned' }),
      '/code must be equal to one of the allowed values',
    ],
    ['a member nobody told of', changed({ secret: 1 }), 'no member secret'],
    ['no detail', changed({ detail: undefined }), " must have required property 'detail'"],
    ['a header nobody told of', withHeader('retry-after', '1'), 'no header retry-after'],
    ['a warning where nothing is shut', withHeader('shiming-enforcement', 'x'), 'no header shiming-enforcement'],
    ['a cookie', withHeader('set-cookie', 'a=b'), 'no header set-cookie'],
    [
      'an order without an id',
      { ...notFound, status: 200, headers: new Map([['content-type', 'application/json']]), text: '{}' },
      " must have required property 'id'",
    ],
    ['a success without a body', { ...notFound, status: 200, text: '' }, 'no body'],
  ])('has %s', (_, came, fault) => {
    expect(undescribed(came)).toContain(fault)
  })
})
