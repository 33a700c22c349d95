import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { jsapiCall } from './paying/attempt-store.ts'
import { paymentMethods } from './paying/provider.ts'

/** What the method needs; of the others nothing. */
const text = z.nullable(z.string())

export const payRoute = route({
  fn: 'payment-pay',
  method: 'POST',
  name: 'payOrder',
  path: '/v1/orders/{id}/payments',
  caller: 'session',
  summary: 'Begin paying an order; the same method and payer again answer the same code',
  bodyLimit: 1024,
  body: z.strictObject({
    method: z.enum(paymentMethods),
    /** Who pays inside WeChat; wechat_jsapi needs it, and for other methods it is not kept. */
    openid: z.optional(z.string('openid_required').check(z.regex(/^[\w-]{1,128}$/, 'openid_required'))),
    /** The page of this service the payer's browser comes back to. */
    returnPath: z.optional(
      z.string('invalid_return_path').check(z.regex(/^\/(?!\/)[\w\-./]{0,200}$/, 'invalid_return_path')),
    ),
  }),
  answers: {
    200: z.strictObject({
      outTradeNo: z.string(),
      codeUrl: text,
      h5Url: text,
      jsapi: z.nullable(jsapiCall),
      qrCode: text,
      formUrl: text,
    }),
  },
  problems: [
    'unauthenticated',
    'banned',
    'not_found',
    'order_not_payable',
    'order_expired',
    'identity_unavailable',
    'resubmitted_too_soon',
    'phone_segment_unsupported',
    'verification_paused',
    'openid_required',
    'invalid_return_path',
    'too_many_attempts',
    'payment_method_unavailable',
    'payment_channel_unavailable',
    'contended',
  ],
})
