import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { VisitWay } from '../../../functions/account/wechat/visits/visit.ts'
import type { WeChatExchange } from '../../../functions/account/wechat/wechat-oauth.ts'
import { wechatOAuth, wechatOAuthFrom } from '../../../functions/vendors/wechat/oauth.ts'
import { oauthCodes } from '../../../functions/vendors/wechat/oauth-codes.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'

const ACCOUNT = { appId: 'wxd678efh567hg6787', appSecret: '0123456789abcdef0123456789abcdef' }
const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'
const CODE = '061xkaGa1Yz2aB0pK_Fa1-sQhT1xkaGd'

const opened: { close(): void }[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const server of opened.splice(0)) server.close()
})

/** WeChat on a port of its own, which keeps what it was asked. */
const wechatThat = async (answer: (response: ServerResponse) => void, totalMs = 9000, way: VisitWay = 'in_wechat') => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(server)
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const limits = { connectMs: 9000, totalMs, maxBytes: 64_000 }
  return {
    asked,
    url,
    oauth: wechatOAuth({ ...ACCOUNT, url, openUrl: 'https://open.example', way }, { outgoing: outgoing(limits) }),
  }
}

const saying = async (answer: (response: ServerResponse) => void, totalMs?: number): Promise<WeChatExchange> =>
  (await wechatThat(answer, totalMs)).oauth.exchange(CODE)

/** As WeChat sends it: 200, and called plain text. */
const text = (body: unknown) => (response: ServerResponse) =>
  void response
    .writeHead(200, { 'content-type': 'text/plain' })
    .end(typeof body === 'string' ? body : JSON.stringify(body))

/** The members of the manual's sample. */
const granted = {
  access_token: 'ACCESS_TOKEN',
  expires_in: 7200,
  refresh_token: 'REFRESH_TOKEN',
  openid: OPENID,
  scope: 'snsapi_base',
}

describe('the address of the authorization page', () => {
  it('has its parameters in the order of the manual, and the fragment behind', async () => {
    const { oauth } = await wechatThat(text(granted))
    const redirectUrl = 'https://id.example.cn/v1/wechat/callback?returnPath=%2Fverify%2Fpay'
    expect(oauth.authorizeUrl({ redirectUrl, state: 'a1b2' })).toBe(
      'https://open.example/connect/oauth2/authorize?appid=wxd678efh567hg6787&redirect_uri=https%3A%2F%2Fid.example.cn%2Fv1%2Fwechat%2Fcallback%3FreturnPath%3D%252Fverify%252Fpay&response_type=code&scope=snsapi_base&state=a1b2#wechat_redirect',
    )
    expect(oauth.appId).toBe(ACCOUNT.appId)
  })

  it('of a website app is the page with a code to scan, and asks for its own scope', async () => {
    const { oauth } = await wechatThat(text(granted), undefined, 'website')
    const redirectUrl = 'https://id.example.cn/v1/wechat/sign-in-callback'
    expect(oauth.authorizeUrl({ redirectUrl, state: 'a1b2' })).toBe(
      'https://open.example/connect/qrconnect?appid=wxd678efh567hg6787&redirect_uri=https%3A%2F%2Fid.example.cn%2Fv1%2Fwechat%2Fsign-in-callback&response_type=code&scope=snsapi_login&state=a1b2#wechat_redirect',
    )
  })
})

describe('the exchange of a code, happy', () => {
  it('is one GET, and tells the openid, the unionid where WeChat says it, and nothing else', async () => {
    const unionid = 'o6_bmasdasdsad6_2sgVt7hMZOPfL'
    const { oauth, asked } = await wechatThat(text({ ...granted, unionid, nickname: 'n' }))
    expect(await oauth.exchange(CODE)).toEqual({ kind: 'known', openid: OPENID, unionid })
    expect(asked).toEqual([
      `GET /sns/oauth2/access_token?appid=${ACCOUNT.appId}&secret=${ACCOUNT.appSecret}&code=${CODE}&grant_type=authorization_code`,
    ])
  })

  it('takes an errcode of 0 for none, and a user who is no snapshot', async () => {
    const body = { ...granted, errcode: 0, errmsg: 'ok', is_snapshotuser: 0 }
    expect(await saying(text(body))).toEqual({ kind: 'known', openid: OPENID })
  })

  it('names nobody where the page is a snapshot', async () => {
    expect(await saying(text({ ...granted, is_snapshotuser: 1 }))).toEqual({ kind: 'snapshot' })
  })
})

describe('the exchange of a code, refused', () => {
  const refusal = (errcode: number, errmsg = 'invalid code, rid: 65b1d0a3-1c2d3e4f-5a6b7c8d') =>
    saying(text({ errcode, errmsg }))
  const rid = '65b1d0a3-1c2d3e4f-5a6b7c8d'

  it.each([40029, 40163, 42003])('%i: the code is worth nothing, and another may be', async (code) => {
    expect(await refusal(code)).toEqual({ kind: 'spent', code: String(code), rid })
  })

  it.each([40226, 50002])('%i: this user may not', async (code) => {
    expect(await refusal(code)).toEqual({ kind: 'barred', code: String(code), rid })
  })

  it.each([-1, 45011])('%i: nobody knows', async (code) => {
    expect(await refusal(code)).toEqual({ kind: 'unavailable', code: String(code), rid })
  })

  it.each([
    40001, 40002, 40013, 40125, 40164, 40203, 40243, 41002, 41004, 41008, 43001, 43003, 45009, 48001, 48004, 50001,
  ])('%i: a person must mend it', async (code) => {
    expect(await refusal(code)).toEqual({ kind: 'unavailable', code: String(code), rid, needsRepair: true })
  })

  it.each([1, 40003, 40028, 42002, 99_999])('%i, which no table has: a person must look', async (code) => {
    expect(await refusal(code)).toMatchObject({ kind: 'unavailable', code: String(code), needsRepair: true })
  })

  it('has one row for each code', () => {
    expect(new Set(oauthCodes.map(({ code }) => code)).size).toBe(oauthCodes.length)
  })

  it.each([
    ['of the message its number alone', `invalid code ${CODE}, hints: [ req_id: a1 ]`, undefined],
    ['a number of any length it writes', 'invalid code, rid: 5f0c-1b1d-5b1c', '5f0c-1b1d-5b1c'],
    ['no number that is a word', `invalid code, rid: ${OPENID}`, undefined],
    ['no number that is none', 'invalid code, rid: 5f0c', undefined],
  ])('tells %s', async (_what, errmsg, told) => {
    expect(await refusal(40029, errmsg)).toEqual({ kind: 'spent', code: '40029', rid: told })
  })
})

describe('the exchange of a code, broken', () => {
  it.each([
    [
      'a broken answer',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
      'answer_broken',
    ],
    ['an error of the gateway', (response: ServerResponse) => response.writeHead(502).end('<html>'), 'http_502'],
    ['a page', text('<html></html>'), 'not_json'],
    ['half of it', text(JSON.stringify(granted).slice(0, 40)), 'not_json'],
    ['too much', text({ ...granted, more: 'x'.repeat(70_000) }), 'answer_too_large'],
  ] as const)('%s: nobody knows', async (_what, answer, code) => {
    expect(await saying(answer)).toEqual({ kind: 'unavailable', code })
  })

  it.each([
    null,
    [],
    {},
    { ...granted, openid: undefined },
    { ...granted, openid: '<b>' },
    { ...granted, openid: 7 },
    { errcode: '40029' },
  ])('%j: a person must look, and nothing of it is told', async (body) => {
    expect(await saying(text(body))).toEqual({ kind: 'unavailable', code: 'unexpected_shape', needsRepair: true })
  })

  it('no answer: nobody knows', async () => {
    expect(await saying(() => undefined, 300)).toEqual({ kind: 'unavailable', code: 'timeout' })
  })

  it('nobody is there', async () => {
    const limits = { connectMs: 9000, totalMs: 9000, maxBytes: 1 }
    const oauth = wechatOAuth(
      { ...ACCOUNT, url: 'http://127.0.0.1:1', openUrl: '', way: 'website' },
      { outgoing: outgoing(limits) },
    )
    expect(await oauth.exchange(CODE)).toEqual({ kind: 'unavailable', code: 'ECONNREFUSED' })
  })
})

describe('the time that WeChat has', () => {
  /** After how many ms an account with these limits gives WeChat up, which never answers. */
  const givesUpAfter = async (limits: { connectMs: number; totalMs: number }, steps: readonly number[]) => {
    let asked = (): void => undefined
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve
    })
    const { url } = await wechatThat(() => asked())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let ended: WeChatExchange | undefined
    const exchange = wechatOAuthFrom({ url, openUrl: '', way: 'in_wechat', limits })(ACCOUNT).exchange(CODE)
    void exchange.then((end) => {
      ended = end
    })
    await isAsked
    for (const step of steps) {
      vi.advanceTimersByTime(step)
      await new Promise(setImmediate)
      if (ended) return { ended, after: steps.slice(0, steps.indexOf(step) + 1).reduce((sum, one) => sum + one, 0) }
    }
    return undefined
  }
  const ended = { kind: 'unavailable', code: 'timeout' }

  it('is five seconds, because somebody waits in front of an empty page', async () => {
    const limits = { connectMs: 60_000, totalMs: 60_000 }
    expect(await givesUpAfter(limits, [4999, 1])).toEqual({ ended, after: 5000 })
  })

  it('is less where the settings say less', async () => {
    expect(await givesUpAfter({ connectMs: 60_000, totalMs: 700 }, [699, 1])).toEqual({ ended, after: 700 })
  })
})

describe('the secret of the service account', () => {
  const from = wechatOAuthFrom({
    url: 'http://127.0.0.1:1',
    openUrl: 'https://open.example',
    way: 'website',
    limits: { connectMs: 300, totalMs: 9000 },
  })

  it('may hold more than is needed', () => {
    expect(from({ ...ACCOUNT, token: 'x' }).appId).toBe(ACCOUNT.appId)
  })

  it.each([
    ['no id', { appId: undefined }],
    ['an id that is none', { appId: '2021000000000001' }],
    ['no secret', { appSecret: undefined }],
    ['an empty one', { appSecret: '' }],
    ['one with blanks', { appSecret: ' 0123456789abcdef0123456789abcdef' }],
  ])('is refused with %s', (_what, wrong) => {
    expect(() => from({ ...ACCOUNT, ...wrong })).toThrow()
  })
})
