import { route } from '../../shared/http/route.ts'

const MESSAGE_LIMIT = 64 * 1024

/** WeChat Pay APIv3: payments of three kinds, refunds, bills and complaints below this address. */
export const wechatPayRoute = route({
  fn: 'sandbox-wechat-pay',
  method: 'ANY',
  methods: ['GET', 'POST'],
  name: 'callWechatPay',
  path: '/sandbox/wechat-pay/v3/{proxy+}',
  caller: 'anyone',
  summary: 'Stand-in for WeChat Pay APIv3; speaks its wire protocol, requests signed as there.',
  bodyLimit: MESSAGE_LIMIT,
  answers: { 200: null, 204: null },
  sandboxOnly: true,
})

export const wechatPayRoutes = [wechatPayRoute] as const
