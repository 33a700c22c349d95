import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { ownAddress } from '../cashier/cashier-page.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import { escaped, pageHtml } from '../page-html.ts'
import type { WeChatSandbox } from '../sandbox.ts'
import { sentOn } from '../stand-in-page.ts'
import { authorizePage, errorPage, pressedIn } from './authorize-page.ts'
import { type Asking, currentUser, handPhoneTo, newCode } from './code.ts'
import { type LedBack, type WeChatEffect, wechatFaults } from './faults.ts'

/** As the manual writes the address; WeChat refuses parameters in another order. */
const ORDER = ['appid', 'redirect_uri', 'response_type', 'scope', 'state']

/** Why WeChat shows an error of its own, which never reaches whoever sent the browser. */
export const faultOf = (
  { publicUrl }: WeChatSandbox,
  asked: URLSearchParams,
  { appId, scope }: Asking,
): Answer | undefined => {
  if ([...asked.keys()].join() !== ORDER.join()) return errorPage('10002', '参数错误')
  if (asked.get('appid') !== appId) return errorPage('10012', '公众号不存在')
  if (!ownAddress(asked.get('redirect_uri'), publicUrl)) return errorPage('10003', 'redirect_uri 域名与后台配置不一致')
  if (asked.get('response_type') !== 'code' || asked.get('scope') !== scope)
    return errorPage('10005', '该公众号没有这个 scope 的权限')
  return /^[0-9A-Za-z]{1,128}$/.test(asked.get('state') ?? '') ? undefined : errorPage('10002', 'state 参数错误')
}

const returning = (asked: URLSearchParams, code: string | undefined): string => {
  const url = new URL(asked.get('redirect_uri') ?? '')
  if (code !== undefined) url.searchParams.append('code', code)
  url.searchParams.append('state', asked.get('state') ?? '')
  return url.href
}

/** As phones do at times: the address is opened, and a moment later opened once more. */
const twice = (url: string): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  },
  text: pageHtml(
    '微信',
    ['正在返回…'],
    [`<img src="${escaped(url)}" alt="">`, `<meta http-equiv="refresh" content="1;url=${escaped(url)}">`],
  ),
})

/** How a browser is led back instead of at once and with a code, where a tester wants that. */
export const takeHow = async (sandbox: WeChatSandbox): Promise<LedBack | undefined> => {
  const effect = effectIn<WeChatEffect>(
    wechatFaults.wechat_authorize,
    await takeFault(sandbox, 'wechat_authorize', ANYTHING),
  )
  return effect?.does === 'lead_back' ? effect.how : undefined
}

/** A code for whoever holds the phone; none where they refuse. */
export const codeFor = async (
  sandbox: WeChatSandbox,
  asking: Asking,
  how: LedBack | undefined,
): Promise<string | undefined> =>
  how === 'denied' ? undefined : newCode(sandbox, asking, { snapshot: how === 'snapshot', used: how === 'used' })

/** The browser goes back with that code, or without one. */
export const backWith = (asked: URLSearchParams, code: string | undefined, how?: LedBack): Answer => {
  const url = returning(asked, code)
  return how === 'twice' ? twice(url) : sentOn(url)
}

/** A service account asks for no more than who it is. */
const silently = ({ wechat }: WeChatSandbox): Asking => ({ appId: wechat.appId, scope: 'snsapi_base' })

/** The browser goes back, with a code for whoever holds the phone unless they refuse. */
const goBack = async (sandbox: WeChatSandbox, asked: URLSearchParams, how: LedBack | undefined): Promise<Answer> =>
  backWith(asked, await codeFor(sandbox, silently(sandbox), how), how)

/** WeChat's own browser, and programs, are led back without a question. */
const isInWechat = ({ accept = '', 'user-agent': userAgent = '' }: Request['headers']): boolean =>
  /micromessenger/i.test(userAgent) || !accept.includes('text/html')

/**
 * The page of WeChat that a browser is sent to. WeChat asks nothing there (`snsapi_base`) and sends the browser back at once, which this
 * does in WeChat's own browser. In any other, where WeChat only says that it is not WeChat's, and wherever a tester wants it, people are
 * shown what WeChat is asked, so that they can refuse, or be somebody else.
 */
export const authorize = async (
  sandbox: WeChatSandbox,
  { method, rawQuery, rawBody, headers }: Pick<Request, 'method' | 'rawQuery' | 'rawBody' | 'headers'>,
): Promise<Answer> => {
  const asked = new URLSearchParams(rawQuery)
  const fault = faultOf(sandbox, asked, silently(sandbox))
  if (fault) return fault
  const page = async () => authorizePage(await currentUser(sandbox))
  if (method === 'GET') {
    if (!isInWechat(headers)) return page()
    const how = await takeHow(sandbox)
    return how === 'asks' ? page() : goBack(sandbox, asked, how)
  }
  const pressed = pressedIn(rawBody)
  if (!pressed) return { status: 400 }
  if (pressed.allows && pressed.user !== undefined) await handPhoneTo(sandbox, pressed.user)
  // In WeChat the fault was that it asked.
  const how = isInWechat(headers) ? undefined : await takeHow(sandbox)
  return goBack(sandbox, asked, pressed.allows ? how : 'denied')
}
