import { encode } from 'uqr'
import type { Answer } from '../../../shared/http/answer.ts'
import { escaped } from '../page-html.ts'
import type { WeChatSandbox } from '../sandbox.ts'
import { type Both, both, sentOn, standInPage } from '../stand-in-page.ts'
import { backWith, faultOf } from './authorize.ts'
import type { Asking } from './code.ts'
import { newScan, scanOf } from './scan.ts'

const TITLE: Both = { zh: '微信登录', en: 'WeChat sign-in' }

const PRETENDED: Both = {
  zh: '这是沙箱里的模拟微信。真正的页面由微信显示，用手机微信扫码。',
  en: 'This is a pretend WeChat of the sandbox. The real page is shown by WeChat, and scanned by it on a phone.',
}

const CONNECT = '/sandbox/wechat/connect'

/** Modules of white around a code, without which cameras do not find it. */
const QUIET = 4

/** How often the page looks whether the phone has done something, in seconds. */
const LOOKS = 2

/** A website app asks its user, and may know who it is at all apps of its owner. */
export const asLogin = ({ website }: WeChatSandbox): Asking => ({ appId: website.appId, scope: 'snsapi_login' })

const drawn = (text: string): string => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  const path = data.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return [
    `<svg class="qr" role="img" aria-label="微信登录二维码" data-text="${escaped(text)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}"/><path d="${path}"/></svg>`,
  ].join('')
}

const card = (lines: readonly string[]): Answer => standInPage(TITLE, PRETENDED, lines)

const link = (href: string, text: Both, more = ''): string =>
  `<a class="button button-wide" href="${escaped(href)}"${more}>${both(text)}</a>`

/** GET connect/qrconnect: a code of its own for each browser that comes, on a page that can be loaded again. */
export const openScan = async (sandbox: WeChatSandbox, rawQuery: string): Promise<Answer> => {
  const fault = faultOf(sandbox, new URLSearchParams(rawQuery), asLogin(sandbox))
  return fault ?? sentOn(`${CONNECT}/qr?uuid=${await newScan(sandbox, rawQuery)}`)
}

/** The page with the code, and how far its scan is. It leads on by itself once the phone has said something. */
export const deskPage = async (sandbox: WeChatSandbox, rawQuery: string): Promise<Answer> => {
  const uuid = new URLSearchParams(rawQuery).get('uuid') ?? ''
  const scan = await scanOf(sandbox, uuid)
  if (!scan) return card([`<p role="status">${both({ zh: '没有这个二维码。', en: 'There is no such code.' })}</p>`])
  const { standing, asked, code, isTwice } = scan
  if (standing === 'confirmed' || standing === 'refused')
    return backWith(new URLSearchParams(asked), code, isTwice ? 'twice' : undefined)
  if (standing === 'expired')
    return card([
      `<p role="status">${both({ zh: '二维码已过期。', en: 'The code has expired.' })}</p>`,
      link(`${CONNECT}/qrconnect?${asked}`, { zh: '刷新二维码', en: 'Get a new code' }),
    ])
  const confirms = `${CONNECT}/confirm?uuid=${uuid}`
  const page = card([
    `<div class="centred">${drawn(`${sandbox.publicUrl}${confirms}`)}</div>`,
    standing === 'scanned'
      ? `<p role="status">${both({ zh: '已扫描，请在手机上确认登录。', en: 'Scanned: confirm on the phone.' })}</p>`
      : `<p>${both({ zh: '请用微信扫描二维码登录。', en: 'Scan the code with WeChat to sign in.' })}</p>`,
    link(confirms, { zh: '打开模拟手机扫码', en: 'Scan with a pretend phone' }, ' target="_blank" rel="noopener"'),
  ])
  // Said in full: the address the browser came with ends in a fragment, and to that it would only jump.
  return { ...page, headers: { ...page.headers, refresh: `${LOOKS};url=${CONNECT}/qr?uuid=${uuid}` } }
}
