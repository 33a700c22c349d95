import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { payRoute as payerRoute, wechatUserRoute } from '../../functions/sandbox/control-channels.route.ts'
import { type User, verificationNow } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { settle } from './settle.ts'
import { submitted } from './way.ts'
import { wechatBrowser } from './wechat-browser.ts'

const TOKEN = 'aB3dE6gH9jK2mN5p'

describe('P4 M6 paying inside WeChat', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ wechat: { domainTokens: [TOKEN] } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const payInWechat = (user: User, orderId: string, openid?: string) =>
    instance.platform.call(payRoute, {
      params: { id: orderId },
      body: { method: 'wechat_jsapi', ...(openid && { openid }) },
      token: user.token,
    })

  const jsapiOf = async (...asked: Parameters<typeof payInWechat>) => {
    const reply = await payInWechat(...asked)
    if (!reply.ok) throw new Error(reply.problem.code)
    return reply.body
  }

  const armed = (mode: string) =>
    instance.platform.must(faultsRoute, { body: { target: 'wechat_authorize', mode, times: 1 } })

  const somebody = async () => wechatBrowser(instance.platform, (await freshSession(instance)).token)

  it('needs to know whose WeChat it is, learns it there and back, and is paid', async () => {
    const { platform } = instance
    const { user, id, orderId } = await submitted(instance, 'match', 'fee')
    const before = await payInWechat(user, orderId)
    expect(before).toMatchObject({ ok: false, status: 400, problem: { code: 'openid_required' } })

    const { openid } = await platform.must(wechatUserRoute, { body: { user: '周' } })
    const browser = wechatBrowser(platform, user.token)
    const way = await browser.atWechat()
    expect(way).toContain('/v1/wechat/callback?returnPath=%2Fverify%2Fpay&code=')
    expect((await browser.open(way)).to).toBe(`${platform.url}/verify/pay?wechat=done`)

    const paying = await jsapiOf(user, orderId)
    // The page is told a call it can hand on, and not whom it is for.
    expect(JSON.stringify(paying)).not.toContain(openid)
    const named = await payInWechat(user, orderId, openid)
    expect(named).toMatchObject({ ok: false, status: 400, problem: { code: 'openid_not_accepted' } })
    expect(await jsapiOf(user, orderId)).toMatchObject({ outTradeNo: paying.outTradeNo })
    await platform.must(payerRoute, { body: { jsapi: paying.jsapi } })
    await settle(instance.engine)
    expect(await verificationNow(platform, user, id)).toMatchObject({ status: 'verified' })

    const { code = '', state = '' } = Object.fromEntries(new URL(way).searchParams)
    const { appSecret } = JSON.parse(inject('keys').secrets['shiming/sandbox/wechat'] ?? '')
    const logs = await Promise.all(
      (await readdir(instance.engine.logFolder)).map((file) => readFile(join(instance.engine.logFolder, file), 'utf8')),
    )
    for (const secret of [openid, code, state, appSecret]) {
      expect(secret.length).toBeGreaterThan(20)
      for (const log of logs) expect(log).not.toContain(secret)
    }
  })

  it('is led back the same way twice, once and together, also by a phone that does so by itself', async () => {
    const browser = await somebody()
    const way = await browser.atWechat('/orders')
    const ends = await Promise.all([browser.open(way), browser.open(way)])
    ends.push(await browser.open(way))
    expect(ends.map(({ to }) => to)).toEqual(Array(3).fill(`${instance.platform.url}/orders?wechat=done`))

    await armed('double_redirect')
    const left = await browser.leave()
    const { html } = await browser.open('url' in left ? left.url : '')
    const [, first = ''] = /<img src="([^"]+)"/.exec(html) ?? []
    const [, second = ''] = /content="1;url=([^"]+)"/.exec(html) ?? []
    expect(second).toBe(first)
    const address = first.replaceAll('&#38;', '&')
    expect((await browser.open(address)).to).toContain('wechat=done')
    expect((await browser.open(address)).to).toContain('wechat=done')
  })

  it.each([
    ['snapshot_user', 'snapshot_user'],
    ['used_code', 'try_again'],
    ['denied', 'denied'],
  ])('goes back to the page with a reason: %s is %s, and the next try works', async (mode, end) => {
    const browser = await somebody()
    await armed(mode)
    expect(await browser.authorize()).toBe(`/verify/pay?wechat=${end}`)
    expect(await browser.authorize()).toBe('/verify/pay?wechat=done')
  })

  it('takes a link that was passed on for nothing, in another session and in another browser', async () => {
    const way = await (await somebody()).atWechat()
    const shared = `${way}&from=singlemessage&isappinstalled=0`
    expect((await (await somebody()).open(shared)).to).toContain('/verify/pay?wechat=expired')
    expect((await wechatBrowser(instance.platform, undefined).open(shared)).to).toContain('?wechat=signed_out')
  })

  it('takes no code of an authorization that was begun too long ago', async () => {
    const browser = await somebody()
    const way = await browser.atWechat()
    await instance.platform.pass('10m')
    expect((await browser.open(way)).to).toContain('?wechat=expired')
  })

  it('serves WeChat the file it looks for, and no other', async () => {
    const asked = async (path: string, method = 'GET') => {
      const response = await fetch(`${instance.platform.url}${path}`, { method })
      return [response.status, await response.text(), response.headers.get('content-type')]
    }
    const text = 'text/plain; charset=utf-8'
    expect(await asked(`/MP_verify_${TOKEN}.txt`)).toEqual([200, TOKEN, text])
    expect((await asked('/MP_verify_other.txt'))[0]).toBe(404)
    expect((await asked(`/MP_verify_${TOKEN}.txt`, 'POST'))[0]).toBe(404)
  })
})
