import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

/** open.weixin.qq.com */
const page = {
  fn: 'sandbox-wechat',
  path: '/sandbox/wechat/connect/oauth2/authorize',
  caller: 'anyone',
  media: 'text/html',
  sandboxOnly: true,
} as const

export const authorizeRoute = route({
  ...page,
  method: 'GET',
  name: 'openWechatAuthorization',
  summary:
    "Stand-in for WeChat's authorization page. WeChat's own browser and programs are sent back at once, as WeChat does; other browsers show a page on which a pretended WeChat user allows or refuses.",
  answers: { 200: z.string(), 303: null },
})

export const authorizePressRoute = route({
  ...page,
  method: 'POST',
  name: 'pressAtWechatAuthorization',
  summary: 'What was pressed on that page; the browser goes back to where it came from.',
  bodyLimit: 1024,
  answers: { 200: z.string(), 303: null },
})

/** The pages of open.weixin.qq.com for website apps. */
const scanned = { fn: 'sandbox-wechat', caller: 'anyone', media: 'text/html', sandboxOnly: true } as const

export const qrConnectRoute = route({
  ...scanned,
  method: 'GET',
  name: 'openWechatScan',
  path: '/sandbox/wechat/connect/qrconnect',
  summary:
    "Stand-in for WeChat's page of website apps: goes on to a page with a code to scan, which is good for three minutes.",
  answers: { 200: z.string(), 303: null },
})

export const qrRoute = route({
  ...scanned,
  method: 'GET',
  name: 'showWechatScan',
  path: '/sandbox/wechat/connect/qr',
  summary: 'The page with that code; asked again it leads the browser back once the phone has confirmed or refused.',
  answers: { 200: z.string(), 303: null },
})

const onPhone = { ...scanned, path: '/sandbox/wechat/connect/confirm' } as const

export const confirmRoute = route({
  ...onPhone,
  method: 'GET',
  name: 'openWechatConfirmation',
  summary: 'What the phone shows that has scanned the code: whether to confirm or to refuse.',
  answers: { 200: z.string() },
})

export const confirmPressRoute = route({
  ...onPhone,
  method: 'POST',
  name: 'pressAtWechatConfirmation',
  summary: 'What was pressed on the phone; the page with the code learns of it.',
  bodyLimit: 1024,
  answers: { 200: z.string() },
})

/** api.weixin.qq.com */
export const accessTokenRoute = route({
  fn: 'sandbox-wechat',
  method: 'GET',
  name: 'exchangeWechatCode',
  path: '/sandbox/wechat/sns/oauth2/access_token',
  summary: "Stand-in for WeChat's exchange of codes; speaks its wire protocol, with AppID and AppSecret as there.",
  caller: 'anyone',
  answers: { 200: null },
  sandboxOnly: true,
})

export const wechatRoutes = [
  authorizeRoute,
  authorizePressRoute,
  qrConnectRoute,
  qrRoute,
  confirmRoute,
  confirmPressRoute,
  accessTokenRoute,
] as const
