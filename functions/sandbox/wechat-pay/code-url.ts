import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { type Held, heldFor, stamp } from './stamp.ts'

const PREFIX = 'weixin://wxpay/bizpayurl?pr='

/** A code can be scanned for two hours; creating the same order again gives a fresh one. */
const CODE_LIFE: Millis = 2 * HOUR

/** What the payer scans. */
export const codeUrl = (outTradeNo: string, issuedAt: Millis): string => PREFIX + stamp(outTradeNo, issuedAt)

/** The order of a scanned code; undefined when it is none of ours, `expired` when it is too old to pay with. */
export const readCodeUrl = (url: string, now: Millis): Held | undefined =>
  url.startsWith(PREFIX) ? heldFor(url.slice(PREFIX.length), CODE_LIFE, now) : undefined
