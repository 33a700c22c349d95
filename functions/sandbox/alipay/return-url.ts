import { yuan } from '../../../shared/kernel/money.ts'
import { beijingTime } from '../beijing.ts'
import type { AlipaySandbox } from '../sandbox.ts'
import { signedParams } from './signature.ts'
import { isPaid, type Trade } from './trade.ts'

/** Where the buyer's browser goes after paying on a page, with what Alipay says there; a receipt, never proof of payment. */
export const returnUrl = (sandbox: AlipaySandbox, outTradeNo: string, trade: Trade): string | undefined => {
  const { alipay, clock } = sandbox
  if (!isPaid(trade) || trade.offer.returnUrl === undefined) return undefined
  const fields = {
    app_id: alipay.appId,
    auth_app_id: alipay.appId,
    charset: 'utf-8',
    method: `alipay.trade.${trade.offer.product}.pay.return`,
    out_trade_no: outTradeNo,
    seller_id: alipay.sellerId,
    timestamp: beijingTime(clock.now()),
    total_amount: yuan(trade.payment.paidFen),
    trade_no: trade.tradeNo,
    version: '1.0',
  }
  const sign = signedParams(new Map(Object.entries(fields)), alipay.privateKey)
  const url = new URL(trade.offer.returnUrl)
  for (const [name, value] of Object.entries({ ...fields, sign_type: 'RSA2', sign })) url.searchParams.set(name, value)
  return url.href
}
