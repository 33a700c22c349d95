import type { Request } from '../../../shared/http/request.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { paymentsRoute, payRoute } from '../control.route.ts'
import type { Sandbox, WeChatPaySandbox } from '../sandbox.ts'
import { readCodeUrl } from '../wechat-pay/code-url.ts'
import { refundState, tradeState } from '../wechat-pay/order.ts'
import { pay } from '../wechat-pay/pay.ts'
import { readOrder } from '../wechat-pay/store.ts'

type PayBody = Request<typeof payRoute>['body']

const orderToPay = ({ codeUrl, outTradeNo }: PayBody, now: number): Outcome<string> => {
  if (codeUrl === undefined) return outTradeNo === undefined ? refused('not_found') : ok(outTradeNo)
  const read = readCodeUrl(codeUrl, now)
  if (!read) return refused('not_found')
  return read.expired ? refused('order_expired') : ok(read.outTradeNo)
}

/** The payer pays. Refused as a payer is refused: unknown code, already paid or closed, too late. */
export const payerPays = async (sandbox: WeChatPaySandbox, body: PayBody) => {
  const order = orderToPay(body, sandbox.clock.now())
  if (!order.ok) return order
  const { amountFen, payAfterClose, duplicates, delayMs, dropNotification, signtest } = body.faults
  const spread = { duplicates, delayMs, drop: dropNotification, probe: signtest }
  const paid = await pay(sandbox, order.value, { amountFen, payAfterClose }, spread)
  if (paid.kind === 'unknown_order') return refused('not_found')
  if (paid.kind === 'refused') return refused(paid.because === 'expired' ? 'order_expired' : 'order_not_payable')
  const { transactionId, paidFen, paidAt } = paid.order.payment
  const { notifications } = paid
  return ok({ outTradeNo: order.value, transactionId, paidFen, paidAt: rfc3339(paidAt), notifications })
}

/** What the channel knows of an order. */
export const paymentsOf = async (sandbox: Sandbox, { outTradeNo }: Request<typeof paymentsRoute>['query']) => {
  const order = (await readOrder(sandbox, outTradeNo))?.value
  if (!order) return refused('not_found')
  const now = sandbox.clock.now()
  return ok({
    outTradeNo,
    state: tradeState(order, now),
    amountFen: order.totalFen,
    expiresAt: rfc3339(order.expiresAt),
    paidFen: order.payment?.paidFen ?? 0,
    paidAt: order.payment ? rfc3339(order.payment.paidAt) : null,
    transactionId: order.payment?.transactionId ?? null,
    refunds: order.refunds.map((one) => {
      const { outRefundNo, refundId, refundFen } = one
      return { outRefundNo, refundId, refundFen, state: refundState(one, now) }
    }),
  })
}
