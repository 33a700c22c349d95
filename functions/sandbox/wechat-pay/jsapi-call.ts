import { verify } from 'node:crypto'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { WeChatPayKeys } from '../sandbox.ts'
import { readPrepayId } from './prepay.ts'
import type { Held } from './stamp.ts'

/** What a page inside WeChat hands to WeixinJSBridge. */
export type JsapiCall = {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

const PACKAGE = 'prepay_id='

/**
 * What WeChat does before it shows the payer anything: looks whether the merchant's key signed app, time, nonce and package,
 * four lines with a line feed each. Answers the order, or undefined for a number that is none.
 */
export const heldByPage = (call: JsapiCall, keys: WeChatPayKeys, now: Millis): Held | 'wrongly_signed' | undefined => {
  const { appId, timeStamp, nonceStr, signType, paySign } = call
  const lines = [appId, timeStamp, nonceStr, call.package].map((line) => `${line}\n`).join('')
  const right =
    appId === keys.appid &&
    signType === 'RSA' &&
    /^\d{10}$/.test(timeStamp) &&
    call.package.startsWith(PACKAGE) &&
    verify('RSA-SHA256', Buffer.from(lines), keys.merchantPublicKey, Buffer.from(paySign, 'base64'))
  return right ? readPrepayId(call.package.slice(PACKAGE.length), now) : 'wrongly_signed'
}
