import type { PaymentProvider } from '../../payment/paying/provider.ts'
import { fromSecret } from '../from-secret.ts'
import { accountOf } from './account.ts'
import { readClosed, readQrCode, readQueriedRefund, readRefund, readTrade } from './answers.ts'
import { type Call, type Failure, failure } from './errors.ts'
import { type AlipayDeps, exchange } from './exchange.ts'
import { type AlipayConfig, openMerchant } from './merchant.ts'
import { notificationReader } from './notification.ts'
import {
  type ApiCall,
  closeCall,
  createCall,
  pageAddress,
  products,
  queryCall,
  refundCall,
  refundQueryCall,
} from './requests.ts'

/**
 * Alipay through its classic gateway, whose signature the payment pages need anyway. Throws only when it is made with keys that
 * cannot work. Its methods answer `unavailable` to whatever is not a signed, readable answer about the very order or refund that
 * was asked for. `absent` to a query does not mean dead here: a trade comes into being when the payer scans or signs in, and
 * until `expiresAt` has passed (plus a margin, and one more query) it still may. For the same reason closing it is `unavailable`.
 */
export const alipay = (config: AlipayConfig, deps: AlipayDeps): PaymentProvider => {
  const merchant = openMerchant(config)
  const send = exchange(merchant, deps)

  const ask = async <C extends Call, T>(
    call: C,
    request: ApiCall,
    read: (body: string) => T | undefined,
  ): Promise<T | Failure<C>> => {
    const answer = await send(request)
    if (answer.kind === 'refused') return failure(call, answer)
    if (answer.kind === 'unavailable') return answer
    return read(answer.body) ?? { kind: 'unavailable', code: 'answer_invalid' }
  }

  return {
    channel: 'alipay',
    methods: products.map((product) => product.method),
    create: async (request) => {
      const product = products.find(({ method }) => method === request.method)
      if (!product) return { kind: 'rejected', code: 'method_unknown' }
      const call = createCall(product, request)
      if (product.page) {
        return { kind: 'created', action: { formUrl: pageAddress(merchant, call, deps.clock.now()) } }
      }
      return ask('create', call, (body) => {
        const qrCode = readQrCode(request.outTradeNo, body)
        return qrCode === undefined ? undefined : { kind: 'created', action: { qrCode } }
      })
    },
    query: (outTradeNo) => ask('query', queryCall(outTradeNo), readTrade(outTradeNo)),
    close: (outTradeNo) => ask('close', closeCall(outTradeNo), readClosed(outTradeNo)),
    refund: (request) => ask('refund', refundCall(request), readRefund(request, deps.clock.now())),
    queryRefund: (of) =>
      ask('queryRefund', refundQueryCall(of.outTradeNo, of.outRefundNo), readQueriedRefund(of, deps.clock.now())),
    readNotification: notificationReader(merchant),
  }
}

/** The largest answer that is read. */
const MAX_ANSWER = 256 * 1024

/** Makes the provider from the app's secret. */
export const alipayFrom = fromSecret(accountOf, alipay, MAX_ANSWER)
