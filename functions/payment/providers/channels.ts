import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { PaymentChannel, PaymentProvider } from './provider.ts'

export type ChannelParts = {
  /** Reads a vendor secret by the variable that names it, and makes something of it. */
  secret: <T>(variable: string, make: (json: unknown) => T) => () => Promise<T>
  /** The value of a variable; undefined where this deployment has none. */
  env: (variable: string) => string | undefined
  limits: { connectMs: Millis; totalMs: Millis }
  clock: Clock
  ids: Ids
}

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

type Make = (parts: ChannelParts & { baseUrl: string }) => Promise<(json: unknown) => PaymentProvider>

/** Adapters are loaded at their first call, so that a cold start does not pay for the channel nobody chose. */
const adapters: Record<PaymentChannel, { address: string; secret: string; make: Make }> = {
  wechat_pay: {
    address: 'WECHAT_PAY_URL',
    secret: 'SECRET_WECHAT_PAY',
    make: async (parts) => (await import('./wechat-pay/from-secret.ts')).wechatPayFrom(parts),
  },
  alipay: {
    address: 'ALIPAY_URL',
    secret: 'SECRET_ALIPAY',
    make: async (parts) => (await import('./alipay/from-secret.ts')).alipayFrom(parts),
  },
}

/** The payment channels of this deployment. A provider lives as long as its secret is kept. */
export const paymentChannels = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<PaymentProvider>) => {
  const opened = new Map<PaymentChannel, Promise<() => Promise<PaymentProvider>>>()
  const open = async (channel: PaymentChannel): Promise<() => Promise<PaymentProvider>> => {
    const { address, secret, make } = adapters[channel]
    const baseUrl = parts.env(address)
    if (!baseUrl || !parts.env(secret)) return async () => closedChannel(channel)
    return parts.secret(secret, await make({ ...parts, baseUrl }))
  }
  return async (channel) => {
    const reader = opened.get(channel) ?? open(channel)
    opened.set(channel, reader)
    return (await reader)()
  }
}
