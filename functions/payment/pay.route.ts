import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { PAGE_PATH } from '../front/page-path.ts'
import { jsapiCall } from './paying/attempt-store.ts'
import { paymentMethods } from './paying/provider.ts'

/** What the method needs; of the others nothing. */
const text = z.nullable(z.string())

export const payRoute = route({
  fn: 'payment-pay',
  method: 'POST',
  name: 'payOrder',
  path: '/v1/orders/{id}/payments',
  caller: 'session_or_platform',
  summary: 'Begin paying an order; the same method and payer again answer the same code',
  bodyLimit: 1024,
  query: z.strictObject(ofUser),
  body: z.strictObject({
    method: z.enum(paymentMethods),
    /** Who pays inside WeChat, said by the platform as `payerAddress` is. Otherwise it is whoever the session was found to be there. */
    openid: z.optional(z.string('openid_required').check(z.regex(/^[\w-]{1,128}$/, 'openid_required'))),
    /** Where the payer is, said by the platform: with its API key, or in a session that it opened. An IP address, which payer-address.ts knows. */
    payerAddress: z.optional(z.string('invalid_payer_address')),
    /** The page of this service the payer's browser comes back to. */
    returnPath: z.optional(z.string('invalid_return_path').check(z.regex(PAGE_PATH, 'invalid_return_path'))),
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
    ...ofUserProblems,
    'banned',
    'not_found',
    'order_not_payable',
    'order_expired',
    'identity_unavailable',
    'resubmitted_too_soon',
    'phone_segment_unsupported',
    'verification_paused',
    'openid_required',
    'openid_not_accepted',
    'invalid_payer_address',
    'payer_address_required',
    'payer_address_not_accepted',
    'invalid_return_path',
    'too_many_attempts',
    'too_often',
    'payment_method_unavailable',
    'payment_channel_unavailable',
    'contended',
  ],
})
