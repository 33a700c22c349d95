import type { ChannelParts } from '../providers/channels.ts'
import type { ComplaintDesk } from '../providers/complaint-desk.ts'
import type { PaymentChannel } from '../providers/provider.ts'

/** A channel whose complaints cannot be reached from here: a person must look at its own site. */
const closedDesk = (channel: PaymentChannel): ComplaintDesk => {
  const unavailable = async () => ({ kind: 'unavailable', code: 'channel_without_desk' }) as const
  return { channel, list: unavailable, detail: unavailable, reply: unavailable, complete: unavailable }
}

/** The adapter is loaded at the first call, so that a cold start that only reads a list does not pay for it. */
const wechatPayDesk = async (parts: ChannelParts): Promise<() => Promise<ComplaintDesk>> => {
  const baseUrl = parts.env('WECHAT_PAY_URL')
  if (!baseUrl || !parts.env('SECRET_WECHAT_PAY')) return async () => closedDesk('wechat_pay')
  const { wechatPayComplaintDeskFrom } = await import('../providers/wechat-pay/complaint-desk-from-secret.ts')
  return parts.secret('SECRET_WECHAT_PAY', wechatPayComplaintDeskFrom({ ...parts, baseUrl }))
}

/** Where the complaints of each channel are heard and answered. A desk lives as long as its secret is kept. */
export const complaintDesks = (parts: ChannelParts): ((channel: PaymentChannel) => Promise<ComplaintDesk>) => {
  let opened: Promise<() => Promise<ComplaintDesk>> | undefined
  return async (channel) => {
    if (channel !== 'wechat_pay') return closedDesk(channel)
    opened ??= wechatPayDesk(parts)
    return (await opened)()
  }
}
