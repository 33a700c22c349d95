import { beforeEach, describe, expect, it } from 'vitest'
import { handPhone } from '../../../functions/sandbox/control/phone.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { accessToken } from '../../../functions/sandbox/wechat/access-token.ts'
import { readAccount } from '../../../functions/sandbox/wechat/account.ts'
import { authorize } from '../../../functions/sandbox/wechat/authorize.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { valueIn } from '../../kit.ts'
import { makeKeys, stageOf } from '../stage.ts'

const keys = makeKeys()
const ACCOUNT = { appId: keys.secret.appid, appSecret: '0123456789abcdef0123456789abcdef' }

const WEBSITE = { appId: 'wx0123456789abcdef', appSecret: 'fedcba9876543210fedcba9876543210' }

const worldOf = () => {
  const stage = stageOf(keys)
  return { ...stage, sandbox: { ...stage.sandbox, wechat: readAccount(ACCOUNT), website: readAccount(WEBSITE) } }
}

let at: ReturnType<typeof worldOf>
beforeEach(() => {
  at = worldOf()
})

const asked = {
  appid: ACCOUNT.appId,
  redirect_uri: 'http://127.0.0.1:4000/v1/wechat/callback?returnPath=%2Fverify',
  response_type: 'code',
  scope: 'snsapi_base',
  state: 'a1B2',
}

type Visit = { accept?: string; 'user-agent'?: string; form?: Record<string, string> }

/** The page as a program opens it, or a browser; with a form what was pressed there. */
const opened = (parameters: Record<string, string> = asked, { form, ...headers }: Visit = {}) =>
  authorize(at.sandbox, {
    method: form ? 'POST' : 'GET',
    rawQuery: String(new URLSearchParams(parameters)),
    rawBody: Buffer.from(String(new URLSearchParams(form))),
    headers,
  })

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** A code, as the browser brings it back. */
const codeNow = async (): Promise<string> => {
  const { headers } = await opened()
  return new URL(headers?.location ?? '').searchParams.get('code') ?? ''
}

const exchanged = async (code: string, change: Record<string, string> = {}) => {
  const { appId: appid, appSecret: secret } = ACCOUNT
  const query = { appid, secret, code, grant_type: 'authorization_code', ...change }
  const { status, text } = await accessToken(at.sandbox, String(new URLSearchParams(query)))
  return { status, text, json: status === 200 && text?.endsWith('}') ? JSON.parse(text) : undefined }
}

const arm = (target: 'wechat_authorize' | 'wechat_token', mode: string) => armFault(at.sandbox, target, '*', mode, 1)

describe('the authorization page', () => {
  it('sends a program back at once, with a code and its state, and what the address had', async () => {
    const { status, headers } = await opened()
    expect(status).toBe(303)
    const url = new URL(headers?.location ?? '')
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:4000/v1/wechat/callback')
    expect([...url.searchParams.keys()]).toEqual(['returnPath', 'code', 'state'])
    expect(url.searchParams.get('state')).toBe('a1B2')
    expect(url.searchParams.get('code')).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each([
    ['another account', { ...asked, appid: 'wx0000000000000000' }, '10012'],
    ['a domain that is not registered', { ...asked, redirect_uri: 'https://evil.example/' }, '10003'],
    ['another port of it', { ...asked, redirect_uri: 'http://127.0.0.1:4001/' }, '10003'],
    [
      'a script there',
      { ...asked, redirect_uri: `javascript://${new URL(asked.redirect_uri).host}/%0aalert(1)` },
      '10003',
    ],
    ['no address', { ...asked, redirect_uri: 'x' }, '10003'],
    ['a scope that asks the user', { ...asked, scope: 'snsapi_userinfo' }, '10005'],
    ['a state of other characters', { ...asked, state: 'a-b' }, '10002'],
    ['a state that is too long', { ...asked, state: 'a'.repeat(129) }, '10002'],
    ['another order', { state: asked.state, ...Object.fromEntries(Object.entries(asked).slice(0, 4)) }, '10002'],
    ['something missing', { appid: ACCOUNT.appId }, '10002'],
  ])('stays where it is with %s', async (_what, parameters, code) => {
    const page = await opened(parameters)
    expect([page.status, page.headers?.location]).toEqual([200, undefined])
    expect(page.text).toContain(code)
  })

  it('sends a browser back twice where it is told to, by a page that runs nothing', async () => {
    await arm('wechat_authorize', 'double_redirect')
    const { headers, text = '' } = await opened()
    expect(headers?.['content-security-policy']).toContain("default-src 'none'")
    expect(text.match(/callback\?returnPath=%2Fverify&#38;code=[0-9a-f]{32}&#38;state=a1B2/g)).toHaveLength(2)
    expect((await opened()).status).toBe(303)
  })

  it('brings no code where the user does not agree', async () => {
    await arm('wechat_authorize', 'denied')
    expect(await codeNow()).toBe('')
    expect(await codeNow()).not.toBe('')
  })
})

describe('the authorization page, in a browser', () => {
  const pressed = (form: Record<string, string>) => opened(asked, { ...BROWSER, form })
  const broughtBy = async (form: Record<string, string>) =>
    new URL((await pressed(form)).headers?.location ?? '').searchParams

  it('says in both languages what is asked, that it is pretended and asks more than WeChat does, and loads nothing but its looks', async () => {
    const { status, headers, text = '' } = await opened(asked, BROWSER)
    expect([status, headers?.location]).toEqual([200, undefined])
    expect(headers?.['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(text).toMatch(/谁的微信[\s\S]*whose WeChat/)
    expect(text).toMatch(/真正的微信.*直接返回.*goes back at once/)
    expect(text).toMatch(/允许.*Allow[\s\S]*拒绝.*Refuse/)
    expect(text).not.toMatch(/<script|style=|https?:|\bon\w+=/)
  })

  it('leads back with a code of whoever is named, who then holds the phone', async () => {
    const code = (await broughtBy({ answer: 'allow', user: ' 周 ' })).get('code') ?? ''
    const { openid } = (await exchanged(code)).json
    expect(openid).toBe(valueIn(await handPhone(at.sandbox, '周')).openid)
    expect((await opened(asked, BROWSER)).text).toContain('value="周"')
    const again = (await broughtBy({ answer: 'allow', user: '' })).get('code') ?? ''
    expect((await exchanged(again)).json.openid).toBe(openid)
  })

  it('leads back without one where it is refused, and nobody else holds the phone', async () => {
    expect([...(await broughtBy({ answer: 'refuse', user: '周' })).keys()]).toEqual(['returnPath', 'state'])
    expect((await opened(asked, BROWSER)).text).toContain('value="1"')
  })

  it('writes no name as anything but text', async () => {
    await pressed({ answer: 'allow', user: '"><script>' })
    expect((await opened(asked, BROWSER)).text).toContain('value="&#34;&#62;&#60;script&#62;"')
  })

  it('takes no form of somebody else, nor one for an address it would not open', async () => {
    expect(await pressed({ answer: 'perhaps' })).toEqual({ status: 400 })
    const elsewhere = { ...asked, redirect_uri: 'https://evil.example/' }
    expect((await opened(elsewhere, { ...BROWSER, form: { answer: 'allow' } })).text).toContain('10003')
  })

  it('is not shown in WeChat, which asks nothing, unless a tester wants it', async () => {
    const wechat = { ...BROWSER, 'user-agent': 'Mozilla/5.0 (Linux; Android 16) MicroMessenger/8.0.65' }
    expect((await opened(asked, wechat)).status).toBe(303)
    await arm('wechat_authorize', 'asks')
    expect((await opened(asked, wechat)).text).toContain('拒绝')
    await arm('wechat_authorize', 'snapshot_user')
    const { headers } = await opened(asked, { ...wechat, form: { answer: 'allow' } })
    const code = new URL(headers?.location ?? '').searchParams.get('code') ?? ''
    expect((await exchanged(code)).json).not.toHaveProperty('is_snapshotuser')
    expect((await opened(asked, wechat)).status).toBe(303)
  })

  it('goes wrong where it is told to, once it is answered', async () => {
    await arm('wechat_authorize', 'snapshot_user')
    await opened(asked, BROWSER)
    const code = (await broughtBy({ answer: 'allow' })).get('code') ?? ''
    expect((await exchanged(code)).json.is_snapshotuser).toBe(1)
  })
})

describe('the exchange of a code', () => {
  it('names who holds the phone, each time the same, until it is handed on', async () => {
    const first = (await exchanged(await codeNow())).json
    expect(first).toMatchObject({ expires_in: 7200, scope: 'snsapi_base' })
    expect(first.openid).toMatch(/^o[\w-]{27}$/)
    expect((await exchanged(await codeNow())).json.openid).toBe(first.openid)
    const next = valueIn(await handPhone(at.sandbox, '周'))
    expect(next.openid).not.toBe(first.openid)
    expect((await exchanged(await codeNow())).json.openid).toBe(next.openid)
    expect(valueIn(await handPhone(at.sandbox, '吴')).openid).not.toBe(next.openid)
  })

  it('names nobody real in a snapshot', async () => {
    await arm('wechat_authorize', 'snapshot_user')
    const { json } = await exchanged(await codeNow())
    expect(json.is_snapshotuser).toBe(1)
    expect((await exchanged(await codeNow())).json).not.toHaveProperty('is_snapshotuser')
  })

  it('is done once, within five minutes', async () => {
    const code = await codeNow()
    at.world.now += 5 * MINUTE - 1
    const late = await codeNow()
    expect((await exchanged(code)).json.openid).toBeDefined()
    expect((await exchanged(code)).json.errcode).toBe(40163)
    at.world.now += 5 * MINUTE
    expect((await exchanged(late)).json.errcode).toBe(42003)
    await arm('wechat_authorize', 'used_code')
    expect((await exchanged(await codeNow())).json.errcode).toBe(40163)
  })

  it('is done once of many at the same moment', async () => {
    const code = await codeNow()
    const all = await Promise.all([1, 2, 3].map(() => exchanged(code)))
    expect(all.map(({ json }) => json.errcode ?? 0).toSorted()).toEqual([0, 40163, 40163])
  })

  it.each([
    ['no appid', { appid: '' }, 41002],
    ['no secret', { secret: '' }, 41004],
    ['no code', { code: '' }, 41008],
    ['another kind of grant', { grant_type: 'refresh_token' }, 40002],
    ['another account', { appid: 'wx0000000000000000' }, 40013],
    ['another secret', { secret: 'f'.repeat(32) }, 40125],
    ['a code nobody made', { code: 'x' }, 40029],
  ])(
    'is refused with %s, told in a 200 with the number of the call, and the code stays good',
    async (_what, change, errcode) => {
      const code = await codeNow()
      const { status, json } = await exchanged(code, change)
      expect([status, json.errcode]).toEqual([200, errcode])
      expect(json.errmsg).toMatch(/, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
      expect((await exchanged(code)).json.openid).toBeDefined()
    },
  )

  it.each([
    ['busy', -1],
    ['high_risk_user', 40226],
    ['wrong_secret', 40125],
    ['unknown_code', 99_999],
  ])('says %s where it is told to, and takes the code the next time', async (mode, errcode) => {
    const code = await codeNow()
    await arm('wechat_token', mode)
    expect((await exchanged(code)).json.errcode).toBe(errcode)
    expect((await exchanged(code)).json.openid).toBeDefined()
  })

  it.each(['error_500', 'html', 'truncated', 'slow'])(
    'answers %s where it is told to, and the code is used',
    async (mode) => {
      const code = await codeNow()
      await arm('wechat_token', mode)
      const { status, json } = await exchanged(code)
      expect([status === 500, json?.openid !== undefined]).toEqual([mode === 'error_500', mode === 'slow'])
      expect(at.pauses).toEqual(mode === 'slow' ? [12_000] : [])
      expect((await exchanged(code)).json.errcode).toBe(40163)
    },
  )
})

it('a secret of another form is refused', () => {
  for (const wrong of [{}, { appId: 'wx1' }, { appId: 'wx1', appSecret: '' }])
    expect(() => readAccount(wrong)).toThrow()
})
