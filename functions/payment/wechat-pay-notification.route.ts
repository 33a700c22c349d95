import { route } from '../../shared/http/route.ts'

export const wechatPayNotificationRoute = route({
  fn: 'payment-wechat-pay-notification',
  method: 'POST',
  path: '/webhooks/wechat-pay',
  caller: 'channel',
  summary: 'Payment and refund notifications of WeChat Pay, verified over the raw bytes',
  bodyLimit: 64 * 1024,
  answers: { 204: null },
  problems: ['signature_invalid', 'notification_invalid', 'busy'],
})

/** Where WeChat Pay is told to send notifications: https, public and without a query, as it demands. */
export const wechatPayNotifyUrl = (publicUrl: string): string => `${publicUrl}${wechatPayNotificationRoute.path}`
