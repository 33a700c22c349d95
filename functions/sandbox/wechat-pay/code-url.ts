import { HOUR, type Millis } from '../../../shared/kernel/time.ts'

const PREFIX = 'weixin://wxpay/bizpayurl?pr='

/** A code can be scanned for two hours; creating the same order again gives a fresh one. */
const CODE_LIFE: Millis = 2 * HOUR

/** What the payer scans. It names the order and the moment of issue, so nothing need be remembered for it. */
export const codeUrl = (outTradeNo: string, issuedAt: Millis): string =>
  PREFIX + Buffer.from(`${issuedAt.toString(36)}.${outTradeNo}`).toString('base64url')

/** The order of a scanned code; undefined when it is none of ours, `expired` when it is too old to pay with. */
export const readCodeUrl = (url: string, now: Millis): { outTradeNo: string; expired: boolean } | undefined => {
  if (!url.startsWith(PREFIX)) return undefined
  const found = /^([0-9a-z]{1,11})\.(.{6,32})$/.exec(Buffer.from(url.slice(PREFIX.length), 'base64url').toString())
  if (!found?.[1] || !found[2]) return undefined
  return { outTradeNo: found[2], expired: now - Number.parseInt(found[1], 36) > CODE_LIFE }
}
