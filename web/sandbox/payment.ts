import type { Sandbox, Shown } from 'shiming-client/sandbox'
import { deskCodeIn } from './desk-code.ts'
import { isFacePage } from './face.ts'

/** A payment as its channel shows it to the payer. */
export type Payment = Awaited<ReturnType<Sandbox['payer']['looks']>>

/** What a scanned or pasted text is for the payer; undefined for no text at all. */
export const shownBy = (text: string): Shown | undefined => {
  if (text.startsWith('weixin://')) return { codeUrl: text }
  if (text.startsWith('https://qr.alipay.com/')) return { qrCode: text }
  if (!/^https?:\/\//.test(text) || isFacePage(text) || deskCodeIn(text) !== undefined) return undefined
  return text.includes('/gateway.do') ? { formUrl: text } : { h5Url: text }
}

/** Whether the payer can still pay it: each channel has its own words. */
export const standingOf = ({ state, paidFen }: Payment): 'open' | 'paid' | 'closed' => {
  if (paidFen > 0) return 'paid'
  return state.endsWith('CLOSED') ? 'closed' : 'open'
}
