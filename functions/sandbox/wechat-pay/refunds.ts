import type { Fen } from '../../../shared/kernel/money.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { journalled } from '../bill/journal.ts'
import { NOBODY, type Scheduled, schedule, wake } from '../delivery/schedule.ts'
import { type Document, untilCommitted } from '../documents.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { type RefundBody, readBody, refundBody } from './bodies.ts'
import { decideForced, decideRefund, type RefundTerms } from './decide.ts'
import type { WeChatPayEffect } from './faults.ts'
import { isPaid, type WeChatOrder, type WeChatPaid, type WeChatRefund } from './order.ts'
import { done, type Reply, refuse } from './reply.ts'
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

const refundJournalled = (sandbox: WeChatPaySandbox, outTradeNo: string, { refundId, createdAt: at }: WeChatRefund) =>
  journalled(sandbox, 'wechat_pay', { kind: 'refund', outTradeNo, refundId, at })

type Accepted = { before: Document<WeChatOrder>; order: WeChatOrder; refund: WeChatRefund }

/** Schedules the notification once for all tries, because a fault that is armed for it counts down. */
const scheduler = (sandbox: WeChatPaySandbox) => {
  let scheduled: Scheduled | undefined
  return async (outTradeNo: string, { outRefundNo, settlesAt: at, notifyUrl }: WeChatRefund): Promise<Scheduled> => {
    const about = { channel: 'wechat_pay', outTradeNo, outRefundNo, at } as const
    scheduled ??= notifyUrl === undefined ? NOBODY : await schedule(sandbox, about)
    return scheduled
  }
}

/** Writes an accepted refund and the notification it will cause. A number another order has used is refused. */
const accept = async (
  sandbox: WeChatPaySandbox,
  { before, order, refund }: Accepted,
  planned: ReturnType<typeof scheduler>,
): Promise<Reply | 'overtaken' | Scheduled> => {
  const { outTradeNo } = order
  const owner = await ownerOf(sandbox, 'wechatRefund', refund.outRefundNo)
  if (owner !== undefined) return owner === outTradeNo ? 'overtaken' : refuse('repeated_differently')
  const scheduled = await planned(outTradeNo, refund)
  const committed = await sandbox.table.commit([
    orderChanged(sandbox, before, order),
    numberTaken(sandbox, 'wechatRefund', refund.outRefundNo, outTradeNo),
    refundJournalled(sandbox, outTradeNo, refund),
    ...scheduled.writes,
  ])
  return committed.kind === 'conflict' ? 'overtaken' : scheduled
}

/** POST /v3/refund/domestic/refunds. An answer means accepted, never done. */
export const refund = async (sandbox: WeChatPaySandbox, rawBody: Buffer, ending?: Ending): Promise<Reply> => {
  const read = readBody(refundBody(sandbox.publicUrl), rawBody)
  if (!read.ok) return refuse('param_error', read.detail)
  const outTradeNo = await namedOrder(sandbox, read.value)
  if (outTradeNo === undefined) return refuse('nothing_paid')
  const planned = scheduler(sandbox)
  return untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readOrder(sandbox, outTradeNo)
    const decided = decideRefund(before?.value, read.value, read.digest, termsOf(sandbox, ending, now), now)
    if (decided.kind === 'refused') return decided
    if (decided.kind === 'accepted' && before) {
      const accepted = await accept(sandbox, { before, ...decided }, planned)
      if (accepted === 'overtaken' || 'kind' in accepted) return accepted
      await wake(sandbox, accepted.tasks)
    }
    return done(refundShown(decided.order, decided.refund, now))
  })
}

/**
 * Gives money back without the merchant's asking: all that is left, or `fen`. Answers the order as it is then, or undefined
 * when nothing of the kind was paid. No notification tells the merchant of the refund itself.
 */
export const forceRefund = (
  sandbox: WeChatPaySandbox,
  outTradeNo: string,
  fen?: Fen,
): Promise<{ order: WeChatPaid; refund: WeChatRefund } | undefined> =>
  untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readOrder(sandbox, outTradeNo)
    const decided = before && decideForced(before.value, fen, termsOf(sandbox, undefined, now), now)
    if (!before || !decided) return undefined
    const committed = await sandbox.table.commit([
      orderChanged(sandbox, before, decided.order),
      refundJournalled(sandbox, outTradeNo, decided.refund),
    ])
    return committed.kind === 'conflict' ? 'overtaken' : decided
  })

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export const queryRefund = async (
  sandbox: WeChatPaySandbox,
  outRefundNo: string,
  effect?: WeChatPayEffect,
): Promise<Reply> => {
  const outTradeNo = await ownerOf(sandbox, 'wechatRefund', outRefundNo)
  const order = outTradeNo === undefined ? undefined : (await readOrder(sandbox, outTradeNo))?.value
  const found = order?.refunds.find((one) => one.outRefundNo === outRefundNo)
  if (!order || !isPaid(order) || !found) return refuse('refund_not_exist')
  const shown = refundShown(order, found, sandbox.clock.now())
  return done(effect?.does === 'say_state' ? { ...shown, status: effect.word } : shown)
}
