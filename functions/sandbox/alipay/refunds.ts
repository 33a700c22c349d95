import type { Fen } from '../../../shared/kernel/money.ts'
import type { Write } from '../../../shared/table/write.ts'
import { journalled } from '../bill/journal.ts'
import { NOBODY, type Scheduled, schedule, wake } from '../delivery/schedule.ts'
import { untilCommitted } from '../documents.ts'
import type { AlipaySandbox } from '../sandbox.ts'
import { fenOf, readBody, refundBody, refundQueryBody } from './bodies.ts'
import { decideRefund, type RefundTerms } from './decide.ts'
import type { AlipayEffect } from './faults.ts'
import { tells } from './notification.ts'
import { done, type Reply, refuse } from './reply.ts'
import { refundFound, refundShown } from './show.ts'
import { folderWritten, ownerOf, readFolder } from './store.ts'
import { isPaid, type PaidTrade, type Refund, tradeStatus } from './trade.ts'

type Refunded = ReturnType<typeof decideRefund>

/** Tells the payment's own address of the refund once it moves money, if the product tells such a thing. */
const plan = (sandbox: AlipaySandbox, outTradeNo: string, { offer, ...trade }: PaidTrade, refund: Refund) => {
  const { outRequestNo, settlesAt: at } = refund
  const becomes = tradeStatus({ offer, ...trade }, at)
  if (offer.notifyUrl === undefined || !tells(offer.product, becomes)) return NOBODY
  return schedule(sandbox, { channel: 'alipay', outTradeNo, outRefundNo: outRequestNo, at })
}

/** Refunds once, and remembers whom to tell. `write` false decides only. */
const refundOnce = async (
  sandbox: AlipaySandbox,
  outTradeNo: string,
  terms: RefundTerms,
  write = true,
): Promise<Refunded> => {
  // Once for all tries, because a fault that is armed for it counts down.
  let scheduled: Scheduled | undefined
  return untilCommitted<Refunded>(async () => {
    const before = await readFolder(sandbox, outTradeNo)
    const decided = decideRefund(before?.value.trade, terms, sandbox.clock.now())
    if (decided.kind !== 'accepted' || !before || !write) return decided
    const { trade, refund } = decided
    scheduled ??= await plan(sandbox, outTradeNo, trade, refund)
    const writes: Write[] = [
      folderWritten(sandbox, before, { ...before.value, trade }),
      journalled(sandbox, 'alipay', {
        ...{ kind: 'refund', outTradeNo, refundId: refund.outRequestNo, at: refund.settlesAt },
      }),
      ...scheduled.writes,
    ]
    const committed = await sandbox.table.commit(writes)
    if (committed.kind === 'conflict') return 'overtaken'
    await wake(sandbox, scheduled.tasks)
    return decided
  })
}

/** alipay.trade.refund. 10000 means that the request was understood; only fund_change Y that money moves by it. */
export const refund = async (
  sandbox: AlipaySandbox,
  content: string | undefined,
  effect: AlipayEffect | undefined,
): Promise<Reply> => {
  const body = readBody(refundBody, content)
  if (!body) return refuse('param_invalid')
  const outTradeNo = await ownerOf(sandbox, body)
  if (outTradeNo === undefined) return refuse('trade_not_exist')
  const onlyAccepted = effect?.does === 'only_accept'
  const terms: RefundTerms = {
    // Without a number of its own a refund is the one of the whole order.
    outRequestNo: body.out_request_no ?? outTradeNo,
    fen: fenOf(body.refund_amount),
    settlesMs: effect?.does === 'pend_refund' ? sandbox.settings.alipayRefundPendsMs : 0,
    spacingMs: sandbox.settings.alipayRefundSpacingMs,
  }
  const decided = await refundOnce(sandbox, outTradeNo, terms, !onlyAccepted)
  if (decided.kind === 'refused') return refuse(decided.error)
  const now = sandbox.clock.now()
  const before = (await readFolder(sandbox, outTradeNo))?.value.trade
  const trade = onlyAccepted && before && isPaid(before) ? before : decided.trade
  const moves = decided.kind === 'accepted' && !onlyAccepted && decided.refund.settlesAt <= now
  return done(refundShown({ outTradeNo, trade }, terms.fen, moves, now))
}

/** Gives money back without the merchant's program asking: all that is left, or `fen`. Undefined when that is not possible. */
export const forceRefund = async (
  sandbox: AlipaySandbox,
  outTradeNo: string,
  fen: Fen,
): Promise<{ trade: PaidTrade; refund: Refund } | undefined> => {
  const outRequestNo = `HZ01RF001${sandbox.ids.id()}`
  const decided = await refundOnce(sandbox, outTradeNo, { outRequestNo, fen, settlesMs: 0, spacingMs: 0 })
  return decided.kind === 'accepted' ? decided : undefined
}

/** alipay.trade.fastpay.refund.query. A refund that is unknown or not done yet is 10000 without a word about it. */
export const queryRefund = async (
  sandbox: AlipaySandbox,
  content: string | undefined,
  effect: AlipayEffect | undefined,
): Promise<Reply> => {
  const body = readBody(refundQueryBody, content)
  if (!body) return refuse('param_invalid')
  const outTradeNo = await ownerOf(sandbox, body)
  const trade = outTradeNo === undefined ? undefined : (await readFolder(sandbox, outTradeNo))?.value.trade
  if (outTradeNo === undefined || !trade) return refuse('trade_not_exist')
  const found = trade.refunds.find((one) => one.outRequestNo === body.out_request_no)
  if (!found || !isPaid(trade)) return done()
  const shown = refundFound({ outTradeNo, trade }, found, body.query_options ?? [])
  if (effect?.does === 'say_state') return done({ ...shown, refund_status: effect.word ?? undefined })
  return found.settlesAt > sandbox.clock.now() || effect?.does === 'hide_refund' ? done() : done(shown)
}
