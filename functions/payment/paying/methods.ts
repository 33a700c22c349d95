import type { PaymentChannel, PaymentMethod } from './provider.ts'

/**
 * What there is to know of a method before its channel is asked. `lasting`: what the payer was given stays good until the order
 * expires; otherwise the channel is asked again, by the same frozen request (an H5 address lives five minutes, and a call
 * for the page inside WeChat is signed anew each time it is shown).
 */
const methods: Record<PaymentMethod, { channel: PaymentChannel; lasting: boolean }> = {
  wechat_native: { channel: 'wechat_pay', lasting: true },
  wechat_h5: { channel: 'wechat_pay', lasting: false },
  wechat_jsapi: { channel: 'wechat_pay', lasting: false },
  alipay_qr: { channel: 'alipay', lasting: true },
  alipay_wap: { channel: 'alipay', lasting: true },
  alipay_page: { channel: 'alipay', lasting: true },
}

/** The channel a method belongs to. */
export const channelOf = (method: PaymentMethod): PaymentChannel => methods[method].channel

/** Whether the channel makes the trade only when its code is scanned: until then it knows of nothing, and can close nothing. */
export const existsOnlyOnceScanned = (method: PaymentMethod): boolean => channelOf(method) === 'alipay'

/** Whether what the payer was given for a method stays good until the order expires. */
export const isLasting = (method: PaymentMethod): boolean => methods[method].lasting
