import { route } from '../../shared/http/route.ts'

const wechat = { fn: 'sandbox-wechat', method: 'GET', caller: 'anyone', sandboxOnly: true } as const

/** open.weixin.qq.com */
export const authorizeRoute = route({
  ...wechat,
  name: 'openWechatAuthorization',
  path: '/sandbox/wechat/connect/oauth2/authorize',
  summary: "Stand-in for WeChat's authorization page, silent as there: sends the browser back at once.",
  answers: { 200: null, 302: null },
})

/** api.weixin.qq.com */
export const accessTokenRoute = route({
  ...wechat,
  name: 'exchangeWechatCode',
  path: '/sandbox/wechat/sns/oauth2/access_token',
  summary: "Stand-in for WeChat's exchange of codes; speaks its wire protocol, with AppID and AppSecret as there.",
  answers: { 200: null },
})

export const wechatRoutes = [authorizeRoute, accessTokenRoute] as const
