import { rfc3339Beijing } from '../../../shared/kernel/time.ts'
import type { PaymentRequest, RefundRequest } from '../../payment/paying/provider.ts'
import type { Merchant } from './merchant.ts'

/** One call to the API; `path` is encoded and carries the query. */
export type ApiRequest = { method: 'GET' | 'POST'; path: string; body?: Record<string, unknown> }

/**
 * Builds the same body for the same request, byte for byte: WeChat Pay refuses a repeat that differs. `particulars` are what
 * the product of that path adds.
 */
export const createRequest = (
  merchant: Merchant,
  path: string,
  request: PaymentRequest,
  particulars: Record<string, unknown>,
): ApiRequest => ({
  method: 'POST',
  path,
  body: {
    appid: merchant.appid,
    mchid: merchant.mchid,
    description: request.description,
    out_trade_no: request.outTradeNo,
    // Without it an abandoned order stays payable for seven days.
    time_expire: rfc3339Beijing(request.expiresAt),
    notify_url: request.notifyUrl,
    amount: { total: request.amountFen, currency: 'CNY' },
    ...particulars,
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
