import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { problems } from '../../../functions/problems.ts'
import { type Answer, answered } from '../../../shared/http/answer.ts'
import { bound, type Observer, type RequestLine } from '../../../shared/http/endpoint.ts'
import { route } from '../../../shared/http/route.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { Contended, NotNow } from '../../../shared/table/table.ts'
import { serve } from '../../http-event.ts'
import { contextOf } from '../lambda-context.ts'
import { eventOf } from './event.ts'

const NOW = Date.UTC(2026, 10, 20)
const base = { fn: 'test-thing', method: 'POST', caller: 'anyone', name: 'test', summary: '', answers: {} } as const
const webhook = route({ ...base, caller: 'channel', path: '/webhooks/things' })
const things = route({ ...base, path: '/v1/things', body: z.strictObject({ name: z.string() }) })
const other = route({ ...base, method: 'GET', path: '/v1/others/{id}' })
const SECRET = '张三 110101189001011234'

/** One endpoint with two routes; the first answers what `run` makes of the name. */
const endpoint = (run: (name: string) => Promise<Outcome<Answer>>) => {
  const lines: RequestLine[] = []
  const faults: { error: unknown; at: object }[] = []
  let now = NOW
  const observer: Observer = {
    now: () => now,
    request: (line) => lines.push(line),
    fault: (error, at) => faults.push({ error, at }),
  }
  const handler = serve(
    observer,
    bound(things, (request) => {
      now += 12.4
      return run(request.body.name)
    }),
    bound(webhook, async () => run('webhook')),
    bound(other, async (request) => answered(200, ok({ id: request.params.id }))),
  )
  const call = (sent: Parameters<typeof eventOf>[0], remainingMs?: number) =>
    handler(eventOf(sent), contextOf(remainingMs))
  return { call, lines, faults }
}
const named = { body: { name: 'a' } }
const problemOf = (result: { body?: string | undefined }) => JSON.parse(result.body ?? '')

describe('an answer', () => {
  it('is JSON with status, request id and no caching', async () => {
    const { call } = endpoint(async (name) => answered(201, ok({ hello: name })))
    expect(await call(named)).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-request-id': 'request-1' },
      body: '{"hello":"a"}',
    })
  })
  it('is shaped by what the route makes of the value', async () => {
    const { call } = endpoint(async (name) => answered(200, ok({ name, extra: 1 }), (value) => ({ name: value.name })))
    expect((await call(named)).body).toBe('{"name":"a"}')
  })
  it('may have no body at all', async () => {
    const { call } = endpoint(async () => ok({ status: 204 }))
    const { body, headers } = await call(named)
    expect([body, headers]).toEqual([undefined, { 'cache-control': 'no-store', 'x-request-id': 'request-1' }])
  })
  it('may be a file, whose bytes the gateway is handed in base64', async () => {
    const bytes = Uint8Array.of(0, 255, 10)
    const { call } = endpoint(async () => ok({ status: 200, bytes, headers: { 'content-type': 'application/zip' } }))
    const answer = await call(named)
    expect(answer).toMatchObject({ statusCode: 200, body: 'AP8K', isBase64Encoded: true })
    expect(answer.headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' })
  })

  it('may be a text of its own type, with headers and cookies', async () => {
    const headers = { 'content-type': 'text/html', location: '/x', 'cache-control': 'max-age=5' }
    const { call } = endpoint(async () => ok({ status: 302, text: '<p>', headers, cookies: ['a=b; HttpOnly'] }))
    expect(await call(named)).toEqual({
      statusCode: 302,
      headers: { ...headers, 'x-request-id': 'request-1' },
      body: '<p>',
      cookies: ['a=b; HttpOnly'],
    })
  })
  it('comes from the route that was called', async () => {
    const { call } = endpoint(async () => ok({ status: 500 }))
    const result = await call({
      method: 'GET',
      routeKey: 'GET /v1/others/{id}',
      path: '/v1/others/7',
      params: { id: '7' },
    })
    expect(result.body).toBe('{"id":"7"}')
  })
})

describe('M1 a refusal', () => {
  it('is a problem with its code, the text for people and the request id', async () => {
    const { call } = endpoint(async () => refused('not_verified', { extra: { verifyUrl: '/verify' } }))
    const result = await call(named)
    expect([result.statusCode, result.headers?.['content-type']]).toEqual([403, 'application/problem+json'])
    expect(problemOf(result)).toEqual({
      type: 'urn:shiming:problem:not_verified',
      title: problems.not_verified.zh,
      status: 403,
      detail: problems.not_verified.zh,
      code: 'not_verified',
      legacyCode: 905,
      verifyUrl: '/verify',
      requestId: 'request-1',
    })
  })
  it('speaks English to whoever asks for it', async () => {
    const { call } = endpoint(async () => refused('banned'))
    const problem = problemOf(await call({ ...named, headers: { 'accept-language': 'en' } }))
    expect([problem.title, problem.detail]).toEqual([problems.banned.en, problems.banned.en])
  })
  it('names the fields to blame, and its detail is the first of them', async () => {
    const { call } = endpoint(async () => refusedField('/phone', 'invalid_phone'))
    const problem = problemOf(await call(named))
    expect(problem.errors).toEqual([{ pointer: '/phone', code: 'invalid_phone', detail: problems.invalid_phone.zh }])
    expect(problem.detail).toBe(problems.invalid_phone.zh)
  })
  it('says when waiting helps, also in whole seconds for simple clients', async () => {
    const { call } = endpoint(async () => refused('send_burst', { retryAt: NOW + 1500 }))
    const result = await call(named)
    expect(problemOf(result).retryAt).toBe('2026-11-20T00:00:01.500Z')
    expect(result.headers?.['retry-after']).toBe('2')
  })
  it('never tells to retry in no time, even when the moment has passed', async () => {
    const { call } = endpoint(async () => refused('send_burst', { retryAt: NOW - 5000 }))
    expect((await call(named)).headers?.['retry-after']).toBe('1')
  })
  it('of the request itself comes before anything runs', async () => {
    const { call } = endpoint(async () => {
      throw new Error('must not run')
    })
    const result = await call({ body: '{' })
    expect([result.statusCode, problemOf(result).code]).toEqual([400, 'malformed_json'])
  })
  it.each(['GET /v1/things', 'POST /v1/things/', '$default', 'POST /v1/thing', '', 'constructor'])(
    'meets a route key it does not serve: %j',
    async (routeKey) => {
      const { call, faults } = endpoint(async () => ok({ status: 200 }))
      const result = await call({ ...named, routeKey })
      expect([result.statusCode, problemOf(result).code]).toEqual([404, 'not_found'])
      expect(faults).toEqual([])
    },
  )
})

describe('a fault', () => {
  it.each<[string, () => Promise<Outcome<Answer>>]>([
    ['thrown', async () => Promise.reject(new Error(SECRET))],
    [
      'thrown at once',
      () => {
        throw new Error(SECRET)
      },
    ],
    ['thrown as a text', async () => Promise.reject(SECRET)],
    ['an answer that is no JSON', async () => ok({ status: 200, body: { n: 1n, SECRET } })],
  ])('%s: 500 with the request id and nothing else', async (_, run) => {
    const { call, faults } = endpoint(run)
    const result = await call(named)
    expect(result.statusCode).toBe(500)
    expect(problemOf(result)).toEqual({
      type: 'urn:shiming:problem:internal',
      title: problems.internal.zh,
      status: 500,
      detail: problems.internal.zh,
      code: 'internal',
      requestId: 'request-1',
    })
    expect(result.headers?.['x-request-id']).toBe('request-1')
    expect(faults.map(({ at }) => at)).toEqual([{ route: 'POST /v1/things', requestId: 'request-1' }])
  })
  const apart = (name: string) => Object.assign(new Error('others'), { name })
  const contended = [new Contended('others'), apart('Contended')]
  const notNow = [new NotNow('others'), apart('NotNow')]

  it.each(contended)(
    'that is contention: 409, worth repeating in a second, also thrown by code that is bundled apart',
    async (error) => {
      const result = await endpoint(async () => Promise.reject(error)).call(named)
      expect([result.statusCode, problemOf(result).code]).toEqual([409, 'contended'])
      expect(result.headers?.['retry-after']).toBe('1')
      expect(Date.parse(problemOf(result).retryAt)).toBeGreaterThan(NOW)
      expect(result.body).not.toContain('others')
    },
  )
  it.each(notNow)(
    'that is a database in trouble: 503, worth repeating in two, also thrown by code that is bundled apart',
    async (error) => {
      const { call, faults } = endpoint(async () => Promise.reject(error))
      const result = await call(named)
      expect([result.statusCode, problemOf(result).code]).toEqual([503, 'busy'])
      expect(result.headers?.['retry-after']).toBe('2')
      expect(result.body).not.toContain('others')
      expect(faults.map((fault) => fault.error)).toEqual([error])
    },
  )
  it.each([...contended, ...notNow])(
    'of either kind is a 5xx to a payment channel, which sends again then',
    async (error) => {
      const result = await endpoint(async () => Promise.reject(error)).call({
        path: webhook.path,
        routeKey: 'POST /webhooks/things',
      })
      expect([result.statusCode, problemOf(result).code]).toEqual([503, 'busy'])
      expect(result.headers?.['retry-after']).toBe('2')
    },
  )
  it('that is a lack of time: an answer before the function is stopped', async () => {
    const { call, lines } = endpoint(() => new Promise(() => {}))
    expect((await call(named, 25)).statusCode).toBe(500)
    expect(lines.map((line) => line.status)).toEqual([500])
  })
  it('leaves the next request alone', async () => {
    const { call } = endpoint(async (name) => (name === 'a' ? Promise.reject(new Error()) : ok({ status: 200 })))
    expect((await call(named)).statusCode).toBe(500)
    expect((await call({ body: { name: 'b' } })).statusCode).toBe(200)
  })
})

describe('the log line', () => {
  const hostile = { ...named, path: `/v1/${SECRET}`, query: { q: SECRET }, headers: { authorization: SECRET } }

  it.each<[number, () => Promise<Outcome<Answer>>]>([
    [200, async () => answered(200, ok({ SECRET }))],
    [403, async () => refused('not_verified')],
    [500, async () => Promise.reject(new Error(SECRET))],
  ])('is one for each request, of closed shape: %d', async (status, run) => {
    const { call, lines } = endpoint(run)
    await call({ ...hostile, routeKey: 'POST /v1/things' })
    expect(lines).toEqual([{ route: 'POST /v1/things', status, ms: 12, requestId: 'request-1' }])
  })
  it('is written for requests that match nothing too', async () => {
    const { call, lines } = endpoint(async () => ok({ status: 200 }))
    await call({ ...hostile, routeKey: '$default' })
    expect(lines).toEqual([{ route: '$default', status: 404, ms: 0, requestId: 'request-1' }])
  })
})
