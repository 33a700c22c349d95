/**
 * Where a page is open, as far as its browser says. `inside`: in an app whose browser pays nowhere and can only be left (WeCom, a
 * mini-program's web-view).
 */
export type Where = 'wechat' | 'alipay' | 'inside' | 'phone_browser' | 'desktop'

const PHONE = /android|iphone|ipad|ipod|mobile/i

/** Where a browser of that user agent is: for layout and for what is offered first, never for what anybody may do. */
export const whereOf = (userAgent: string): Where => {
  if (/wxwork|miniprogram/i.test(userAgent)) return PHONE.test(userAgent) ? 'inside' : 'desktop'
  if (/windowswechat|macwechat/i.test(userAgent)) return 'desktop'
  if (/micromessenger/i.test(userAgent)) return PHONE.test(userAgent) ? 'wechat' : 'desktop'
  if (!PHONE.test(userAgent)) return 'desktop'
  return /alipayclient/i.test(userAgent) ? 'alipay' : 'phone_browser'
}
