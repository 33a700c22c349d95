import * as z from 'zod/mini'
import { rfc3339Beijing } from '../../../../shared/kernel/time.ts'
import type { PayerAction, PaymentMethod, PaymentRequest, RefundRequest } from '../provider.ts'
import { parseJson } from './json.ts'
import type { Merchant } from './merchant.ts'

/** One call to the API; `path` is encoded and carries the query. */
export type ApiRequest = { method: 'GET' | 'POST'; path: string; body?: Record<string, unknown> }

/** A way to pay at this channel: where the order is made, and what its answer gives the payer. */
export type Product = {
  method: PaymentMethod
  path: string
  readAction(answer: Buffer): PayerAction | undefined
}

const nativeAnswer = z.object({ code_url: z.string().check(z.minLength(1)) })

export const products: readonly Product[] = [
  {
    method: 'wechat_native',
    path: '/v3/pay/transactions/native',
    readAction: (answer) => {
      const read = parseJson(nativeAnswer, answer)
      return read && { codeUrl: read.code_url }
    },
  },
]

/** Builds the same body for the same request, byte for byte: WeChat Pay refuses a repeat that differs. */
export const createRequest = (merchant: Merchant, product: Product, request: PaymentRequest): ApiRequest => ({
  method: 'POST',
  path: product.path,
  body: {
    appid: merchant.appid,
    mchid: merchant.mchid,
    description: request.description,
    out_trade_no: request.outTradeNo,
    // Without it an abandoned order stays payable for seven days.
    time_expire: rfc3339Beijing(request.expiresAt),
    notify_url: request.notifyUrl,
    amount: { total: request.amountFen, currency: 'CNY' },
  },
})

const orderPath = (outTradeNo: string): string => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`

export const queryRequest = (merchant: Merchant, outTradeNo: string): ApiRequest => ({
  method: 'GET',
  path: `${orderPath(outTradeNo)}?mchid=${encodeURIComponent(merchant.mchid)}`,
})

export const closeRequest = (merchant: Merchant, outTradeNo: string): ApiRequest => ({
  method: 'POST',
  path: `${orderPath(outTradeNo)}/close`,
  body: { mchid: merchant.mchid },
})

const REFUNDS = '/v3/refund/domestic/refunds'

/** By transaction id: by our own number WeChat Pay has answered "not found" for orders that were paid. */
export const refundRequest = (request: RefundRequest): ApiRequest => ({
  method: 'POST',
  path: REFUNDS,
  body: {
    transaction_id: request.transactionId,
    out_refund_no: request.outRefundNo,
    reason: request.reason,
    notify_url: request.notifyUrl,
    amount: { refund: request.refundFen, total: request.totalFen, currency: 'CNY' },
  },
})

export const refundQueryRequest = (outRefundNo: string): ApiRequest => ({
  method: 'GET',
  path: `${REFUNDS}/${encodeURIComponent(outRefundNo)}`,
})
