import * as z from 'zod/mini'
import { type Outgoing, outgoing, type Reply } from '../../../shared/http/outgoing.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { VisitWay } from '../../account/wechat/visits/visit.ts'
import type { WeChatExchange, WeChatOAuth } from '../../account/wechat/wechat-oauth.ts'
import { jsonIn } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { oauthCodes } from './oauth-codes.ts'

/** `url`: https://api.weixin.qq.com, `openUrl`: https://open.weixin.qq.com, or a stand-in's addresses. `way`: of which kind the account is. */
export type WeChatConfig = { url: string; openUrl: string; appId: string; appSecret: string; way: VisitWay }

/**
 * The page of WeChat that a browser is sent to, and the scope that is asked for there. A service account is asked silently, inside WeChat, and
 * tells the openid and nothing else of the user. A website app shows a code, which its user scans and confirms on the phone.
 */
const pages: Record<VisitWay, { path: string; scope: string }> = {
  in_wechat: { path: 'oauth2/authorize', scope: 'snsapi_base' },
  website: { path: 'qrconnect', scope: 'snsapi_login' },
}

type Deps = { outgoing: Outgoing }

/** As WeChat writes the numbers of its users. */
const NUMBER = /^[\w-]{1,128}$/

const answerOf = z.object({
  errcode: z.optional(z.int()),
  errmsg: z.optional(z.string()),
  openid: z.optional(z.string().check(z.regex(NUMBER))),
  unionid: z.optional(z.string().check(z.regex(NUMBER))),
  is_snapshotuser: z.optional(z.int()),
})

/** The number under which the vendor finds the call; the rest of its message may repeat what we sent. */
const ridIn = (errmsg = ''): string | undefined =>
  /\brid: ?([0-9a-f]{4,12}(?:-[0-9a-f]{4,12}){2,4})\b/.exec(errmsg)?.[1]

const refusalOf = (errcode: number, errmsg: string | undefined): WeChatExchange => {
  const row = oauthCodes.find(({ code }) => code === errcode)
  const said = { code: String(errcode), rid: ridIn(errmsg) }
  if (!row) return { kind: 'unavailable', ...said, needsRepair: true }
  if (row.kind === 'unavailable') return { kind: 'unavailable', ...said, ...(row.repair && { needsRepair: true }) }
  return { kind: row.kind, ...said }
}

/** HTTP 200 also for errors, and no media type to go by. */
const judge = (reply: Reply): WeChatExchange => {
  if (reply.kind !== 'answered') return { kind: 'unavailable', code: reply.reason }
  if (reply.status !== 200) return { kind: 'unavailable', code: `http_${reply.status}` }
  const json = jsonIn(reply.body)
  if (json === undefined) return { kind: 'unavailable', code: 'not_json' }
  const read = answerOf.safeParse(json)
  if (!read.success) return { kind: 'unavailable', code: 'unexpected_shape', needsRepair: true }
  const { errcode = 0, errmsg, openid, unionid, is_snapshotuser } = read.data
  if (errcode !== 0) return refusalOf(errcode, errmsg)
  if (is_snapshotuser === 1) return { kind: 'snapshot' }
  return openid === undefined
    ? { kind: 'unavailable', code: 'unexpected_shape', needsRepair: true }
    : { kind: 'known', openid, ...(unionid !== undefined && { unionid }) }
}

/** The web authorization of a service account or a website app of ours. */
export const wechatOAuth = ({ url, openUrl, appId, appSecret, way }: WeChatConfig, deps: Deps): WeChatOAuth => ({
  appId,
  authorizeUrl({ redirectUrl, state }) {
    // In the order of the manual, which WeChat insists on, as on the fragment.
    const asked = [
      ['appid', appId],
      ['redirect_uri', redirectUrl],
      ['response_type', 'code'],
      ['scope', pages[way].scope],
      ['state', state],
    ].map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`)
    return `${openUrl}/connect/${pages[way].path}?${asked.join('&')}#wechat_redirect`
  },
  async exchange(code) {
    const asked = new URLSearchParams({ appid: appId, secret: appSecret, code, grant_type: 'authorization_code' })
    return judge(await deps.outgoing({ method: 'GET', url: `${url}/sns/oauth2/access_token?${asked}`, headers: {} }))
  },
})

/** What it is made with; `limits` are those of one call. */
export type WeChatParts = {
  url: string
  openUrl: string
  way: VisitWay
  limits: { connectMs: Millis; totalMs: Millis }
}

/** Somebody waits in front of an empty page: a new authorization is better than a late answer. */
const LONGEST: Millis = 5 * SECOND

const held = z.object({
  appId: z.string().check(z.regex(/^wx\w{10,30}$/)),
  appSecret: z.string().check(z.regex(/^\w{16,64}$/)),
})

const accountOf = ({ url, openUrl, way, limits }: WeChatParts, maxBytes: number, secret: unknown) => ({
  config: { ...z.parse(held, secret), url, openUrl, way },
  deps: {
    outgoing: outgoing({
      connectMs: Math.min(limits.connectMs, LONGEST),
      totalMs: Math.min(limits.totalMs, LONGEST),
      maxBytes,
    }),
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes it from the secret that holds our account. */
export const wechatOAuthFrom = fromSecret(accountOf, wechatOAuth, MAX_ANSWER)
