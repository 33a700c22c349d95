import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import type { PaymentChannel } from './paying/provider.ts'

const webhook = { method: 'POST', caller: 'channel', bodyLimit: 64 * 1024 } as const

export const wechatPayNotificationRoute = route({
  ...webhook,
  fn: 'payment-wechat-pay-notification',
  path: '/webhooks/wechat-pay',
  summary: 'Payment, refund and complaint notifications of WeChat Pay, verified over the raw bytes',
  answers: { 204: null },
  problems: ['signature_invalid', 'notification_invalid', 'busy'],
})

export const alipayNotificationRoute = route({
  ...webhook,
  fn: 'payment-alipay-notification',
  path: '/webhooks/alipay',
  summary: 'Trade notifications of Alipay, verified before they are read',
  answers: { 200: z.literal('success') },
  problems: ['signature_invalid', 'notification_invalid', 'busy'],
})

const paths: Record<PaymentChannel, string> = {
  wechat_pay: wechatPayNotificationRoute.path,
  alipay: alipayNotificationRoute.path,
}

/** Where a channel is told to send notifications: https, public and without a query, as WeChat Pay demands. */
export const notifyUrlAt =
  (publicUrl: string) =>
  (channel: PaymentChannel): string =>
    `${publicUrl}${paths[channel]}`
