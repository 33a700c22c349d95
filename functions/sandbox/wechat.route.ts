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

export const wechatRoutes = [authorizeRoute, authorizePressRoute, accessTokenRoute] as const
