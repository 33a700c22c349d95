import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { sendSmsCode } from '../../functions/account/codes/send-sms-code.ts'
import { answerSignIn, signedOutAnswer } from '../../functions/account/sessions/answer-sign-in.ts'
import { signedIn } from '../../functions/account/sessions/session.ts'
import { signOut } from '../../functions/account/sessions/sign-out.ts'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { signOutRoute } from '../../functions/account/sign-out.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { createToken } from '../../functions/account/tokens/create-token.ts'
import { deleteToken } from '../../functions/account/tokens/delete-token.ts'
import { listTokens } from '../../functions/account/tokens/list-tokens.ts'
import { tokenView } from '../../functions/account/tokens/token-view.ts'
import { tokenCreateRoute, tokenDeleteRoute, tokensRoute } from '../../functions/account/tokens.route.ts'
import { accountView } from '../../functions/overview/account-view.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { readAccount } from '../../functions/overview/read-account.ts'
import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { SESSION_COOKIE } from '../../shared/http/request.ts'
import type { Route } from '../../shared/http/route.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { type Asked, call, serve } from '../http-event.ts'
import { askCode, lastCode, NOON, PHONE, signedInAs, world } from './fixture.ts'

const web = { 'x-shiming-web': '1' }
const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

/** The routes of accounts on memory, served as their handlers serve them; answers are held against the route's schema. */
const service = () => {
  const apiKey = `smk_${randomBytes(32).toString('base64url')}`
  const sha256 = createHash('sha256').update(apiKey).digest('hex')
  const at = { ...world(), platformKeys: async () => [{ id: 'main', sha256 }] }
  const lines: unknown[] = []
  const faults: unknown[] = []
  const observer = {
    now: () => at.time.now,
    request: (line: unknown) => void lines.push(line),
    fault: (error: unknown) => void faults.push(error),
  }
  const handler = serve(
    observer,
    on(smsCodeRoute, async ({ body, bearer: token, sourceIp }) =>
      answered(202, await sendSmsCode(at, { ...body, token, sourceIp }), ({ retryAt }) => ({
        retryAt: rfc3339(retryAt),
      })),
    ),
    on(signInRoute, (request) => answerSignIn(at, request)),
    on(signOutRoute, async ({ bearer }) => signedOutAnswer(await signOut(at, bearer))),
    on(accountRoute, async ({ bearer }) =>
      answered(200, await readAccount(at, bearer), (account) => accountView(account, 'https://id.example')),
    ),
    on(tokensRoute, async ({ bearer }) =>
      answered(200, await signedIn(at, bearer, ({ accountId }) => listTokens(at, accountId)), (tokens) => ({
        tokens: tokens.map(tokenView),
      })),
    ),
    on(tokenCreateRoute, async ({ bearer, body }) =>
      answered(201, await signedIn(at, bearer, ({ accountId }) => createToken(at, { ...body, accountId })), tokenView),
    ),
    on(tokenDeleteRoute, async ({ bearer, params: { id = '' } }) =>
      answered(204, await signedIn(at, bearer, ({ accountId }) => deleteToken(at, { accountId, id }))),
    ),
  )
  const ask = async (route: Route, asked: Asked = {}) => {
    const reply = await call(handler, route, asked)
    const schema = route.answers[reply.status]
    if (schema) z.parse(schema, reply.body)
    return reply
  }
  return { at, ask, apiKey, lines, faults }
}

describe('the calls of an account over HTTP', () => {
  it('from a code to a session, a token, and out again', async () => {
    const { at, ask, lines, faults } = service()
    const code = await ask(smsCodeRoute, { body: { phone: PHONE, purpose: 'sign_in' } })
    expect([code.status, code.body]).toEqual([202, { retryAt: rfc3339(NOON + 60_000) }])
    const session = await ask(signInRoute, { body: { phone: PHONE, code: lastCode(at) } })
    expect(session.status).toBe(201)
    expect(session.cookies).toEqual([])
    const { token } = z.parse(z.object({ token: z.string() }), session.body)
    const headers = bearing(token)
    expect((await ask(accountRoute, { headers })).status).toBe(200)
    const made = await ask(tokenCreateRoute, { headers, body: { name: ' cron ' } })
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ name: 'cron', createdAt: rfc3339(NOON) })])
    const { id } = z.parse(z.object({ id: z.string() }), made.body)
    expect((await ask(tokensRoute, { headers })).body).toMatchObject({ tokens: [{ id, name: 'cron' }] })
    expect((await ask(tokenDeleteRoute, { headers, params: { id } })).status).toBe(204)
    expect((await ask(tokenDeleteRoute, { headers, params: { id } })).status).toBe(404)
    const out = await ask(signOutRoute, { headers })
    expect([out.status, out.body]).toEqual([204, undefined])
    expect((await ask(signOutRoute, { headers })).status).toBe(204)
    expect((await ask(accountRoute, { headers })).status).toBe(401)
    expect(faults).toEqual([])
    expect(JSON.stringify(lines)).not.toContain(PHONE)
  })

  it('put the token of a web page into a cookie and nowhere else', async () => {
    const { at, ask } = service()
    await ask(smsCodeRoute, { body: { phone: PHONE, purpose: 'sign_in' }, headers: web })
    const session = await ask(signInRoute, { body: { phone: PHONE, code: lastCode(at) }, headers: web })
    expect(session.body).toEqual({ account: { id: expect.any(String) } })
    const [cookie = ''] = session.cookies
    expect(cookie).toMatch(
      new RegExp(`^${SESSION_COOKIE}=[\\w.-]+; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax$`),
    )
    const cookies = cookie.split(';').slice(0, 1)
    expect((await ask(accountRoute, { cookies })).status).toBe(200)
    expect(
      (await ask(smsCodeRoute, { body: { phone: '15912345678', purpose: 'verify_phone' }, cookies, headers: web }))
        .status,
    ).toBe(202)
    const out = await ask(signOutRoute, { cookies, headers: web })
    expect(out.cookies).toEqual([`${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`])
    expect((await ask(accountRoute, { cookies })).status).toBe(401)
  })

  it("open a session for the platform's user", async () => {
    const { ask, apiKey } = service()
    const opened = await ask(signInRoute, { body: { externalId: 'user-7' }, headers: bearing(apiKey) })
    expect([opened.status, opened.body]).toMatchObject([
      201,
      { token: expect.any(String), account: { externalId: 'user-7' } },
    ])
    const { token } = z.parse(z.object({ token: z.string() }), opened.body)
    expect((await ask(accountRoute, { headers: bearing(token) })).body).toMatchObject({
      externalId: 'user-7',
      phone: null,
    })
  })
})

const problem = (code: string, ...errors: [pointer: string, code: string][]) => ({
  code,
  ...(errors.length && { errors: errors.map(([pointer, field]) => expect.objectContaining({ pointer, code: field })) }),
})

describe('the calls of an account over HTTP, refused', () => {
  it('tell when the next code may be asked for', async () => {
    const { ask } = service()
    const asked = { body: { phone: PHONE, purpose: 'sign_in' } }
    await ask(smsCodeRoute, asked)
    const again = await ask(smsCodeRoute, asked)
    expect(again.status).toBe(429)
    expect(again.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '60' })
    expect(again.body).toMatchObject({ code: 'sms_too_often', retryAt: rfc3339(NOON + 60_000) })
  })

  it.each([
    ['/v1/sms-codes', '{', 400, problem('malformed_json')],
    ['/v1/sms-codes', '', 400, problem('malformed_json')],
    ['/v1/sms-codes', '[]', 400, problem('invalid_request', ['', 'invalid_field'])],
    ['/v1/sms-codes', 'null', 400, problem('invalid_request', ['', 'invalid_field'])],
    ['/v1/sessions', 'null', 400, problem('invalid_request', ['', 'invalid_field'])],
    ['/v1/sms-codes', {}, 400, problem('invalid_request', ['/phone', 'invalid_field'], ['/purpose', 'invalid_field'])],
    [
      '/v1/sms-codes',
      { phone: 13800138000, purpose: 'sign_in' },
      400,
      problem('invalid_request', ['/phone', 'invalid_field']),
    ],
    [
      '/v1/sms-codes',
      { phone: PHONE, purpose: 'login' },
      400,
      problem('invalid_request', ['/purpose', 'invalid_field']),
    ],
    [
      '/v1/sms-codes',
      { phone: PHONE, purpose: 'sign_in', x: 1 },
      400,
      problem('invalid_request', ['/x', 'unknown_field']),
    ],
    [
      '/v1/sms-codes',
      { phone: '1'.repeat(41), purpose: 'sign_in' },
      400,
      problem('invalid_request', ['/phone', 'invalid_phone']),
    ],
    ['/v1/sms-codes', { phone: '123', purpose: 'sign_in' }, 400, problem('invalid_phone', ['/phone', 'invalid_phone'])],
    ['/v1/sms-codes', { phone: 'x'.repeat(2000), purpose: 'sign_in' }, 413, problem('body_too_large')],
    ['/v1/sms-codes', { phone: PHONE, purpose: 'verify_phone' }, 401, problem('unauthenticated')],
    ['/v1/sessions', {}, 400, problem('invalid_request', ['/phone', 'invalid_field'], ['/code', 'invalid_field'])],
    ['/v1/sessions', { phone: PHONE }, 400, problem('invalid_request', ['/code', 'invalid_field'])],
    ['/v1/sessions', { phone: PHONE, code: 123456 }, 400, problem('invalid_request', ['/code', 'invalid_field'])],
    ['/v1/sessions', { phone: PHONE, code: '12345' }, 400, problem('invalid_request', ['/code', 'sms_code_wrong'])],
    [
      '/v1/sessions',
      { phone: PHONE, code: '123456', role: 'operator' },
      400,
      problem('invalid_request', ['/role', 'unknown_field']),
    ],
    ['/v1/sessions', { phone: PHONE, code: '123456' }, 400, problem('sms_code_wrong', ['/code', 'sms_code_wrong'])],
    ['/v1/sessions', { externalId: '' }, 400, problem('invalid_request', ['/externalId', 'invalid_field'])],
    ['/v1/sessions', { externalId: 'a b' }, 400, problem('invalid_request', ['/externalId', 'invalid_field'])],
    ['/v1/sessions', { externalId: '用户' }, 400, problem('invalid_request', ['/externalId', 'invalid_field'])],
    [
      '/v1/sessions',
      { externalId: 'x'.repeat(129) },
      400,
      problem('invalid_request', ['/externalId', 'invalid_field']),
    ],
    [
      '/v1/sessions',
      { externalId: 'user-7', admin: true },
      400,
      problem('invalid_request', ['/admin', 'unknown_field']),
    ],
    ['/v1/sessions', { externalId: 'user-7' }, 401, problem('unauthenticated')],
  ] as const)('%s with %j', async (path, body, status, expected) => {
    const { ask, faults } = service()
    const reply = await ask(path === signInRoute.path ? signInRoute : smsCodeRoute, { body })
    expect([reply.status, reply.body]).toMatchObject([status, expected])
    expect(faults).toEqual([])
  })

  it.each([
    [{}, '/name', 'invalid_field'],
    [{ name: '  ' }, '/name', 'invalid_field'],
    [{ name: 'x'.repeat(51) }, '/name', 'invalid_field'],
    [{ name: 'a\u0000b' }, '/name', 'invalid_field'],
    [{ name: '\ud800' }, '/name', 'invalid_field'],
    [{ name: 'cron', limit: 99 }, '/limit', 'unknown_field'],
    ['{"name":"cron","__proto__":{"x":1}}', '/__proto__', 'unknown_field'],
  ])('a message token with %j', async (body, pointer, code) => {
    const { at, ask } = service()
    const { token } = await signedInAs(at)
    const reply = await ask(tokenCreateRoute, { headers: bearing(token), body })
    expect([reply.status, reply.body]).toMatchObject([400, problem('invalid_request', [pointer, code])])
  })

  it('take a name of fifty characters of four bytes each', async () => {
    const { at, ask } = service()
    const { token } = await signedInAs(at)
    expect((await ask(tokenCreateRoute, { headers: bearing(token), body: { name: '𠮷'.repeat(50) } })).status).toBe(201)
  })

  it('answer in the language that was asked for', async () => {
    const { ask } = service()
    const english = await ask(accountRoute, { headers: { 'accept-language': 'en-GB' } })
    expect(english.body).toMatchObject({ code: 'unauthenticated', detail: 'Sign in first.' })
    expect((await ask(accountRoute)).body).toMatchObject({ detail: '请先登录。' })
  })
})

describe('the calls of an account over HTTP, attacked', () => {
  it('let a foreign page change nothing with the cookie of a visitor', async () => {
    const { at, ask } = service()
    const { token } = await signedInAs(at)
    const cookies = [`${SESSION_COOKIE}=${token}`]
    for (const [route, body] of [
      [signOutRoute, undefined],
      [tokenCreateRoute, { name: 'x' }],
      [tokenDeleteRoute, undefined],
      [smsCodeRoute, { phone: '15912345678', purpose: 'verify_phone' }],
    ] as const) {
      const reply = await ask(route, { cookies, body, params: { id: 'x' } })
      expect([reply.status, reply.body]).toMatchObject([403, problem('web_header_required')])
    }
    expect((await ask(accountRoute, { cookies })).status).toBe(200)
  })

  it('let a foreign page sign nobody in: a form is not JSON, and without the header there is no cookie', async () => {
    const { at, ask } = service()
    await askCode(at)
    const body = JSON.stringify({ phone: PHONE, code: lastCode(at) })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await ask(signInRoute, { body, headers: { 'content-type': type } })).status).toBe(415)
    }
    expect((await ask(signInRoute, { body })).cookies).toEqual([])
  })

  it('take neither an API key for a session nor a session for an API key', async () => {
    const { at, ask, apiKey } = service()
    const { token } = await signedInAs(at)
    expect((await ask(accountRoute, { headers: bearing(apiKey) })).status).toBe(401)
    expect((await ask(tokenCreateRoute, { headers: bearing(apiKey), body: { name: 'x' } })).status).toBe(401)
    expect((await ask(signInRoute, { headers: bearing(token), body: { externalId: 'user-7' } })).status).toBe(401)
  })

  it('let nobody list or delete the tokens of another account', async () => {
    const { at, ask } = service()
    const mine = await signedInAs(at)
    const theirs = await signedInAs(at, '15912345678')
    const made = await ask(tokenCreateRoute, { headers: bearing(theirs.token), body: { name: 'theirs' } })
    const { id } = z.parse(z.object({ id: z.string() }), made.body)
    expect((await ask(tokenDeleteRoute, { headers: bearing(mine.token), params: { id } })).status).toBe(404)
    expect((await ask(tokensRoute, { headers: bearing(mine.token) })).body).toEqual({ tokens: [] })
  })
})
