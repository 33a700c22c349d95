import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  sessionEndRoute,
  sessionsRoute,
  signOutEverywhereRoute,
  signOutRoute,
} from '../../functions/account/sessions.route.ts'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { tokenCreateRoute, tokenDeleteRoute, tokensRoute } from '../../functions/account/tokens.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { credentialsFor, signIn } from '../../local/demo/user.ts'
import { SESSION_COOKIE } from '../../shared/http/request.ts'
import { MINUTE, rfc3339 } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { sharedInstance } from './shared-instance.ts'

const web = { 'x-shiming-web': '1' }

describe('the calls of an account', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('from a code to a session, a token, and out again', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const { token } = await signIn(platform, phone)
    expect(await platform.must(accountRoute, { token })).toMatchObject({ externalId: null })
    const { id, ...made } = await platform.must(tokenCreateRoute, { token, body: { name: ' cron ' } })
    expect(made).toMatchObject({ name: 'cron', token: expect.stringMatching(/^[0-9a-z]{32}$/) })
    const { createdAt } = made
    expect(await platform.must(tokensRoute, { token })).toEqual({ tokens: [{ id, name: 'cron', createdAt }] })
    expect((await platform.call(tokenDeleteRoute, { token, params: { id } })).status).toBe(204)
    expect((await platform.call(tokenDeleteRoute, { token, params: { id } })).status).toBe(404)
    expect((await platform.call(signOutRoute, { token })).status).toBe(204)
    expect((await platform.call(signOutRoute, { token })).status).toBe(204)
    expect((await platform.call(accountRoute, { token })).status).toBe(401)
  })

  it('keep the tokens of an account from everybody else', async () => {
    const { platform } = instance
    const [mine, theirs] = [await freshSession(instance), await freshSession(instance)]
    const { id } = await platform.must(tokenCreateRoute, { token: theirs.token, body: { name: 'theirs' } })
    expect((await platform.call(tokenDeleteRoute, { token: mine.token, params: { id } })).status).toBe(404)
    expect(await platform.must(tokensRoute, { token: mine.token })).toEqual({ tokens: [] })
  })

  it("open a session for the platform's user, whose number nobody knows", async () => {
    const { platform, platformKey } = instance
    const opened = await platform.must(signInRoute, { body: { externalId: 'user-7' }, token: platformKey })
    expect(opened.account).toMatchObject({ externalId: 'user-7' })
    expect(await platform.must(accountRoute, { token: opened.token })).toMatchObject({
      id: opened.account.id,
      externalId: 'user-7',
      phone: null,
    })
  })

  it('put the token of a web page into a cookie: unreadable for scripts, useless for other sites', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const body = await credentialsFor(platform, phone)
    const reply = await platform.call(signInRoute, { body, headers: web })
    expect(reply).toMatchObject({ ok: true, body: { account: { id: expect.any(String) } } })
    expect(JSON.stringify(reply)).not.toContain('token')
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(
      new RegExp(`^${SESSION_COOKIE}=[\\w.-]+; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax$`),
    )
    const headers = { cookie: cookie.split(';')[0] ?? '' }
    expect((await platform.call(accountRoute, { headers })).ok).toBe(true)
    const proving = { body: { phone: (await instance.person('match')).phone, purpose: 'verify_phone' } }
    expect((await platform.call(smsCodeRoute, { ...proving, headers: { ...headers, ...web } })).status).toBe(202)
    expect(await platform.call(signOutRoute, { headers })).toMatchObject({ status: 403 })
    const out = await platform.call(signOutRoute, { headers: { ...headers, ...web } })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toBe(`${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`)
    expect((await platform.call(accountRoute, { headers })).status).toBe(401)
  })

  it('list where an account is signed in, and sign out elsewhere and everywhere', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const lost = await platform.must(signInRoute, {
      body: await credentialsFor(platform, phone),
      headers: { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)' },
    })
    await platform.pass('61s')
    const { token } = await signIn(platform, phone)
    const { total, sessions } = await platform.must(sessionsRoute, { token })
    expect(total).toBe(2)
    expect(sessions.map(({ current, by, device }) => [current, by, device])).toEqual([
      [true, 'sms_code', null],
      [false, 'sms_code', 'iphone'],
    ])
    const params = { id: sessions[1]?.id ?? '' }
    expect((await platform.call(sessionEndRoute, { token, params })).status).toBe(204)
    expect((await platform.call(sessionEndRoute, { token, params })).status).toBe(404)
    expect((await platform.call(accountRoute, { token: lost.token })).status).toBe(401)
    const kept = await platform.call(signOutEverywhereRoute, { token, query: { keep: 'current' } })
    expect([kept.status, kept.headers.get('set-cookie')]).toEqual([204, null])
    expect((await platform.call(accountRoute, { token })).ok).toBe(true)
    const out = await platform.call(signOutEverywhereRoute, { token })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await platform.call(accountRoute, { token })).status).toBe(401)
  })

  it('ask for a proof of work where a number was asked for often', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    for (let sent = 0; sent < 2; sent += 1) {
      await credentialsFor(platform, phone)
      await platform.pass('61s')
    }
    const body = { phone, purpose: 'sign_in' }
    expect(await platform.call(smsCodeRoute, { body })).toMatchObject({
      status: 403,
      problem: { code: 'challenge_required', bits: 16, challenge: expect.any(String) },
    })
    expect((await signIn(platform, phone)).token).toEqual(expect.any(String))
  })

  it('give nobody a cookie who does not ask as our page does', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const body = await credentialsFor(platform, phone)
    const headers = { 'content-type': 'text/plain' }
    expect((await platform.call(signInRoute, { body, headers })).status).toBe(415)
    expect((await platform.call(signInRoute, { body })).headers.get('set-cookie')).toBeNull()
  })

  it('tell when the next code may be asked for, and five wrong tries end one', async () => {
    const { platform, engine } = instance
    const { phone } = await instance.person('match')
    const body = await credentialsFor(platform, phone)
    const soon = await platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    expect(soon).toMatchObject({ status: 429, problem: { code: 'sms_too_often', retryAt: expect.any(String) } })
    expect(soon.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(soon.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(!soon.ok && soon.problem.retryAt).toSatisfy((at: string) => at <= rfc3339(engine.now() + MINUTE))
    const wrong = body.code === '000000' ? '000001' : '000000'
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await platform.call(signInRoute, { body: { ...body, code: wrong } })).toMatchObject({
        status: 400,
        problem: { code: 'sms_code_wrong', errors: [{ pointer: '/code', code: 'sms_code_wrong' }] },
      })
    expect(await platform.call(signInRoute, { body })).toMatchObject({
      problem: { code: 'sms_code_spent' },
    })
  })

  it.each([
    { mode: 'blacklisted', status: 422, code: 'sms_rejected' },
    { mode: 'request_limit', status: 503, code: 'sms_unavailable' },
  ])('tell what the vendor of text messages made of it: $mode', async ({ mode, status, code }) => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    await platform.must(faultsRoute, { body: { target: 'tencent_sms', mode, times: 1, subject: phone } })
    const asked = await platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    expect(asked).toMatchObject({ ok: false, status, problem: { code } })
  })

  it('answer in the language that is wanted most, and say which', async () => {
    const headers = { 'accept-language': 'zh;q=0.2, en;q=0.8' }
    const english = await instance.platform.call(accountRoute, { headers })
    expect([english.headers.get('content-language'), english.headers.get('vary')]).toEqual(['en', 'accept-language'])
    expect(!english.ok && english.problem.detail).toMatch(/^[ -~]+$/)
    expect((await instance.platform.call(accountRoute)).headers.get('content-language')).toBe('zh')
  })

  it('say in their own form that an address is none, or has another method', async () => {
    const { url } = instance.platform
    const asked = async (method: string, path: string) => {
      const response = await fetch(`${url}${path}`, { method, headers: { 'accept-language': 'en' } })
      const { code = '' } = (await response.json()) as { code?: string }
      return [response.status, response.headers.get('content-type'), response.headers.get('allow'), code]
    }
    const form = 'application/problem+json'
    expect(await asked('GET', '/v1/nothing')).toEqual([404, form, null, 'route_unknown'])
    expect(await asked('GET', '/v1/account/')).toEqual([404, form, null, 'route_unknown'])
    expect(await asked('POST', '/v1/account')).toEqual([405, form, 'GET', 'method_not_allowed'])
    // The same behind a door of the gateway, whichever function is behind it.
    for (const path of ['/v1/operator/reviews/a/b/c', '/v1/businesses/', '/sandbox/nothing', '/sandbox/wechat/nothing'])
      expect([path, ...(await asked('GET', path))]).toEqual([path, 404, form, null, 'route_unknown'])
    expect(await asked('DELETE', '/v1/operator/reviews/next')).toEqual([405, form, 'GET, POST', 'method_not_allowed'])
    expect(await asked('GET', '/sandbox/wechat/user')).toEqual([405, form, 'PUT', 'method_not_allowed'])
    const behind = await fetch(`${url}/sandbox/people`, { method: 'HEAD' })
    expect([behind.status, behind.headers.get('allow')]).toEqual([405, 'GET'])
    expect(await asked('OPTIONS', '/v1/webhook-endpoints/1/recover')).toEqual([405, form, 'POST', 'method_not_allowed'])
    const head = await fetch(`${url}/v1/account`, { method: 'HEAD' })
    expect([head.status, head.headers.get('allow')]).toEqual([405, 'GET'])
    expect(await asked('OPTIONS', '/v1/orders/1/payments')).toEqual([405, form, 'POST', 'method_not_allowed'])
  })

  it('show whoever looks at the address what it is, and tell programs that it is none', async () => {
    const { url } = instance.platform
    const page = await fetch(url, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('data-stage="sandbox"')
    expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('')
    const program = await fetch(url, { headers: { accept: 'application/json' } })
    expect([program.status, program.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  })

  it('refuse a number that is none, by its field', async () => {
    const body = { phone: '123', purpose: 'sign_in' }
    expect(await instance.platform.call(smsCodeRoute, { body })).toMatchObject({
      status: 400,
      problem: { code: 'invalid_phone', errors: [{ pointer: '/phone', code: 'invalid_phone' }] },
    })
  })

  it('answer in the language that was asked for', async () => {
    const { platform } = instance
    const english = await platform.call(accountRoute, { headers: { 'accept-language': 'en-GB' } })
    expect(english).toMatchObject({ problem: { code: 'unauthenticated', detail: 'Sign in first.' } })
    const chinese = await platform.call(accountRoute, { headers: { 'accept-language': 'zh-CN' } })
    expect(chinese).toMatchObject({ problem: { detail: '请先登录。' } })
  })
})
