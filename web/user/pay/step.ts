import type { Answer } from 'shiming-client'
import type { SheetCall } from './bridge.ts'
import type { Way } from './ways.ts'

type Action = Answer<'POST /v1/orders/{id}/payments'>

/**
 * How far paying is on this page. `away`: the payer is at the channel, over this page or in its place, and may come back in any way.
 * `isFirst`: this page was opened so. `outside`: the link is to be opened in another browser; `ofChannel` where it leads to the channel itself.
 */
export type Step =
  | { is: 'choosing' }
  | { is: 'code'; way: Way; code: string }
  | { is: 'away'; to?: string; call?: SheetCall; isFirst?: boolean }
  | { is: 'outside'; link: string; ofChannel: boolean }

/** What follows from what the service answered to pay by; `page`: the address of this page. */
export const stepAfter = (way: Way, { codeUrl, qrCode, h5Url, formUrl, jsapi }: Action, page: string): Step => {
  const code = codeUrl ?? qrCode
  if (code !== null) return { is: 'code', way, code }
  if (way.manner === 'outside') return { is: 'outside', link: formUrl ?? page, ofChannel: formUrl !== null }
  const to = h5Url ?? formUrl
  return { is: 'away', ...(to !== null && { to }), ...(jsapi !== null && { call: jsapi }) }
}

/**
 * Whether a way begins before the service is asked for a payment: an address of WeChat Pay in a browser lives minutes and serves one
 * network, so the page itself has to be opened there.
 */
export const leavesFirst = ({ manner, channel }: Way): boolean => manner === 'outside' && channel === 'wechat_pay'
