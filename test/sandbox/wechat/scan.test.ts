import { beforeEach, describe, expect, it } from 'vitest'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { accessToken } from '../../../functions/sandbox/wechat/access-token.ts'
import { readAccount } from '../../../functions/sandbox/wechat/account.ts'
import { authorize } from '../../../functions/sandbox/wechat/authorize.ts'
import { confirm } from '../../../functions/sandbox/wechat/confirm.ts'
import { deskPage, openScan } from '../../../functions/sandbox/wechat/desk.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { makeKeys, stageOf } from '../stage.ts'

const keys = makeKeys()
const SERVICE = { appId: keys.secret.appid, appSecret: '0123456789abcdef0123456789abcdef' }
const WEBSITE = { appId: 'wx0123456789abcdef', appSecret: 'fedcba9876543210fedcba9876543210' }

const worldOf = () => {
  const stage = stageOf(keys)
  return { ...stage, sandbox: { ...stage.sandbox, wechat: readAccount(SERVICE), website: readAccount(WEBSITE) } }
}

let at: ReturnType<typeof worldOf>
beforeEach(() => {
  at = worldOf()
})

const asked = {
  appid: WEBSITE.appId,
  redirect_uri: 'http://127.0.0.1:4000/v1/wechat/sign-in-callback',
  response_type: 'code',
  scope: 'snsapi_login',
  state: 'a1B2',
}

const queryOf = (parameters: Record<string, string>) => String(new URLSearchParams(parameters))

/** A browser comes; answers the number of its code. */
const come = async (): Promise<string> => {
  const { status, headers } = await openScan(at.sandbox, queryOf(asked))
  expect(status).toBe(303)
  return new URL(headers?.location ?? '', 'http://127.0.0.1').searchParams.get('uuid') ?? ''
}

const desk = (uuid: string) => deskPage(at.sandbox, queryOf({ uuid }))

/** What the phone is shown, or what comes of what is pressed there. */
const phone = (uuid: string, form?: Record<string, string>) =>
  confirm(at.sandbox, {
    method: form ? 'POST' : 'GET',
    rawQuery: queryOf({ uuid }),
    rawBody: Buffer.from(queryOf(form ?? {})),
  })

const allowed = async (user = '周') => {
  const uuid = await come()
  await phone(uuid)
  await phone(uuid, { answer: 'allow', user })
  return uuid
}

/** The query that the browser goes back with. */
const backFrom = async (uuid: string) => new URL((await desk(uuid)).headers?.location ?? '').searchParams

const exchanged = async (code: string, { appId, appSecret }: { appId: string; appSecret: string } = WEBSITE) => {
  const query = { appid: appId, secret: appSecret, code, grant_type: 'authorization_code' }
  return JSON.parse((await accessToken(at.sandbox, queryOf(query))).text ?? '')
}

describe('the page of a website app', () => {
  it('shows a code to scan, says that it is pretended, loads itself anew and runs nothing', async () => {
    const uuid = await come()
    const { status, headers, text = '' } = await desk(uuid)
    expect(status).toBe(200)
    expect(headers?.refresh).toBe(`2;url=/sandbox/wechat/connect/qr?uuid=${uuid}`)
    expect(headers?.['content-security-policy']).toContain("default-src 'none'")
    expect(text).toContain(`data-text="http://127.0.0.1:4000/sandbox/wechat/connect/confirm?uuid=${uuid}"`)
    expect(text).toMatch(/模拟微信[\s\S]*pretend WeChat/)
    expect(text).not.toMatch(/<script|style=|\bon\w+=/)
  })

  it.each([
    ['another account', { ...asked, appid: SERVICE.appId }, '10012'],
    ['a domain that is not registered', { ...asked, redirect_uri: 'https://evil.example/' }, '10003'],
    ['the scope of service accounts', { ...asked, scope: 'snsapi_base' }, '10005'],
    ['a state of other characters', { ...asked, state: 'a-b' }, '10002'],
  ])('shows an error with %s', async (_what, parameters, code) => {
    const page = await openScan(at.sandbox, queryOf(parameters))
    expect([page.status, page.headers?.location]).toEqual([200, undefined])
    expect(page.text).toContain(code)
  })

  it('leads back with a code once the phone has confirmed, and not before; asked again, with the same', async () => {
    const uuid = await come()
    expect((await desk(uuid)).text).toContain('请用微信扫描二维码登录')
    expect((await phone(uuid)).text).toMatch(/同意登录[\s\S]*拒绝/)
    expect((await desk(uuid)).text).toContain('已扫描，请在手机上确认登录')
    expect((await phone(uuid, { answer: 'allow', user: '周' })).text).toContain('已同意')
    const back = await backFrom(uuid)
    expect([...back.keys()]).toEqual(['code', 'state'])
    expect(back.get('state')).toBe('a1B2')
    expect((await backFrom(uuid)).get('code')).toBe(back.get('code'))
  })

  it('leads back with the state alone where the phone refuses', async () => {
    const uuid = await come()
    await phone(uuid)
    expect((await phone(uuid, { answer: 'refuse' })).text).toContain('已拒绝')
    expect([...(await backFrom(uuid)).keys()]).toEqual(['state'])
  })

  it('expires after three minutes, scanned or not, and leads to another', async () => {
    const [one, two] = [await come(), await come()]
    await phone(two)
    at.world.now += 3 * MINUTE - 1
    expect((await desk(one)).text).not.toContain('已过期')
    at.world.now += 1
    for (const uuid of [one, two]) {
      const { text = '', headers } = await desk(uuid)
      expect(text).toContain('二维码已过期')
      expect(headers).not.toHaveProperty('refresh')
      expect(text).toContain('/sandbox/wechat/connect/qrconnect?appid=')
      expect((await phone(uuid, { answer: 'allow', user: '周' })).text).toContain('已过期')
    }
  })

  it('is confirmed once, by the phone that scanned it, and by no form of somebody else', async () => {
    const uuid = await come()
    expect((await phone(uuid, { answer: 'allow', user: '周' })).text).toContain('已过期或已用过')
    await phone(uuid)
    expect(await phone(uuid, { answer: 'perhaps' })).toEqual({ status: 400 })
    const both = await Promise.all([phone(uuid, { answer: 'allow', user: '周' }), phone(uuid, { answer: 'refuse' })])
    expect(both.filter(({ text = '' }) => text.includes('已过期或已用过'))).toHaveLength(1)
    expect((await phone(uuid)).text).toContain('已过期或已用过')
    expect((await desk('nobody')).text).toContain('没有这个二维码')
  })

  it('leads back twice, with a used code or without one, where it is told to', async () => {
    await armFault(at.sandbox, 'wechat_authorize', '*', 'double_redirect', 1)
    expect(
      (await desk(await allowed())).text?.match(/sign-in-callback\?code=[0-9a-f]{32}&#38;state=a1B2/g),
    ).toHaveLength(2)
    await armFault(at.sandbox, 'wechat_authorize', '*', 'denied', 1)
    expect((await backFrom(await allowed())).has('code')).toBe(false)
    await armFault(at.sandbox, 'wechat_authorize', '*', 'used_code', 1)
    const used = (await backFrom(await allowed())).get('code') ?? ''
    expect((await exchanged(used)).errcode).toBe(40163)
  })
})

describe('a code of a website app', () => {
  const codeOf = async (user?: string) => (await backFrom(await allowed(user))).get('code') ?? ''

  it('names its user at that app and at all of its owner, each time the same', async () => {
    const first = await exchanged(await codeOf())
    expect(first).toMatchObject({ scope: 'snsapi_login', openid: expect.stringMatching(/^o[\w-]{27}$/) })
    expect(first.unionid).toMatch(/^u[\w-]{27}$/)
    expect(await exchanged(await codeOf())).toMatchObject({ openid: first.openid, unionid: first.unionid })
    const other = await exchanged(await codeOf('吴'))
    expect([other.openid === first.openid, other.unionid === first.unionid]).toEqual([false, false])
  })

  it('is good for ten minutes, and for that app alone', async () => {
    const [one, two, three] = [await codeOf(), await codeOf(), await codeOf()]
    expect((await exchanged(three, SERVICE)).errcode).toBe(40029)
    expect((await exchanged(one, { ...WEBSITE, appSecret: SERVICE.appSecret })).errcode).toBe(40125)
    at.world.now += 10 * MINUTE - 1
    expect((await exchanged(one)).openid).toBeDefined()
    at.world.now += 1
    expect((await exchanged(two)).errcode).toBe(42003)
  })

  it('names the same person by another number at the service account, where followers are known at both', async () => {
    const desktop = await exchanged(await codeOf())
    const silently = async () => {
      const { headers } = await authorize(at.sandbox, {
        method: 'GET',
        rawQuery: queryOf({ ...asked, appid: SERVICE.appId, scope: 'snsapi_base' }),
        rawBody: Buffer.from(''),
        headers: {},
      })
      return exchanged(new URL(headers?.location ?? '').searchParams.get('code') ?? '', SERVICE)
    }
    const inside = await silently()
    expect([inside.openid === desktop.openid, inside.unionid]).toEqual([false, undefined])
    await armFault(at.sandbox, 'wechat_token', '*', 'follower', 1)
    expect((await silently()).unionid).toBe(desktop.unionid)
  })
})
