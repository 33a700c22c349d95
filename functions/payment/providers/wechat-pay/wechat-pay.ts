import type { PaymentProvider } from '../provider.ts'
import { readOrder, readRefund } from './answers.ts'
import { type Call, type Failure, failure } from './errors.ts'
import { exchange, type WechatPayDeps } from './exchange.ts'
import { openMerchant, type WechatPayConfig } from './merchant.ts'
import { notificationReader } from './notification.ts'
import {
  type ApiRequest,
  closeRequest,
  createRequest,
  products,
  queryRequest,
  refundQueryRequest,
  refundRequest,
} from './requests.ts'

/**
 * WeChat Pay, APIv3, as a direct merchant. Throws only when it is made with keys that cannot work. Its methods answer
 * `unavailable` to whatever is not a signed, readable answer about the very order or refund that was asked for.
 */
export const wechatPay = (config: WechatPayConfig, deps: WechatPayDeps): PaymentProvider => {
  const merchant = openMerchant(config)
  const send = exchange(merchant, deps)

  const ask = async <C extends Call, T>(
    call: C,
    request: ApiRequest,
    read: (body: Buffer) => T | undefined,
  ): Promise<T | Failure<C>> => {
    const answer = await send(request)
    if (answer.kind === 'refused') return failure(call, answer)
    if (answer.kind === 'unavailable') return answer
    return read(answer.body) ?? { kind: 'unavailable', code: 'answer_invalid' }
  }

  return {
    channel: 'wechat_pay',
    methods: products.map((product) => product.method),
    create: async (request) => {
      const product = products.find(({ method }) => method === request.method)
      if (!product) return { kind: 'rejected', code: 'method_unknown' }
      return ask('create', createRequest(merchant, product, request), (body) => {
        const action = product.readAction(body)
        return action && { kind: 'created', action }
      })
    },
    query: (outTradeNo) => ask('query', queryRequest(merchant, outTradeNo), readOrder(merchant, outTradeNo)),
    close: (outTradeNo) =>
      ask('close', closeRequest(merchant, outTradeNo), (body) => (body.length === 0 ? { kind: 'closed' } : undefined)),
    refund: (request) => ask('refund', refundRequest(request), readRefund(request.outRefundNo, request)),
    queryRefund: ({ outRefundNo }) => ask('queryRefund', refundQueryRequest(outRefundNo), readRefund(outRefundNo)),
    readNotification: notificationReader(merchant),
  }
}
