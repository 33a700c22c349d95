import type { ComplaintDesk } from '../complaints/complaint-desk.ts'
import type { PaymentChannel } from '../payment/paying/provider.ts'
import { type ChannelParts, perAccount } from './accounts.ts'

/** A channel whose complaints cannot be reached from here: a person must look at its own site. */
const closedDesk = (channel: PaymentChannel): ComplaintDesk => {
  const unavailable = async () => ({ kind: 'unavailable', code: 'channel_without_desk' }) as const
  return {
    channel,
    list: unavailable,
    detail: unavailable,
    history: unavailable,
    reply: unavailable,
    complete: unavailable,
  }
}

/** Where the complaints of each channel are heard and answered. */
export const complaintDesks = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<ComplaintDesk>) =>
  perAccount(
    parts,
    {
      wechat_pay: async (of) =>
        (await import('./wechat-pay/complaints/complaint-desk.ts')).wechatPayComplaintDeskFrom(of),
    },
    closedDesk,
  )
