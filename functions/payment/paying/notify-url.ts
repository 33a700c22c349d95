import type { PaymentChannel } from './provider.ts'

/** Where each channel's notifications are answered. */
export const notificationPaths = {
  wechat_pay: '/webhooks/wechat-pay',
  alipay: '/webhooks/alipay',
} as const satisfies Record<PaymentChannel, string>

/** Where a channel is told to send notifications: https, public and without a query, as WeChat Pay demands. */
export const notifyUrlAt =
  (publicUrl: string) =>
  (channel: PaymentChannel): string =>
    `${publicUrl}${notificationPaths[channel]}`
