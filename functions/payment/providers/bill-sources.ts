import { type ChannelParts, perAccount } from './accounts.ts'
import type { BillSource } from './bill.ts'
import type { PaymentChannel } from './provider.ts'

/** Where a channel's bills come from; undefined where this deployment has no account. */
export const billSources = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<BillSource | undefined>) =>
  perAccount<BillSource | undefined>(
    parts,
    {
      wechat_pay: async (of) => (await import('./wechat-pay/bill-source-from-secret.ts')).wechatPayBillsFrom(of),
      alipay: async (of) => (await import('./alipay/bill-source-from-secret.ts')).alipayBillsFrom(of),
    },
    () => undefined,
  )
