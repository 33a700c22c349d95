import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtLinkRoute, redeemLinkRoute } from '../../functions/account/enter.route.ts'
import { sessionLinkRoute } from '../../functions/account/session-link.route.ts'
import { returnUrlRoute, sessionsRoute } from '../../functions/account/sessions.route.ts'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { codeToScan, scan, submit } from '../../local/demo/user.ts'
import { SESSION_COOKIE } from '../../shared/http/request.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const WEB = { 'x-shiming-web': '1' }
const BACK = 'http://localhost:5173/back?state=1'

/** The cookie of an answer as a browser sends it back. */
const cookieIn = (headers: Headers): Record<string, string> => {
  const [set = ''] = headers.getSetCookie()
  return { ...WEB, cookie: set.replace(/;.*/, '') }
}

describe('links into the page', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const link = async (externalId: string, returnUrl?: string): Promise<string> => {
    const body = { externalId, ...(returnUrl && { returnUrl }) }
    const made = await instance.platform.must(sessionLinkRoute, { body, token: instance.platformKey })
    expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(0)
    return new URL(made.url).hash.slice(1)
  }

  it('are looked at without being spent, redeemed into a cookie once, and lead back', async () => {
    const { platform } = instance
    const token = await link('user-4711', BACK)
    const seen = { platform: { name: '示例平台（沙箱）' }, account: { externalId: 'us***11', name: null } }
    for (const headers of [WEB, {}])
      expect(await platform.must(lookAtLinkRoute, { body: { token }, headers })).toMatchObject({
        ...seen,
        signedInAs: 'nobody',
      })
    const opened = await platform.call(redeemLinkRoute, { body: { token }, headers: WEB })
    expect(opened).toMatchObject({ status: 201, body: { account: { externalId: 'user-4711' }, returnUrl: BACK } })
    expect(opened.ok && opened.body.token).toBeUndefined()
    const [set] = opened.headers.getSetCookie()
    expect(set).toMatch(
      new RegExp(`^${SESSION_COOKIE}=[^;]+; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax$`),
    )
    const headers = cookieIn(opened.headers)
    const returnTo = { name: '示例平台（沙箱）', url: BACK }
    expect(await platform.must(accountRoute, { headers })).toMatchObject({ externalId: 'user-4711', returnTo })
    const { sessions } = await platform.must(sessionsRoute, { headers })
    expect(sessions.map(({ by, current }) => [by, current])).toEqual([['link', true]])
    for (const route of [lookAtLinkRoute, redeemLinkRoute]) {
      const again = await platform.call(route, { body: { token }, headers })
      expect(again).toMatchObject({ status: 410, problem: { code: 'session_link_spent' } })
    }
    const dump = JSON.stringify(await instance.engine.dumps.tables())
    expect(dump).not.toContain(token)
  })

  it('replace the cookie of another account only if asked, and then end that session', async () => {
    const { platform } = instance
    const first = await platform.call(redeemLinkRoute, { body: { token: await link('user-1') }, headers: WEB })
    const headers = cookieIn(first.headers)
    const token = await link('user-2')
    expect(await platform.must(lookAtLinkRoute, { body: { token }, headers })).toMatchObject({
      signedInAs: 'another_account',
    })
    const kept = await platform.call(redeemLinkRoute, { body: { token }, headers })
    expect(kept).toMatchObject({ status: 409, problem: { code: 'signed_in_as_another' } })
    expect(kept.headers.getSetCookie()).toEqual([])
    const { cookie = '' } = headers
    expect(await platform.call(redeemLinkRoute, { body: { token, replace: true }, headers: { cookie } })).toMatchObject(
      {
        problem: { code: 'web_header_required' },
      },
    )
    const moved = await platform.call(redeemLinkRoute, { body: { token, replace: true }, headers })
    expect(await platform.must(accountRoute, { headers: cookieIn(moved.headers) })).toMatchObject({
      externalId: 'user-2',
    })
    expect((await platform.call(accountRoute, { headers })).status).toBe(401)
  })

  it('give a token to whoever is no web page, for the account the platform signs in itself', async () => {
    const { platform, platformKey } = instance
    const own = await platform.must(signInRoute, { body: { externalId: 'user-3' }, token: platformKey })
    const { token, account } = await platform.must(redeemLinkRoute, { body: { token: await link('user-3') } })
    expect(account.id).toBe(own.account.id)
    expect(await platform.must(accountRoute, { token })).toMatchObject({ id: account.id })
  })

  it('show whom an account is verified as, masked, so that nobody takes a stranger for themselves', async () => {
    const { platform, platformKey } = instance
    const person = await instance.person('match')
    const { token = '', account: own } = await platform.must(signInRoute, {
      body: { externalId: 'user-7' },
      token: platformKey,
    })
    const user = { token, accountId: own.id, phone: person.phone }
    const { order } = await submit(platform, user, person, 'fee')
    await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
    await platform.pass('1m')
    const { account } = await platform.must(lookAtLinkRoute, { body: { token: await link('user-7') } })
    expect(account).toEqual({ externalId: 'u***7', name: expect.stringMatching(/^\*+.$/u) })
  })

  it('are over after ten minutes, and only the platform makes them, for addresses it may lead back to', async () => {
    const { platform, platformKey } = instance
    const token = await link('user-5')
    await platform.pass('10m')
    expect((await platform.call(redeemLinkRoute, { body: { token } })).status).toBe(410)
    const body = { externalId: 'user-5', returnUrl: 'https://evil.example/' }
    expect(await platform.call(sessionLinkRoute, { body, token: platformKey })).toMatchObject({
      status: 400,
      problem: { code: 'invalid_return_url', errors: [{ pointer: '/returnUrl' }] },
    })
    expect((await platform.call(sessionLinkRoute, { body: { externalId: 'user-5' } })).status).toBe(401)
  })

  it('are not the only way to say where the page leads back to, and no other address gets through', async () => {
    const { platform } = instance
    const { headers } = await platform.call(redeemLinkRoute, { body: { token: await link('user-8') }, headers: WEB })
    const user = cookieIn(headers)
    const returnUrl = 'http://127.0.0.1:8080/comments/7'
    expect(await platform.must(accountRoute, { headers: user })).toMatchObject({ returnTo: null })
    await platform.must(returnUrlRoute, { body: { returnUrl }, headers: user })
    for (const [body, sent, code] of [
      [{ returnUrl: 'https://evil.example/' }, user, 'invalid_return_url'],
      [{ returnUrl }, { cookie: user.cookie ?? '' }, 'web_header_required'],
      [{ returnUrl }, WEB, 'unauthenticated'],
    ] as const)
      expect(await platform.call(returnUrlRoute, { body, headers: sent })).toMatchObject({ problem: { code } })
    expect(await platform.must(accountRoute, { headers: user })).toMatchObject({ returnTo: { url: returnUrl } })
  })

  it('are let in one of many at once', async () => {
    const { platform } = instance
    const token = await link('user-6')
    const calls = Array.from({ length: 6 }, () => platform.call(redeemLinkRoute, { body: { token } }))
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => ![201, 409, 410].includes(status))).toEqual([])
  })
})
