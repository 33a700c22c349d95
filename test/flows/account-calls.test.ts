import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { signOutRoute } from '../../functions/account/sign-out.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { tokenCreateRoute, tokenDeleteRoute, tokensRoute } from '../../functions/account/tokens.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { codeFor, signIn } from '../../local/demo/user.ts'
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
    const code = await codeFor(platform, phone, 'sign_in')
    const reply = await platform.call(signInRoute, { body: { phone, code }, headers: web })
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

  it('give nobody a cookie who does not ask as our page does', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const code = await codeFor(platform, phone, 'sign_in')
    const headers = { 'content-type': 'text/plain' }
    expect((await platform.call(signInRoute, { body: { phone, code }, headers })).status).toBe(415)
    expect((await platform.call(signInRoute, { body: { phone, code } })).headers.get('set-cookie')).toBeNull()
  })

  it('tell when the next code may be asked for, and five wrong tries end one', async () => {
    const { platform, engine } = instance
    const { phone } = await instance.person('match')
    const code = await codeFor(platform, phone, 'sign_in')
    const soon = await platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    expect(soon).toMatchObject({ status: 429, problem: { code: 'sms_too_often', retryAt: expect.any(String) } })
    expect(soon.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(soon.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(!soon.ok && soon.problem.retryAt).toSatisfy((at: string) => at <= rfc3339(engine.now() + MINUTE))
    const wrong = code === '000000' ? '000001' : '000000'
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await platform.call(signInRoute, { body: { phone, code: wrong } })).toMatchObject({
        status: 400,
        problem: { code: 'sms_code_wrong', errors: [{ pointer: '/code', code: 'sms_code_wrong' }] },
      })
    expect(await platform.call(signInRoute, { body: { phone, code } })).toMatchObject({
      problem: { code: 'sms_code_spent' },
    })
  })

  it.each([
    { mode: 'blacklisted', status: 422, code: 'sms_rejected' },
    { mode: 'error_500', status: 503, code: 'sms_unavailable' },
  ])('tell what the vendor of text messages made of it: $mode', async ({ mode, status, code }) => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    await platform.must(faultsRoute, { body: { target: 'tencent_sms', mode, times: 1, subject: phone } })
    const asked = await platform.call(smsCodeRoute, { body: { phone, purpose: 'sign_in' } })
    expect(asked).toMatchObject({ ok: false, status, problem: { code } })
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
