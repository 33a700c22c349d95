import type { PaymentProvider, PaymentRequest } from '../../payment/paying/provider.ts'
import { fromSecret } from '../from-secret.ts'
import { accountOf } from './account.ts'
import { readOrder, readRefund } from './answers.ts'
import { asking } from './ask.ts'
import type { WechatPayDeps } from './exchange.ts'
import { openMerchant, type WechatPayConfig } from './merchant.ts'
import { notificationReader } from './notification.ts'
import { products } from './products.ts'
import { closeRequest, createRequest, queryRequest, refundQueryRequest, refundRequest } from './requests.ts'
import { jsapiCall } from './signing.ts'

/**
 * WeChat Pay, APIv3, as a direct merchant. Throws only when it is made with keys that cannot work. Its methods answer
 * `unavailable` to whatever is not a signed, readable answer about the very order or refund that was asked for.
 *
 * `create` may be repeated: the same request finds the same order. It must be, to show an H5 address again (it dies after
 * five minutes) or a JSAPI call (it is signed with the time of its making); a native code lives two hours.
 */
export const wechatPay = (config: WechatPayConfig, deps: WechatPayDeps): PaymentProvider => {
  const merchant = openMerchant(config)
  const ask = asking(merchant, deps)
  const sign = (prepayId: string) => jsapiCall(merchant, prepayId, deps.clock.now(), deps.nonce())

  const create = async (request: PaymentRequest): ReturnType<PaymentProvider['create']> => {
    const product = products.find(({ method }) => method === request.method)
    if (!product) return { kind: 'rejected', code: 'method_unknown' }
    const particulars = product.particulars(request)
    if ('missing' in particulars) return { kind: 'rejected', code: particulars.missing }
    return ask('create', createRequest(merchant, product.path, request, particulars.body), (body) => {
      const action = product.readAction(body, request, sign)
      return action && { kind: 'created', action }
    })
  }

  return {
    channel: 'wechat_pay',
    methods: products.map((product) => product.method),
    appId: merchant.appid,
    create,
    query: (outTradeNo) => ask('query', queryRequest(merchant, outTradeNo), readOrder(merchant, outTradeNo)),
    close: (outTradeNo) =>
      ask('close', closeRequest(merchant, outTradeNo), (body) => (body.length === 0 ? { kind: 'closed' } : undefined)),
    refund: (request) => ask('refund', refundRequest(request), readRefund(request.outRefundNo, request)),
    queryRefund: ({ outRefundNo }) => ask('queryRefund', refundQueryRequest(outRefundNo), readRefund(outRefundNo)),
    readNotification: notificationReader(merchant),
  }
}

/** The largest answer about one order or refund that is read. */
const MAX_ANSWER = 256 * 1024

/** Makes the provider from the merchant's secret. */
export const wechatPayFrom = fromSecret(accountOf, wechatPay, MAX_ANSWER)
