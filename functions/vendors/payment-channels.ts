import type { PaymentChannel, PaymentProvider } from '../payment/paying/provider.ts'
import { type ChannelParts, perAccount } from './accounts.ts'

/** A channel this deployment has no account at: offers no method, and knows nothing. */
const closedChannel = (channel: PaymentChannel): PaymentProvider => {
  const unavailable = async () => ({ kind: 'unavailable', code: 'channel_not_configured' }) as const
  return {
    channel,
    methods: [],
    create: unavailable,
    query: unavailable,
    close: unavailable,
    refund: unavailable,
    queryRefund: unavailable,
    readNotification: () => ({ kind: 'refused', code: 'notification_invalid' }),
  }
}

/** The payment channels of this deployment. */
export const paymentProviders = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<PaymentProvider>) =>
  perAccount(
    parts,
    {
      wechat_pay: async (of) => (await import('./wechat-pay/wechat-pay.ts')).wechatPayFrom(of),
      alipay: async (of) => (await import('./alipay/alipay.ts')).alipayFrom(of),
    },
    closedChannel,
  )
