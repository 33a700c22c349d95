import type { BillSource } from './bill.ts'
import type { ChannelParts } from './channels.ts'
import type { PaymentChannel } from './provider.ts'

type Make = (parts: ChannelParts & { baseUrl: string }) => Promise<(json: unknown) => BillSource>

const sources: Record<PaymentChannel, { address: string; secret: string; make: Make }> = {
  wechat_pay: {
    address: 'WECHAT_PAY_URL',
    secret: 'SECRET_WECHAT_PAY',
    make: async (parts) => (await import('./wechat-pay/bill-source-from-secret.ts')).wechatPayBillsFrom(parts),
  },
  alipay: {
    address: 'ALIPAY_URL',
    secret: 'SECRET_ALIPAY',
    make: async (parts) => (await import('./alipay/bill-source-from-secret.ts')).alipayBillsFrom(parts),
  },
}

/** Where a channel's bills come from; undefined where this deployment has no account. */
export const billSources =
  (parts: ChannelParts) =>
  async (channel: PaymentChannel): Promise<BillSource | undefined> => {
    const { address, secret, make } = sources[channel]
    const baseUrl = parts.env(address)
    if (!baseUrl || !parts.env(secret)) return undefined
    return parts.secret(secret, await make({ ...parts, baseUrl }))()
  }
