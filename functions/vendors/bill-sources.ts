import type { BillSource } from '../bookkeeping/reconciliation/bill.ts'
import type { PaymentChannel } from '../payment/paying/provider.ts'
import { type ChannelParts, perAccount } from './accounts.ts'

/** Where a channel's bills come from; undefined where this deployment has no account. */
export const billSources = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<BillSource | undefined>) =>
  perAccount<BillSource | undefined>(
    parts,
    {
      wechat_pay: async (of) => (await import('./wechat-pay/bills/bill-source.ts')).wechatPayBillsFrom(of),
      alipay: async (of) => (await import('./alipay/bills/bill-source.ts')).alipayBillsFrom(of),
    },
    () => undefined,
  )
