import { beijingDay } from '../../../../shared/kernel/time.ts'
import { type Scheduled, schedule, wake } from '../../delivery/schedule.ts'
import { untilCommitted } from '../../documents.ts'
import type { WeChatPaySandbox } from '../../sandbox.ts'
import { isPaid } from '../order.ts'
import { readOrder } from '../store.ts'
import { type Complaint, type ComplaintMove, moved } from './complaint.ts'
import { complaintChanged, complaintCreated, readComplaint } from './store.ts'

type Told = Pick<Complaint, 'complaintId' | 'outTradeNo'>

const told = (sandbox: WeChatPaySandbox, { complaintId, outTradeNo }: Told, action: string, drop: boolean) =>
  schedule(sandbox, { channel: 'wechat_pay', outTradeNo, complaintId, action, at: sandbox.clock.now() }, { drop })

/** The payer complains about an order that was paid; undefined when it was not. */
export const complain = async (
  sandbox: WeChatPaySandbox,
  { outTradeNo, text, problem }: Pick<Complaint, 'outTradeNo' | 'text' | 'problem'>,
  drop: boolean,
): Promise<Complaint | undefined> => {
  const order = (await readOrder(sandbox, outTradeNo))?.value
  if (!order || !isPaid(order)) return undefined
  const now = sandbox.clock.now()
  const complaint: Complaint = {
    complaintId: `2002018${beijingDay(now)}${String(sandbox.ids.below(1e12)).padStart(12, '0')}`,
    outTradeNo,
    transactionId: order.payment.transactionId,
    openid: order.payment.openid,
    amountFen: order.payment.paidFen,
    text,
    problem,
    state: 'PENDING',
    openedAt: now,
    times: 1,
    awaitsReply: true,
    history: [{ at: now, action: 'CREATE_COMPLAINT', text }],
  }
  const scheduled = await told(sandbox, complaint, 'CREATE_COMPLAINT', drop)
  const committed = await sandbox.table.commit([complaintCreated(sandbox, complaint), ...scheduled.writes])
  if (committed.kind === 'conflict') throw new Error('two complaints drew the same number')
  await wake(sandbox, scheduled.tasks)
  return complaint
}

export type Happened = { kind: 'done'; complaint: Complaint } | { kind: 'unknown' } | { kind: 'refused' }

/** Somebody does something about a complaint, and the merchant is notified of it, also of what the merchant did. */
export const happen = (
  sandbox: WeChatPaySandbox,
  complaintId: string,
  move: ComplaintMove,
  text: string,
): Promise<Happened> => {
  // Once for all tries, because a fault that is armed for it counts down.
  let scheduled: Scheduled | undefined
  return untilCommitted<Happened>(async () => {
    const before = await readComplaint(sandbox, complaintId)
    if (!before) return { kind: 'unknown' }
    const complaint = moved(before.value, move, text, sandbox.clock.now())
    if (!complaint) return { kind: 'refused' }
    scheduled ??= await told(sandbox, complaint, move, false)
    const committed = await sandbox.table.commit([complaintChanged(sandbox, before, complaint), ...scheduled.writes])
    if (committed.kind === 'conflict') return 'overtaken'
    await wake(sandbox, scheduled.tasks)
    return { kind: 'done', complaint }
  })
}
