import type { Shown } from 'shiming-client/sandbox'
import { type Store, store } from '../shared/store.ts'

/** Places from which people pay in other ways than at a desk. */
export type Device = 'wechat' | 'phone_browser'

/** What a page inside WeChat hands over to be paid. */
export type JsapiCall = NonNullable<Shown['jsapi']>

/** The page asked WeChat to pay, and waits. */
export type Asked = { call: JsapiCall; answer: (result: 'ok' | 'cancel' | 'fail') => void }

/** What WeChat is asked at the moment; undefined for nothing. */
export type Bridge = Store<Asked | undefined>

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko)'
const agents: Record<Device, string> = {
  wechat: `${ANDROID} Version/4.0 Chrome/142.0.7444.173 Mobile Safari/537.36 XWEB/1420193 MicroMessenger/8.0.65.2960(0x28004156) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
  phone_browser: `${ANDROID} Chrome/142.0.7444.173 Mobile Safari/537.36`,
}

type Told = (result: { err_msg: string }) => void

const PAYING = 'getBrandWCPayRequest'

/**
 * Has the page believe that it is opened there, before its own scripts run; without a device it stays where it is. Inside WeChat that
 * includes the bridge, whose questions the phone answers.
 */
export const pretend = (device: Device | undefined): Bridge => {
  const asked: Bridge = store<Asked | undefined>(undefined)
  if (device === undefined) return asked
  Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => agents[device] })
  if (device !== 'wechat') return asked
  const invoke = (name: string, call: JsapiCall, told?: Told): void => {
    if (name !== PAYING) {
      told?.({ err_msg: `${name}:ok` })
      return
    }
    asked.set({
      call,
      answer: (result) => {
        asked.set(undefined)
        told?.({ err_msg: `get_brand_wcpay_request:${result}` })
      },
    })
  }
  Object.assign(window, { WeixinJSBridge: { invoke, on() {}, call() {} } })
  document.dispatchEvent(new Event('WeixinJSBridgeReady'))
  return asked
}
