import type { Request } from '../../../shared/http/request.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Millis, rfc3339 } from '../../../shared/kernel/time.ts'
import { readFolder } from '../alipay/store.ts'
import { type Folder, tradeStatus } from '../alipay/trade.ts'
import type { paymentsRoute } from '../control.route.ts'
import type { payRoute } from '../control-channels.route.ts'
import type { Channel } from '../delivery/task.ts'
import type { Sandbox, WeChatPaySandbox } from '../sandbox.ts'
import { readCodeUrl } from '../wechat-pay/code-url.ts'
import { heldByPage } from '../wechat-pay/jsapi-call.ts'
import { refundState, tradeState, type WeChatOrder } from '../wechat-pay/order.ts'
import { pay } from '../wechat-pay/pay.ts'
import { readH5Url } from '../wechat-pay/prepay.ts'
import type { Held } from '../wechat-pay/stamp.ts'
import { readOrder } from '../wechat-pay/store.ts'

type PayBody = Request<typeof payRoute>['body']

const held = (
  { wechatPay, clock }: WeChatPaySandbox,
  body: Omit<PayBody, 'faults'>,
): Held | 'wrongly_signed' | undefined => {
  const now = clock.now()
  if (body.codeUrl !== undefined) return readCodeUrl(body.codeUrl, now)
  if (body.h5Url !== undefined) return readH5Url(body.h5Url, now)
  if (body.jsapi !== undefined) return heldByPage(body.jsapi, wechatPay, now)
  return body.outTradeNo === undefined ? undefined : { outTradeNo: body.outTradeNo, expired: false }
}

/** The order that a payer at WeChat Pay has in hand, unless it came too late or is signed wrongly. */
export const orderInHand = (sandbox: WeChatPaySandbox, body: Omit<PayBody, 'faults'>): Outcome<string> => {
  const read = held(sandbox, body)
  if (!read) return refused('not_found')
  if (read === 'wrongly_signed') return refused('signature_invalid')
  return read.expired ? refused('order_expired') : ok(read.outTradeNo)
}

/** The payer pays. Refused as a payer is refused: unknown code, already paid or closed, too late, a page that signs wrongly. */
export const payerPays = async (sandbox: WeChatPaySandbox, body: PayBody) => {
  const order = orderInHand(sandbox, body)
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

/** What either channel knows of an order; states in the channel's own words. */
type Payment = {
  channel: Channel
  outTradeNo: string
  description: string
  state: string
  amountFen: Fen
  expiresAt: string | null
  paidFen: Fen
  paidAt: string | null
  transactionId: string | null
  refunds: { outRefundNo: string; refundId: string; refundFen: Fen; state: string }[]
}

const wechatPayment = (order: WeChatOrder, now: Millis): Payment => ({
  channel: 'wechat_pay',
  outTradeNo: order.outTradeNo,
  description: order.description,
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

/** Before anybody has scanned there is no trade, only what was last asked for. */
const alipayPayment = ({ outTradeNo, offers, trade }: Folder, now: Millis): Payment => {
  const offer = trade?.offer ?? offers.at(-1)
  const expiresAt = trade?.expiresAt ?? offer?.expiresAt
  return {
    channel: 'alipay',
    outTradeNo,
    description: offer?.subject ?? '',
    state: trade ? tradeStatus(trade, now) : 'TRADE_NOT_EXIST',
    amountFen: offer?.totalFen ?? 0,
    expiresAt: expiresAt === undefined ? null : rfc3339(expiresAt),
    paidFen: trade?.payment?.paidFen ?? 0,
    paidAt: trade?.payment ? rfc3339(trade.payment.paidAt) : null,
    transactionId: trade?.tradeNo ?? null,
    refunds: (trade?.refunds ?? []).map(({ outRequestNo, fen: refundFen, settlesAt }) => {
      const state = settlesAt <= now ? 'SUCCESS' : 'PROCESSING'
      return { outRefundNo: outRequestNo, refundId: outRequestNo, refundFen, state }
    }),
  }
}

/** What the channel knows of an order, whichever it was asked for at. */
export const paymentsOf = async (sandbox: Sandbox, { outTradeNo }: Request<typeof paymentsRoute>['query']) => {
  const now = sandbox.clock.now()
  const order = (await readOrder(sandbox, outTradeNo))?.value
  if (order) return ok(wechatPayment(order, now))
  const folder = (await readFolder(sandbox, outTradeNo))?.value
  return folder ? ok(alipayPayment(folder, now)) : refused('not_found')
}
