import { HOUR, type Millis } from '../../../shared/kernel/time.ts'

const PREFIX = 'https://qr.alipay.com/bax'

/** Unless somebody has scanned it, a code dies after two hours. */
const CODE_LIFE: Millis = 2 * HOUR

/** What the buyer scans. It names which offer of which order was meant, and when. */
export const qrCode = (outTradeNo: string, offer: number, issuedAt: Millis): string =>
  PREFIX + Buffer.from(`${issuedAt.toString(36)}.${offer}.${outTradeNo}`).toString('base64url')

export type Scanned = { outTradeNo: string; offer: number; expired: boolean }

/** What a scanned code says; undefined when it is none of ours. */
export const readQrCode = (code: string, now: Millis): Scanned | undefined => {
  if (!code.startsWith(PREFIX)) return undefined
  const text = Buffer.from(code.slice(PREFIX.length), 'base64url').toString()
  const [, issuedAt, offer, outTradeNo] = /^([0-9a-z]{1,11})\.(\d{1,3})\.(\w{1,64})$/.exec(text) ?? []
  if (issuedAt === undefined || offer === undefined || outTradeNo === undefined) return undefined
  return { outTradeNo, offer: Number(offer), expired: now - Number.parseInt(issuedAt, 36) > CODE_LIFE }
}
