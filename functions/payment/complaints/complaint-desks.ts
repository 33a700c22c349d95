import type { ChannelParts } from '../providers/channels.ts'
import type { ComplaintDesk } from '../providers/complaint-desk.ts'
import type { PaymentChannel } from '../providers/provider.ts'
import { wechatPayComplaintDeskFrom } from '../providers/wechat-pay/complaint-desk-from-secret.ts'

/** A channel whose complaints cannot be reached from here: a person must look at its own site. */
const closedDesk = (channel: PaymentChannel): ComplaintDesk => {
  const unavailable = async () => ({ kind: 'unavailable', code: 'channel_without_desk' }) as const
  return { channel, list: unavailable, detail: unavailable, reply: unavailable, complete: unavailable }
}

/** Where the complaints of each channel are heard and answered. A desk lives as long as its secret is kept. */
export const complaintDesks = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<ComplaintDesk>) => {
  const baseUrl = parts.env('WECHAT_PAY_URL')
  const wechatPay =
    baseUrl && parts.env('SECRET_WECHAT_PAY')
      ? parts.secret('SECRET_WECHAT_PAY', wechatPayComplaintDeskFrom({ ...parts, baseUrl }))
      : undefined
  return async (channel) => (channel === 'wechat_pay' && wechatPay ? wechatPay() : closedDesk(channel))
}
