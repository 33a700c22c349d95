import type { Request } from '../../../shared/http/request.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { paramsOf } from '../alipay/gateway.ts'
import { buy, type Meant } from '../alipay/pay.ts'
import { readQrCode } from '../alipay/qr-code.ts'
import { returnUrl } from '../alipay/return-url.ts'
import { requestFault } from '../alipay/signature.ts'
import { offer } from '../alipay/trades.ts'
import type { alipayPayRoute } from '../control-channels.route.ts'
import type { AlipaySandbox } from '../sandbox.ts'

type PayBody = Request<typeof alipayPayRoute>['body']

const products: Record<string, 'wap' | 'page'> = { 'alipay.trade.wap.pay': 'wap', 'alipay.trade.page.pay': 'page' }

/** The buyer follows an address to the page and finds there what the merchant asked for, if it is signed. */
const throughPage = async (sandbox: AlipaySandbox, formUrl: string): Promise<Outcome<Meant>> => {
  const params = paramsOf(URL.parse(formUrl)?.search ?? '')
  const product = products[params.get('method') ?? '']
  if (!product) return refused('not_found')
  if (requestFault(params, sandbox.alipay)) return refused('signature_invalid')
  const offered = await offer(sandbox, product, params)
  if (offered.kind === 'refused') return refused('order_not_payable')
  return ok({ outTradeNo: offered.outTradeNo, offer: offered.at })
}

/** What a payer at Alipay has in hand, unless it came too late or is signed wrongly. */
export const offerInHand = async (
  sandbox: AlipaySandbox,
  { qrCode, formUrl, outTradeNo }: Omit<PayBody, 'faults'>,
): Promise<Outcome<Meant>> => {
  if (formUrl !== undefined) return throughPage(sandbox, formUrl)
  if (qrCode === undefined) return outTradeNo === undefined ? refused('not_found') : ok({ outTradeNo })
  const read = readQrCode(qrCode, sandbox.clock.now())
  if (!read) return refused('not_found')
  return read.expired ? refused('order_expired') : ok({ outTradeNo: read.outTradeNo, offer: read.offer })
}

/** The buyer scans and pays. Refused as a buyer is refused: unknown code, already paid or closed, too late. */
export const buyerPays = async (sandbox: AlipaySandbox, body: PayBody) => {
  const order = await offerInHand(sandbox, body)
  if (!order.ok) return order
  const { amountFen, payAfterClose, scanOnly, duplicates, delayMs, dropNotification, signtest } = body.faults
  const spread = { duplicates, delayMs, drop: dropNotification, probe: signtest }
  const bought = await buy(sandbox, order.value, { amountFen, payAfterClose, scanOnly }, spread)
  if (bought.kind === 'unknown_order') return refused('not_found')
  if (bought.kind === 'refused') return refused(bought.because === 'expired' ? 'order_expired' : 'order_not_payable')
  const { trade, notifications } = bought
  const { outTradeNo } = order.value
  return ok({
    outTradeNo,
    transactionId: trade.tradeNo,
    paidFen: trade.payment?.paidFen ?? 0,
    paidAt: trade.payment ? rfc3339(trade.payment.paidAt) : null,
    notifications,
    returnUrl: returnUrl(sandbox, outTradeNo, trade) ?? null,
  })
}
