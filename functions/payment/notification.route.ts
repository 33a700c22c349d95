import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { notificationPaths } from './paying/notify-url.ts'

const webhook = { method: 'POST', caller: 'channel', bodyLimit: 64 * 1024 } as const

export const wechatPayNotificationRoute = route({
  ...webhook,
  fn: 'payment-wechat-pay-notification',
  name: 'notifyByWechatPay',
  path: notificationPaths.wechat_pay,
  summary: 'Payment, refund and complaint notifications of WeChat Pay, verified over the raw bytes',
  answers: { 204: null },
  problems: ['signature_invalid', 'notification_invalid', 'busy'],
})

export const alipayNotificationRoute = route({
  ...webhook,
  fn: 'payment-alipay-notification',
  name: 'notifyByAlipay',
  path: notificationPaths.alipay,
  summary: 'Trade notifications of Alipay, verified before they are read',
  media: 'text/plain',
  answers: { 200: z.literal('success') },
  problems: ['signature_invalid', 'notification_invalid', 'busy'],
})
