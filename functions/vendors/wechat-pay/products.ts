import * as z from 'zod/mini'
import type { JsapiCall, PayerAction, PaymentMethod, PaymentRequest } from '../../payment/paying/provider.ts'
import { parseJson } from './json.ts'

/** What an order of a product states besides what all state; or what the request lacks for it. */
type Particulars = { body: Record<string, unknown> } | { missing: 'payer_ip_missing' | 'openid_missing' }

/** A way to pay at this channel: where the order is made, what is particular about it, and what its answer gives the payer. */
export type Product = {
  method: PaymentMethod
  path: string
  particulars(request: PaymentRequest): Particulars
  /** `sign` makes the call for the page inside WeChat; it signs anew each time. */
  readAction(answer: Buffer, request: PaymentRequest, sign: (prepayId: string) => JsapiCall): PayerAction | undefined
}

const nativeAnswer = z.object({ code_url: z.string().check(z.minLength(1)) })
const h5Answer = z.object({ h5_url: z.string().check(z.minLength(1)) })
// A line feed in it would move the lines of what is signed.
const jsapiAnswer = z.object({ prepay_id: z.string().check(z.regex(/^[\w-]{1,128}$/)) })

/** The address to open; WeChat sends the payer to `redirect_url` afterwards, paid or not. Its domain must be registered there. */
const withReturn = (h5Url: string, returnUrl: string | undefined): string =>
  returnUrl ? `${h5Url}${h5Url.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(returnUrl)}` : h5Url

export const products: readonly Product[] = [
  {
    method: 'wechat_native',
    path: '/v3/pay/transactions/native',
    particulars: () => ({ body: {} }),
    readAction: (answer) => {
      const read = parseJson(nativeAnswer, answer)
      return read && { codeUrl: read.code_url }
    },
  },
  {
    method: 'wechat_h5',
    path: '/v3/pay/transactions/h5',
    particulars: ({ payerIp }) =>
      payerIp
        ? { body: { scene_info: { payer_client_ip: payerIp, h5_info: { type: 'Wap' } } } }
        : { missing: 'payer_ip_missing' },
    readAction: (answer, { returnUrl }) => {
      const read = parseJson(h5Answer, answer)
      return read && { h5Url: withReturn(read.h5_url, returnUrl) }
    },
  },
  {
    method: 'wechat_jsapi',
    path: '/v3/pay/transactions/jsapi',
    particulars: ({ openid }) => (openid ? { body: { payer: { openid } } } : { missing: 'openid_missing' }),
    readAction: (answer, _request, sign) => {
      const read = parseJson(jsapiAnswer, answer)
      return read && { jsapi: sign(read.prepay_id) }
    },
  },
]
