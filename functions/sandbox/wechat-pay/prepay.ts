import { HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { type Held, heldFor, stamp } from './stamp.ts'

const ID_PREFIX = 'wx'

/** In the place of wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb. */
export const CASHIER_PATH = '/sandbox/wechat-pay/checkmweb'

/** A page inside WeChat can use its number for two hours, a browser must open its address within five minutes. */
const ID_LIFE: Millis = 2 * HOUR
const ADDRESS_LIFE: Millis = 5 * MINUTE

/** What a page inside WeChat signs and hands over. */
export const prepayId = (outTradeNo: string, issuedAt: Millis): string => ID_PREFIX + stamp(outTradeNo, issuedAt)

const readId = (id: string, life: Millis, now: Millis): Held | undefined =>
  id.startsWith(ID_PREFIX) ? heldFor(id.slice(ID_PREFIX.length), life, now) : undefined

/** The order of a number; undefined when it is none of ours. */
export const readPrepayId = (id: string, now: Millis): Held | undefined => readId(id, ID_LIFE, now)

/** Where the payer's browser goes; the page may append `redirect_url`. */
export const h5Url = (publicUrl: string, outTradeNo: string, issuedAt: Millis): string =>
  `${publicUrl}${CASHIER_PATH}?prepay_id=${prepayId(outTradeNo, issuedAt)}&package=${issuedAt % 1e10}`

/** The order of an address; undefined when it is none of ours. */
export const readH5Url = (url: string, now: Millis): Held | undefined => {
  const parsed = URL.parse(url)
  const id = parsed?.searchParams.get('prepay_id')
  return parsed && id && parsed.pathname === CASHIER_PATH ? readId(id, ADDRESS_LIFE, now) : undefined
}
