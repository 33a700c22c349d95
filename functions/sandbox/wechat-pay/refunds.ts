import { beijingDay } from '../../../shared/kernel/time.ts'
import { untilCommitted } from '../documents.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { type RefundBody, readBody, refundBody } from './bodies.ts'
import { decideRefund, type RefundTerms } from './decide.ts'
import type { WeChatPayEffect } from './faults.ts'
import { isPaid } from './order.ts'
import { done, type Reply, refuse } from './reply.ts'
import { type Scheduled, schedule, wake } from './schedule.ts'
import { refundShown } from './show.ts'
import { numberTaken, orderChanged, ownerOf, readOrder } from './store.ts'

type Ending = Extract<WeChatPayEffect, { does: 'end_refund' }>

const termsOf = (sandbox: WeChatPaySandbox, ending: Ending | undefined, now: number): RefundTerms => ({
  refundId: `5030${beijingDay(now)}${String(sandbox.ids.below(1e14)).padStart(15, '0')}`,
  ends: ending?.ends ?? 'SUCCESS',
  settlesMs: ending?.settlesMs ?? sandbox.settings.refundSettlesMs,
  spacingMs: sandbox.settings.refundSpacingMs,
})

/** The order a refund request names; by both numbers they must mean the same one. */
const namedOrder = async (sandbox: WeChatPaySandbox, body: RefundBody): Promise<string | undefined> => {
  if (body.transaction_id === undefined) return body.out_trade_no
  const owner = await ownerOf(sandbox, 'wechatTransaction', body.transaction_id)
  return body.out_trade_no === undefined || body.out_trade_no === owner ? owner : undefined
}

/** POST /v3/refund/domestic/refunds. An answer means accepted, never done. */
export const refund = async (sandbox: WeChatPaySandbox, rawBody: Buffer, ending?: Ending): Promise<Reply> => {
  const read = readBody(refundBody(sandbox.publicUrl), rawBody)
  if (!read.ok) return refuse('param_error', read.detail)
  const body = read.value
  const outTradeNo = await namedOrder(sandbox, body)
  if (outTradeNo === undefined) return refuse('nothing_paid')
  let scheduled: Scheduled | undefined
  let committed: Scheduled['tasks'] = []
  const reply = await untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readOrder(sandbox, outTradeNo)
    const decided = decideRefund(before?.value, body, read.digest, termsOf(sandbox, ending, now), now)
    if (decided.kind === 'refused') return decided
    if (decided.kind === 'accepted' && before) {
      const owner = await ownerOf(sandbox, 'wechatRefund', body.out_refund_no)
      if (owner !== undefined) return owner === outTradeNo ? 'overtaken' : refuse('repeated_differently')
      const about = { outTradeNo, outRefundNo: body.out_refund_no, at: decided.refund.settlesAt }
      scheduled ??= body.notify_url === undefined ? { tasks: [], writes: [] } : await schedule(sandbox, about)
      const done = await sandbox.table.commit([
        orderChanged(sandbox, before, decided.order),
        numberTaken(sandbox, 'wechatRefund', body.out_refund_no, outTradeNo),
        ...scheduled.writes,
      ])
      if (done.kind === 'conflict') return 'overtaken'
      committed = scheduled.tasks
    }
    return done(refundShown(decided.order, decided.refund, now))
  })
  await wake(sandbox, committed)
  return reply
}

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export const queryRefund = async (sandbox: WeChatPaySandbox, outRefundNo: string): Promise<Reply> => {
  const outTradeNo = await ownerOf(sandbox, 'wechatRefund', outRefundNo)
  const order = outTradeNo === undefined ? undefined : (await readOrder(sandbox, outTradeNo))?.value
  const found = order?.refunds.find((one) => one.outRefundNo === outRefundNo)
  if (!order || !isPaid(order) || !found) return refuse('refund_not_exist')
  return done(refundShown(order, found, sandbox.clock.now()))
}
