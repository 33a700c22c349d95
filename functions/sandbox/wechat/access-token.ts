import type { Answer } from '../../../shared/http/answer.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import type { WeChatSandbox } from '../sandbox.ts'
import { spendCode } from './code.ts'
import { type WeChatEffect, wechatFaults } from './faults.ts'

type Said = Record<string, unknown>

const refusal = (errcode: number, errmsg: string): Said => ({ errcode, errmsg })

/** What is wrong with the call itself; judged in this order. */
const faultOf = ({ wechat, website }: WeChatSandbox, asked: URLSearchParams): Said | undefined => {
  if (!asked.get('appid')) return refusal(41002, 'appid missing')
  if (!asked.get('secret')) return refusal(41004, 'appsecret missing')
  if (!asked.get('code')) return refusal(41008, 'missing code')
  if (asked.get('grant_type') !== 'authorization_code') return refusal(40002, 'invalid grant_type')
  const account = [wechat, website].find(({ appId }) => asked.get('appid') === appId)
  if (!account) return refusal(40013, 'invalid appid')
  return asked.get('secret') === account.appSecret ? undefined : refusal(40125, 'invalid appsecret')
}

const worthless = {
  unknown: refusal(40029, 'invalid code'),
  used: refusal(40163, 'code been used'),
  expired: refusal(42003, 'code expired'),
}

/** Of a silent authorization WeChat tells the number at all apps of one owner only of who follows the account. */
const exchange = async (sandbox: WeChatSandbox, asked: URLSearchParams, isFollower: boolean): Promise<Said> => {
  const found = await spendCode(sandbox, asked.get('appid') ?? '', asked.get('code') ?? '')
  if (typeof found === 'string') return worthless[found]
  return {
    access_token: sandbox.ids.secret(64),
    expires_in: 7200,
    refresh_token: sandbox.ids.secret(64),
    openid: found.openid,
    scope: found.scope,
    ...((found.scope === 'snsapi_login' || isFollower) && { unionid: found.unionid }),
    ...(found.snapshot && { is_snapshotuser: 1 }),
  }
}

/** The vendor says of every refused call under which number it finds it. */
const numbered = ({ ids }: WeChatSandbox, said: Said): Said => {
  if (said.errcode === undefined) return said
  const id = ids.id()
  return { ...said, errmsg: `${said.errmsg}, rid: ${id.slice(0, 8)}-${id.slice(8, 16)}-${id.slice(16, 24)}` }
}

const TEXT = { 'content-type': 'text/plain' }
const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>'

/** GET sns/oauth2/access_token: HTTP 200 also for what is refused, and JSON that is called plain text. */
export const accessToken = async (sandbox: WeChatSandbox, rawQuery: string): Promise<Answer> => {
  const asked = new URLSearchParams(rawQuery)
  const effect = effectIn<WeChatEffect>(wechatFaults.wechat_token, await takeFault(sandbox, 'wechat_token', ANYTHING))
  if (effect?.does === 'say')
    return {
      status: 200,
      headers: TEXT,
      text: JSON.stringify(numbered(sandbox, refusal(effect.errcode, effect.errmsg))),
    }
  // Whatever becomes of the answer: the code is used by then.
  const said = faultOf(sandbox, asked) ?? (await exchange(sandbox, asked, effect?.does === 'tell_unionid'))
  const text = JSON.stringify(numbered(sandbox, said))
  const how = effect?.does === 'spoil_answer' ? effect.how : undefined
  if (how === 'slow') await sandbox.pause(sandbox.settings.slowAnswerMs)
  if (how === 'http_500') return { status: 500, text: '' }
  if (how === 'html') return { status: 200, headers: { 'content-type': 'text/html' }, text: PAGE }
  return { status: 200, headers: TEXT, text: how === 'truncated' ? text.slice(0, text.length / 2) : text }
}
