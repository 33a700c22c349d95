import type { Millis } from '../../../shared/kernel/time.ts'

/** Names an order and a moment, so that nothing need be remembered for what it stands for. At most 60 characters. */
export const stamp = (outTradeNo: string, issuedAt: Millis): string =>
  Buffer.from(`${issuedAt.toString(36)}.${outTradeNo}`).toString('base64url')

/** What a stamp says, or undefined when it is none. */
const readStamp = (text: string): { outTradeNo: string; issuedAt: Millis } | undefined => {
  const found = /^([0-9a-z]{1,11})\.(.{6,32})$/.exec(Buffer.from(text, 'base64url').toString())
  if (!found?.[1] || !found[2]) return undefined
  return { outTradeNo: found[2], issuedAt: Number.parseInt(found[1], 36) }
}

/** What a payer holds in hand: the order, and whether it came too late. */
export type Held = { outTradeNo: string; expired: boolean }

/** Reads a stamp that is good for `life` ms. */
export const heldFor = (text: string, life: Millis, now: Millis): Held | undefined => {
  const read = readStamp(text)
  return read && { outTradeNo: read.outTradeNo, expired: now - read.issuedAt > life }
}
