import type { Request } from '../../../shared/http/request.ts'
import type { Fen } from '../../../shared/kernel/money.ts'
import { type Outcome, ok, refused, refusedValue } from '../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { balance as alipayBalance } from '../alipay/bills/bills.ts'
import { forceRefund as forceAlipayRefund } from '../alipay/refunds.ts'
import { readFolder } from '../alipay/store.ts'
import { isPaid, refundableFen } from '../alipay/trade.ts'
import { journalled } from '../bill/journal.ts'
import type { forcedRefundRoute, withdrawalRoute } from '../control-channels.route.ts'
import type { Channel } from '../delivery/task.ts'
import type { LaterSandbox } from '../sandbox.ts'
import { balance as wechatPayBalance } from '../wechat-pay/bills/bills.ts'
import { isPaid as isPaidOrder, refundableFen as refundableOfOrder } from '../wechat-pay/order.ts'
import { forceRefund } from '../wechat-pay/refunds.ts'
import { readOrder } from '../wechat-pay/store.ts'

type Forced = { channel: Channel; outTradeNo: string; outRefundNo: string; refundId: string; refundFen: Fen }

type ForcedBody = Request<typeof forcedRefundRoute>['body']

const atMost = (pointer: string, fen: Fen) => refusedValue(pointer, { type: 'integer', maximum: fen, unit: 'fen' })

/** Money goes back although the service never asked. Refused when that much was not paid, or is already on its way back. */
export const giveBack = async (
  sandbox: LaterSandbox,
  { outTradeNo, refundFen }: ForcedBody,
): Promise<Outcome<Forced>> => {
  const order = (await readOrder(sandbox, outTradeNo))?.value
  if (order) {
    const forced = await forceRefund(sandbox, outTradeNo, refundFen)
    if (!forced) return atMost('/refundFen', isPaidOrder(order) ? refundableOfOrder(order, sandbox.clock.now()) : 0)
    const { outRefundNo, refundId, refundFen: fen } = forced.refund
    return ok({ channel: 'wechat_pay', outTradeNo, outRefundNo, refundId, refundFen: fen })
  }
  const trade = (await readFolder(sandbox, outTradeNo))?.value.trade
  if (!trade) return refused('not_found')
  const left = isPaid(trade) ? refundableFen(trade) : 0
  const forced = left > 0 ? await forceAlipayRefund(sandbox, outTradeNo, refundFen ?? left) : undefined
  if (!forced) return atMost('/refundFen', left)
  const { outRequestNo, fen } = forced.refund
  return ok({
    channel: 'alipay',
    outTradeNo,
    outRefundNo: outRequestNo,
    refundId: outRequestNo,
    refundFen: fen,
  })
}

type WithdrawalBody = Request<typeof withdrawalRoute>['body']

/** Moves money from a channel to the bank. Refused when there is not that much. */
export const withdraw = async (sandbox: LaterSandbox, { channel, fen }: WithdrawalBody) => {
  const there = channel === 'alipay' ? await alipayBalance(sandbox) : await wechatPayBalance(sandbox)
  const taken = fen ?? there
  if (taken < 1 || taken > there) return atMost('/fen', there)
  const at = sandbox.clock.now()
  const withdrawalId = `W${sandbox.ids.id()}`
  await sandbox.table.commit([journalled(sandbox, channel, { kind: 'withdrawal', withdrawalId, fen: taken, at })])
  return ok({ withdrawalId, fen: taken, at: rfc3339(at), leftFen: there - taken })
}
