import type { Answer, Body } from 'shiming-client'
import type { Where } from './where.ts'

export type Method = Body<'POST /v1/orders/{id}/payments'>['method']

/** A method as the offers tell of it. */
export type MethodTold = Answer<'GET /v1/offers'>['payment']['methods'][number]

/**
 * How a payment begins: WeChat's own sheet over this page, a page of the channel in the place of this one, a code for the camera of a
 * phone, or (`outside`) that page in another browser, because the app we are in does not open it.
 */
export type Manner = 'sheet' | 'jump' | 'code' | 'outside'

/** A way to pay that works where the payer is. */
export type Way = { method: Method; channel: MethodTold['channel']; manner: Manner }

const CODES: readonly Method[] = ['wechat_native', 'alipay_qr']

/** How a method begins in the place it is made for. */
const mannerOf = (method: Method): Manner => {
  if (method === 'wechat_jsapi') return 'sheet'
  return CODES.includes(method) ? 'code' : 'jump'
}

const PLACES = {
  wechat: 'wechat',
  alipay: 'phone_browser',
  inside: 'phone_browser',
  phone_browser: 'phone_browser',
  desktop: 'desktop',
} as const

/**
 * The ways to pay at this place, the usual first, of all methods that the service takes. Where the place has none of a channel's own, but
 * a phone's browser has, that one is offered `outside`.
 */
export const waysAt = (methods: readonly MethodTold[], where: Where): Way[] => {
  const made = (place: 'wechat' | 'phone_browser' | 'desktop', manner?: Manner): Way[] =>
    methods
      .filter(({ worksIn }) => worksIn.includes(place))
      .map(({ method, channel }) => ({ method, channel, manner: manner ?? mannerOf(method) }))
  const here = made(PLACES[where], where === 'inside' ? 'outside' : undefined)
  // Alipay's app opens its own cashier, and WeChat's nowhere.
  const own = where === 'alipay' ? here.filter(({ channel }) => channel === 'alipay') : here
  const elsewhere = where === 'wechat' || where === 'alipay' ? made('phone_browser', 'outside') : []
  return [...own, ...elsewhere.filter(({ channel }) => own.every((way) => way.channel !== channel))]
}
