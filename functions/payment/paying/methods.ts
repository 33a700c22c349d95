import { type Payer, type PaymentChannel, type PaymentMethod, paymentMethods } from './provider.ts'

/** What a method may have to know of whoever pays. */
type PayerPart = Exclude<keyof Payer, 'method'>

/** What a method cannot do without. */
type Need = 'openid' | 'payerIp'

/** Where somebody pays: in the browser of WeChat, in another one on a phone, or on a desktop, whose code a phone scans. */
export const payingPlaces = ['wechat', 'phone_browser', 'desktop'] as const
type Place = (typeof payingPlaces)[number]

type Method = {
  channel: PaymentChannel
  /** Nowhere else: WeChat opens no code of its own that is shown on the same phone, and no page of Alipay. */
  worksIn: readonly Place[]
  /**
   * What the payer was given stays good until the order expires; otherwise the channel is asked again, by the same frozen request
   * (an H5 address lives five minutes, and a call for the page inside WeChat is signed anew each time it is shown).
   */
  lasting: boolean
  /** Without them the channel takes no payment. */
  needs: readonly Need[]
  /** Known to the method where they are given. */
  takes: readonly PayerPart[]
}

/**
 * What there is to know of a method before its channel is asked. What it needs and takes of the payer is frozen with the attempt,
 * and nothing else is: who differs in what it needs asks for another payment, because the one that is open was made for somebody
 * else (WeChat Pay lets only that address, or that openid, pay).
 */
const methods: Record<PaymentMethod, Method> = {
  wechat_native: { channel: 'wechat_pay', worksIn: ['desktop'], lasting: true, needs: [], takes: [] },
  wechat_h5: {
    channel: 'wechat_pay',
    worksIn: ['phone_browser'],
    lasting: false,
    needs: ['payerIp'],
    takes: ['returnUrl'],
  },
  wechat_jsapi: { channel: 'wechat_pay', worksIn: ['wechat'], lasting: false, needs: ['openid'], takes: [] },
  alipay_qr: { channel: 'alipay', worksIn: ['desktop'], lasting: true, needs: [], takes: [] },
  alipay_wap: { channel: 'alipay', worksIn: ['phone_browser'], lasting: true, needs: [], takes: ['returnUrl'] },
  alipay_page: { channel: 'alipay', worksIn: ['desktop'], lasting: true, needs: [], takes: ['returnUrl'] },
}

/** The channel a method belongs to. */
export const channelOf = (method: PaymentMethod): PaymentChannel => methods[method].channel

/** What a method may need of a request to pay, in the words of the API. */
export const methodNeeds = ['openid', 'public_address'] as const

const needNames: Record<Need, (typeof methodNeeds)[number]> = { openid: 'openid', payerIp: 'public_address' }

/** A method as its payer is told of it. */
export type MethodTerms = {
  method: PaymentMethod
  channel: PaymentChannel
  worksIn: Place[]
  needs: (typeof methodNeeds)[number][]
}

/**
 * The methods of these channels. Those inside WeChat need to know whose WeChat it is, so without a service account (`findsOpenids`) no
 * page of ours can pay by them.
 */
export const methodsAt = (channels: readonly PaymentChannel[], findsOpenids: boolean): MethodTerms[] =>
  paymentMethods
    .map((method) => ({ method, ...methods[method] }))
    .filter(({ channel, needs }) => channels.includes(channel) && (findsOpenids || !needs.includes('openid')))
    .map(({ method, channel, worksIn, needs }) => ({
      method,
      channel,
      worksIn: [...worksIn],
      needs: needs.map((need) => needNames[need]),
    }))

/** Whether the channel makes the trade only when its code is scanned: until then it knows of nothing, and can close nothing. */
export const existsOnlyOnceScanned = (method: PaymentMethod): boolean => channelOf(method) === 'alipay'

/** Whether what the payer was given for a method stays good until the order expires. */
export const isLasting = (method: PaymentMethod): boolean => methods[method].lasting

/** What a method needs of its payer. */
export const needsOf = (method: PaymentMethod): readonly Need[] => methods[method].needs

/** What a method needs of its payer, and was not told. */
export const missingOf = (payer: Payer): Need | undefined => needsOf(payer.method).find((part) => !payer[part])

/** The payer as far as the method knows them; what else was told of them is nobody's business. */
export const payerKnownTo = (payer: Payer): Payer => {
  const { method } = payer
  const { needs, takes } = methods[method]
  const told = [...needs, ...takes].filter((part) => payer[part] !== undefined)
  return { method, ...Object.fromEntries(told.map((part) => [part, payer[part]])) }
}

/** Whether a payment that was opened for one can be paid by the other, the same way. Where the browser comes back to is nobody. */
export const isSamePayer = (one: Payer, other: Payer): boolean =>
  one.method === other.method && methods[one.method].needs.every((part) => one[part] === other[part])
