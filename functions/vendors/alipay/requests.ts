import { yuan } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { PaymentMethod, PaymentRequest, RefundRequest } from '../../payment/paying/provider.ts'
import { beijingText } from './fields.ts'
import type { Merchant } from './merchant.ts'
import { type Params, SIGN_TYPE, signatureOf, signedText } from './signing.ts'

/** One call of the gateway: the method's name, its content, and what stands beside it. */
export type ApiCall = { method: string; content: Record<string, unknown>; beside?: Params }

/** A way to pay at this channel. `page`: the payer's browser makes the call, so it is only written down. */
export type Product = { method: PaymentMethod; api: string; page: boolean; code?: string }

export const products: readonly Product[] = [
  { method: 'alipay_qr', api: 'alipay.trade.precreate', page: false },
  { method: 'alipay_wap', api: 'alipay.trade.wap.pay', page: true, code: 'QUICK_WAP_WAY' },
  { method: 'alipay_page', api: 'alipay.trade.page.pay', page: true, code: 'FAST_INSTANT_TRADE_PAY' },
]

/** Builds the same content for the same request. */
export const createCall = (product: Product, request: PaymentRequest): ApiCall => ({
  method: product.api,
  content: {
    out_trade_no: request.outTradeNo,
    total_amount: yuan(request.amountFen),
    // Alipay refuses these in a title; and they would blur where a parameter of a notification ends.
    subject: request.description.replace(/[&=/%+]/g, ' '),
    // Nothing else ends a trade that nobody has scanned yet.
    time_expire: beijingText(request.expiresAt),
    product_code: product.code,
    quit_url: product.method === 'alipay_wap' ? request.returnUrl : undefined,
  },
  beside: { notify_url: request.notifyUrl, return_url: (product.page && request.returnUrl) || '' },
})

export const queryCall = (outTradeNo: string): ApiCall => ({
  method: 'alipay.trade.query',
  content: { out_trade_no: outTradeNo },
})

export const closeCall = (outTradeNo: string): ApiCall => ({
  method: 'alipay.trade.close',
  content: { out_trade_no: outTradeNo },
})

/** Without our own number a repeat would be a second refund. Notifications go to the payment's address, not to one of its own. */
export const refundCall = (request: RefundRequest): ApiCall => ({
  method: 'alipay.trade.refund',
  content: {
    trade_no: request.transactionId,
    out_request_no: request.outRefundNo,
    refund_amount: yuan(request.refundFen),
    refund_reason: request.reason,
  },
})

export const refundQueryCall = (outTradeNo: string, outRefundNo: string): ApiCall => ({
  method: 'alipay.trade.fastpay.refund.query',
  content: { out_trade_no: outTradeNo, out_request_no: outRefundNo, query_options: ['gmt_refund_pay'] },
})

/** `trade`: payments and refunds; `signcustomer`: every movement of the account. */
export type BillType = 'trade' | 'signcustomer'

/** `day` as YYYY-MM-DD. */
export const billCall = (type: BillType, day: string): ApiCall => ({
  method: 'alipay.data.dataservice.bill.downloadurl.query',
  content: { bill_type: type, bill_date: day },
})

/** Every parameter of one call, signed. */
export const signedParams = (merchant: Merchant, call: ApiCall, now: Millis): Params => {
  const params: Params = {
    app_id: merchant.appId,
    method: call.method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: SIGN_TYPE,
    timestamp: beijingText(now),
    version: '1.0',
    ...merchant.certificates,
    ...call.beside,
    biz_content: JSON.stringify(call.content),
  }
  const given = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''))
  return { ...given, sign: signatureOf(merchant.privateKey, signedText(given)) }
}

/** `name=value&…`, every value encoded: for the query of an address and for the body of a form. */
export const formEncoded = (params: Params): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** The address at Alipay where the payer's browser makes that call. */
export const pageAddress = (merchant: Merchant, call: ApiCall, now: Millis): string =>
  `${merchant.gateway}?${formEncoded(signedParams(merchant, call, now))}`
