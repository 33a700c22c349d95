import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  bindWechatRoute,
  getWechatBindingRoute,
  unbindWechatRoute,
} from '../../functions/account/wechat-binding.route.ts'
import { waysRoute } from '../../functions/account/wechat-sign-in.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { wechatUserRoute } from '../../functions/sandbox/control-channels.route.ts'
import { journeys, travel } from '../../local/demo/journeys.ts'
import { credentialsFor, signIn, type User } from '../../local/demo/user.ts'
import {
  codeAt,
  comeBack,
  joinByPhone,
  leaveToBind,
  leaveToSignIn,
  ownPhone,
  scanAs,
  type Visitor,
  visitByScan,
  visitInside,
  visitorAt,
} from '../../local/demo/wechat-visitor.ts'
import { type Instance, startInstance } from './instance.ts'

describe('W1 signing in by WeChat', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const site = () => instance.platform.url
  const browser = (token?: string): Visitor => visitorAt(site(), token)

  /** Who a browser is signed in as. */
  const accountOf = async (visitor: Visitor): Promise<string | undefined> => {
    const { status, text } = await visitor.open('/v1/account')
    return status === 200 ? JSON.parse(text).id : undefined
  }

  const lettersOf = async (token: string): Promise<string[]> =>
    (await instance.platform.must(inboxRoute, { token })).messages.map(({ title }) => title.replace(/ .*/, ''))

  /** Somebody with a phone whom WeChat is bound to. */
  const bound = async (name: string): Promise<User & { visitor: Visitor }> => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const visitor = browser()
    await visitByScan(visitor, site(), name)
    const { account } = await joinByPhone(visitor, platform, phone)
    await platform.pass('2m')
    return { phone, accountId: account.id, token: visitor.session() ?? '', visitor }
  }

  const armed = (target: 'wechat_authorize' | 'wechat_token', mode: string) =>
    instance.platform.must(faultsRoute, { body: { target, mode, times: 1 } })

  it('on a desktop: a code is scanned and confirmed on the phone; an unknown one proves a phone and is known from then on', async () => {
    const { platform } = instance
    expect((await platform.must(waysRoute)).ways).toEqual(['website', 'in_wechat'])
    const { phone } = await instance.person('match')
    const before = await signIn(platform, phone)
    await platform.pass('2m')

    const first = browser()
    expect(await visitByScan(first, site(), '周一')).toBe('/sign-in?wechat=unknown&to=%2Fverify')
    expect(await accountOf(first)).toBeUndefined()
    expect(await joinByPhone(first, platform, phone)).toEqual({
      account: { id: before.accountId },
      wechat: 'bound',
    })
    expect(await accountOf(first)).toBe(before.accountId)
    expect(await lettersOf(before.token)).toEqual(['您的账号已绑定微信'])

    const second = browser()
    expect(await visitByScan(second, site(), '周一')).toBe('/verify')
    expect(await accountOf(second)).toBe(before.accountId)
    const listed = async () => JSON.parse((await second.open('/v1/sessions')).text)
    const sessionsBefore = await listed()
    expect(sessionsBefore.sessions[0]).toMatchObject({ by: 'wechat', current: true })
    expect(await visitByScan(second, site(), '周一')).toBe('/verify')
    expect((await listed()).total).toBe(sessionsBefore.total)
  })

  it('is worth nothing to whoever has the code alone, or another browser’s way back', async () => {
    await bound('吴')
    const mine = browser()
    const { page, uuid } = await codeAt(mine, await leaveToSignIn(mine, 'website'))
    await scanAs(site(), uuid, '吴')
    const stranger = browser()
    expect(await comeBack(stranger, site(), page)).toBe('/sign-in?wechat=expired')
    expect(await accountOf(stranger)).toBeUndefined()
    expect(await comeBack(mine, site(), page)).toBe('/verify')
  })

  it('comes back twice as the same session, together and one after the other', async () => {
    const { accountId } = await bound('郑')
    const visitor = browser()
    const { page, uuid } = await codeAt(visitor, await leaveToSignIn(visitor, 'website'))
    await scanAs(site(), uuid, '郑')
    const { to } = await visitor.open(page)
    const mark = [...visitor.cookies]
    const windows = [1, 2, 3].map(() => {
      const one = browser()
      for (const [name, value] of mark) one.cookies.set(name, value)
      return one
    })
    const ends = await Promise.all(windows.map((one) => one.open(to ?? '')))
    expect(ends.map((one) => one.to)).toEqual(Array(3).fill(`${site()}/verify`))
    expect(new Set(windows.map((one) => one.session())).size).toBe(1)
    expect(await accountOf(windows[0] ?? visitor)).toBe(accountId)
  })

  it('is refused on the phone, expires at WeChat, is fetched anew there, and is over at ours after ten minutes', async () => {
    await bound('王')
    const visitor = browser()
    expect(await visitByScan(visitor, site(), undefined)).toBe('/sign-in?wechat=denied&to=%2Fverify')

    const { page, uuid } = await codeAt(visitor, await leaveToSignIn(visitor, 'website'))
    await instance.platform.pass('3m')
    expect(await scanAs(site(), uuid, '王')).toContain('已过期')
    const expired = await visitor.open(page)
    expect([expired.to, expired.text.includes('二维码已过期')]).toEqual([null, true])
    const anew = /href="([^"]*qrconnect[^"]*)"/.exec(expired.text)?.[1]?.replaceAll('&#38;', '&') ?? ''
    const again = await codeAt(visitor, new URL(anew, site()).href)
    await scanAs(site(), again.uuid, '王')
    expect(await comeBack(visitor, site(), again.page)).toBe('/verify')

    const late = browser()
    const slow = await codeAt(late, await leaveToSignIn(late, 'website'))
    await scanAs(site(), slow.uuid, '王')
    await instance.platform.pass('10m')
    expect(await comeBack(late, site(), slow.page)).toBe('/sign-in?wechat=expired&to=%2Fverify')
  })

  it.each([
    ['wechat_authorize', 'used_code', 'try_again'],
    ['wechat_token', 'busy', 'try_again'],
    ['wechat_token', 'high_risk_user', 'barred'],
    ['wechat_token', 'wrong_secret', 'unavailable'],
    ['wechat_token', 'html', 'try_again'],
  ] as const)('goes back with a reason: %s %s is %s, and the next try works', async (target, mode, end) => {
    const { accountId } = await bound(`冯 ${mode}`)
    const visitor = browser()
    await armed(target, mode)
    expect(await visitByScan(visitor, site(), `冯 ${mode}`)).toBe(`/sign-in?wechat=${end}&to=%2Fverify`)
    expect(await visitByScan(visitor, site(), `冯 ${mode}`)).toBe('/verify')
    expect(await accountOf(visitor)).toBe(accountId)
  })

  it('inside WeChat asks nothing: signs in whoever is known, and no snapshot', async () => {
    const { platform } = instance
    const { accountId, phone } = await bound('陈')
    await platform.must(wechatUserRoute, { body: { user: '陈' } })
    const visitor = browser()
    await armed('wechat_authorize', 'snapshot_user')
    expect(await visitInside(visitor, site())).toBe('/sign-in?wechat=snapshot_user&to=%2Fverify')
    // A service account is told another number than a website app.
    expect(await visitInside(visitor, site())).toBe('/sign-in?wechat=unknown&to=%2Fverify')
    expect(await joinByPhone(visitor, platform, phone)).toMatchObject({ account: { id: accountId }, wechat: 'bound' })
    const other = browser()
    expect(await visitInside(other, site())).toBe('/verify')
    expect(await accountOf(other)).toBe(accountId)
  })

  it('inside WeChat knows who follows the service account by the number of both apps', async () => {
    const { accountId } = await bound('褚')
    await instance.platform.must(wechatUserRoute, { body: { user: '褚' } })
    await armed('wechat_token', 'follower')
    const visitor = browser()
    expect(await visitInside(visitor, site())).toBe('/verify')
    expect(await accountOf(visitor)).toBe(accountId)
  })

  it('takes the place of no other account', async () => {
    await bound('卫')
    const { phone } = await instance.person('match')
    const { token, accountId } = await signIn(instance.platform, phone)
    const visitor = browser(token)
    expect(await visitByScan(visitor, site(), '卫')).toBe('/sign-in?wechat=another_account&to=%2Fverify')
    expect(await accountOf(visitor)).toBe(accountId)
  })

  it('is bound and unbound by a code to the own number, told by letters and events, and ends what it opened', async () => {
    const { platform } = instance
    const { phone } = await instance.person('match')
    const { token, accountId } = await signIn(platform, phone)
    await platform.pass('2m')
    const visitor = browser(token)
    const url = await leaveToBind(visitor, await ownPhone(platform, token, phone))
    const { page, uuid } = await codeAt(visitor, url)
    await scanAs(site(), uuid, '蒋')
    expect(await comeBack(visitor, site(), page)).toBe('/wechat?wechat=bound')
    expect(await platform.must(getWechatBindingRoute, { token })).toMatchObject({
      bound: { since: expect.any(String) },
      proof: { idLastFour: false },
    })
    const elsewhere = browser()
    await visitByScan(elsewhere, site(), '蒋')
    expect(await accountOf(elsewhere)).toBe(accountId)

    await platform.pass('2m')
    const proof = await ownPhone(platform, token, phone)
    const wrong = { ...proof, smsCode: proof.smsCode === '000000' ? '000001' : '000000' }
    expect(await platform.call(unbindWechatRoute, { token, body: wrong })).toMatchObject({
      ...{ status: 400, problem: { code: 'sms_code_wrong', errors: [{ pointer: '/smsCode' }] } },
    })
    expect((await platform.call(unbindWechatRoute, { token, body: proof })).status).toBe(204)
    expect(await accountOf(elsewhere)).toBeUndefined()
    expect(await accountOf(visitor)).toBe(accountId)
    expect(await visitByScan(elsewhere, site(), '蒋')).toContain('wechat=unknown')
    expect(await lettersOf(token)).toEqual(['您的账号已解除微信绑定', '您的账号已绑定微信'])
  })

  it('two browsers that bind one WeChat user to two accounts at once: one account has them, both are signed in', async () => {
    const { platform } = instance
    const phones = [(await instance.person('match')).phone, (await instance.person('match')).phone]
    const visitors = phones.map(() => browser())
    for (const visitor of visitors) await visitByScan(visitor, site(), '秦')
    const joined = await Promise.all(visitors.map((one, at) => joinByPhone(one, platform, phones[at] ?? '')))
    expect(joined.map(({ wechat }) => wechat).toSorted()).toEqual(['bound', 'bound_elsewhere'])
    const owner = joined.find(({ wechat }) => wechat === 'bound')?.account.id
    for (const [at, visitor] of visitors.entries()) expect(await accountOf(visitor)).toBe(joined[at]?.account.id)
    const later = browser()
    expect(await visitByScan(later, site(), '秦')).toBe('/verify')
    expect(await accountOf(later)).toBe(owner)
  })

  it('unbinding against signing in: afterwards nobody is in by WeChat, whoever came first', async () => {
    const { platform } = instance
    const { phone, token } = await bound('尤')
    const visitors = [1, 2, 3].map(() => browser())
    const ways = await Promise.all(
      visitors.map(async (visitor) => {
        const { page, uuid } = await codeAt(visitor, await leaveToSignIn(visitor, 'website'))
        await scanAs(site(), uuid, '尤')
        return (await visitor.open(page)).to ?? ''
      }),
    )
    const proof = await ownPhone(platform, token, phone)
    const [unbound, ...ends] = await Promise.all([
      platform.call(unbindWechatRoute, { token, body: proof }),
      ...visitors.map((visitor, at) => visitor.open(ways[at] ?? '')),
    ])
    expect(unbound.status).toBe(204)
    for (const { to } of ends) expect(to).toMatch(/\/verify$|wechat=unknown/)
    for (const visitor of visitors) expect(await accountOf(visitor)).toBeUndefined()
  })

  it('wants the last four of the ID number of a verified account too', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const [journey] = journeys
    if (!journey) throw new Error('there is no journey')
    await travel({ platform, step: () => undefined }, journey, person)
    await platform.pass('2m')
    const { token } = await signIn(platform, person.phone)
    const { proof } = await platform.must(getWechatBindingRoute, { token })
    expect(proof).toMatchObject({ idLastFour: true })
    await platform.pass('2m')
    const typed = { way: 'website', ...(await ownPhone(platform, token, person.phone)) }
    const asked = async (idLastFour?: string) =>
      platform.call(bindWechatRoute, { token, body: { ...typed, ...(idLastFour && { idLastFour }) } })
    expect(await asked()).toMatchObject({ status: 400, problem: { code: 'step_up_last_four_required' } })
    const wrong = person.idNumber.endsWith('0000') ? '0001' : '0000'
    expect(await asked(wrong)).toMatchObject({ status: 403, problem: { code: 'id_last_four_wrong' } })
    expect((await asked(person.idNumber.slice(-4))).status).toBe(201)

    // So long that the number may be somebody else's.
    await platform.pass('91d')
    const visitor = browser()
    await visitByScan(visitor, site(), '韩')
    const typedNow = await credentialsFor(platform, person.phone)
    const joins = (more: object) => visitor.open('/v1/wechat/joins', { json: { ...typedNow, ...more } })
    expect((await joins({})).text).toContain('id_last_four_required')
    expect((await joins({ idLastFour: person.idNumber.slice(-4) })).text).toContain('"wechat":"bound"')
  })

  it('leaves no number, code, state, mark or secret of WeChat in a log', async () => {
    const { platform } = instance
    const { openid } = await platform.must(wechatUserRoute, { body: { user: '沈' } })
    const visitor = browser()
    const url = await leaveToSignIn(visitor, 'in_wechat')
    const state = new URL(url).searchParams.get('state') ?? ''
    const { to } = await visitor.open(url)
    const code = new URL(to ?? '').searchParams.get('code') ?? ''
    await visitor.open(to ?? '')
    const { appSecret } = JSON.parse(inject('keys').secrets['shiming/sandbox/wechat-website'] ?? '')
    const { logFolder } = instance.engine
    const logs = await Promise.all((await readdir(logFolder)).map((file) => readFile(join(logFolder, file), 'utf8')))
    for (const secret of [openid, state, code, appSecret, ...visitor.cookies.values()]) {
      expect(secret.length).toBeGreaterThan(20)
      for (const log of logs) expect(log).not.toContain(secret)
    }
  })
})
