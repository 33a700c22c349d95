import { type KeyObject, sign, verify } from 'node:crypto'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { JsapiCall } from '../../payment/paying/provider.ts'
import type { Merchant } from './merchant.ts'

/** RSA PKCS#1 v1.5 with SHA-256, whatever an answer's Wechatpay-Signature-Type claims: the sender does not choose. */
const ALGORITHM = 'RSA-SHA256'

/** How old, or how far ahead, a signature may be; older ones are replays. */
const WINDOW = 5 * MINUTE

export type SignedRequest = {
  method: 'GET' | 'POST'
  /** As sent: encoded, with the query, and with whatever path the base address has. */
  target: string
  /** As sent; empty for GET. */
  body: string
}

/** The merchant's signature over a text, as base64. */
const signedByMerchant = (merchant: Merchant, message: string): string =>
  sign(ALGORITHM, Buffer.from(message), merchant.privateKey).toString('base64')

/** The Authorization header of one request. Every line is ended by a line feed, the last one too. */
export const authorization = (merchant: Merchant, request: SignedRequest, now: Millis, nonce: string): string => {
  const timestamp = Math.floor(now / SECOND)
  const message = `${request.method}\n${request.target}\n${timestamp}\n${nonce}\n${request.body}\n`
  const signature = signedByMerchant(merchant, message)
  const pairs = { mchid: merchant.mchid, nonce_str: nonce, timestamp, serial_no: merchant.serial, signature }
  const list = Object.entries(pairs).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
}

/**
 * What the page hands to WeixinJSBridge to pay an order prepared as `prepayId`. The time and the nonce are part of it, so it
 * is made when it is shown, and not kept.
 */
export const jsapiCall = (merchant: Merchant, prepayId: string, now: Millis, nonce: string): JsapiCall => {
  const timeStamp = String(Math.floor(now / SECOND))
  const prepared = `prepay_id=${prepayId}`
  const paySign = signedByMerchant(merchant, `${merchant.appid}\n${timeStamp}\n${nonce}\n${prepared}\n`)
  return { appId: merchant.appid, timeStamp, nonceStr: nonce, package: prepared, signType: 'RSA', paySign }
}

export type Headers = Record<string, string | undefined>

export type SignatureFault = 'signature_missing' | 'signature_stale' | 'signature_serial_unknown' | 'signature_wrong'

/**
 * What is wrong with the channel's signature over an answer or a notification; undefined when it holds.
 * `body` is the bytes as they came. Header names in lower case; any value may be missing or absurd.
 * An unknown serial is refused without fetching anything: it may be a probe, and keys come by deployment.
 */
export const signatureFault = (
  keys: ReadonlyMap<string, KeyObject>,
  headers: Headers,
  body: Buffer,
  now: Millis,
): SignatureFault | undefined => {
  const timestamp = headers['wechatpay-timestamp'] ?? ''
  const nonce = headers['wechatpay-nonce'] ?? ''
  const signature = headers['wechatpay-signature'] ?? ''
  // A line feed in either would move the border between header and body inside the signed text.
  if (!/^\d{10}$/.test(timestamp) || !/^[!-~]{1,128}$/.test(nonce)) return 'signature_missing'
  if (Math.abs(now - Number(timestamp) * SECOND) >= WINDOW) return 'signature_stale'
  const key = keys.get(headers['wechatpay-serial'] ?? '')
  if (!key) return 'signature_serial_unknown'
  const bytes = Buffer.from(signature, 'base64')
  // Node's decoder skips what is not base64, so many texts would be one signature; only the proper spelling counts.
  if (bytes.toString('base64') !== signature) return 'signature_wrong'
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return verify(ALGORITHM, message, key, bytes) ? undefined : 'signature_wrong'
}
