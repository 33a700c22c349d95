import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { CASHIER_PATH } from './wechat-pay/prepay.ts'

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

const cashier = {
  fn: 'sandbox-wechat-pay',
  path: CASHIER_PATH,
  caller: 'anyone',
  media: 'text/html',
  sandboxOnly: true,
} as const

export const wechatPayCashierRoute = route({
  ...cashier,
  method: 'GET',
  name: 'showWechatPayCashier',
  summary: 'The page of WeChat Pay in a browser outside WeChat: an h5Url leads here.',
  answers: { 200: z.string() },
})

export const wechatPayCashierPressRoute = route({
  ...cashier,
  method: 'POST',
  name: 'pressAtWechatPayCashier',
  summary: 'What was pressed on that page; the browser goes back to where it came from.',
  bodyLimit: 1024,
  answers: { 200: z.string(), 303: null },
})

export const wechatPayRoutes = [wechatPayRoute, wechatPayCashierRoute, wechatPayCashierPressRoute] as const
