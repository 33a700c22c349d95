import type { Payer, PaymentChannel, PaymentMethod } from './provider.ts'

/** What a method may have to know of whoever pays. */
type PayerPart = Exclude<keyof Payer, 'method'>

type Method = {
  channel: PaymentChannel
  /**
   * What the payer was given stays good until the order expires; otherwise the channel is asked again, by the same frozen request
   * (an H5 address lives five minutes, and a call for the page inside WeChat is signed anew each time it is shown).
   */
  lasting: boolean
  /** Without it the channel takes no payment. */
  needs?: PayerPart
  /** Known to the method where it is given. */
  takes?: PayerPart
}

/**
 * What there is to know of a method before its channel is asked. What it needs and takes of the payer is frozen with the attempt,
 * and nothing else is: who differs in what it needs asks for another payment, because the one that is open was made for somebody
 * else (WeChat Pay lets only that address, or that openid, pay).
 */
const methods: Record<PaymentMethod, Method> = {
  wechat_native: { channel: 'wechat_pay', lasting: true },
  wechat_h5: { channel: 'wechat_pay', lasting: false, needs: 'payerIp', takes: 'returnUrl' },
  wechat_jsapi: { channel: 'wechat_pay', lasting: false, needs: 'openid' },
  alipay_qr: { channel: 'alipay', lasting: true },
  alipay_wap: { channel: 'alipay', lasting: true, takes: 'returnUrl' },
  alipay_page: { channel: 'alipay', lasting: true, takes: 'returnUrl' },
}

/** The channel a method belongs to. */
export const channelOf = (method: PaymentMethod): PaymentChannel => methods[method].channel

/** Whether the channel makes the trade only when its code is scanned: until then it knows of nothing, and can close nothing. */
export const existsOnlyOnceScanned = (method: PaymentMethod): boolean => channelOf(method) === 'alipay'

/** Whether what the payer was given for a method stays good until the order expires. */
export const isLasting = (method: PaymentMethod): boolean => methods[method].lasting

const partsOf = (method: PaymentMethod): PayerPart[] =>
  [methods[method].needs, methods[method].takes].filter((part) => part !== undefined)

/** What a method needs of its payer, and was not told. */
export const missingOf = (payer: Payer): PayerPart | undefined => {
  const { needs } = methods[payer.method]
  return needs && !payer[needs] ? needs : undefined
}

/** The payer as far as the method knows them; what else was told of them is nobody's business. */
export const payerKnownTo = (payer: Payer): Payer => {
  const { method } = payer
  const parts = partsOf(method).flatMap((part) => (payer[part] === undefined ? [] : [[part, payer[part]]]))
  return { method, ...Object.fromEntries(parts) }
}

/** Whether a payment that was opened for one can be paid by the other, the same way. Where the browser comes back to is nobody. */
export const isSamePayer = (one: Payer, other: Payer): boolean => {
  const { needs } = methods[one.method]
  return one.method === other.method && (needs === undefined || one[needs] === other[needs])
}
