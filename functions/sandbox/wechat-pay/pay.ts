import { beijingDay } from '../../../shared/kernel/time.ts'
import { journalled } from '../bill/journal.ts'
import { type Scheduled, schedule, wake } from '../delivery/schedule.ts'
import type { Spread } from '../delivery/task.ts'
import { untilCommitted } from '../documents.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { decidePay, type PayerOddities } from './decide.ts'
import type { WeChatPaid } from './order.ts'
import { numberTaken, orderChanged, readOrder } from './store.ts'

export type Paid =
  | { kind: 'paid'; order: WeChatPaid; notifications: number }
  | { kind: 'refused'; because: 'paid' | 'closed' | 'expired' }
  | { kind: 'unknown_order' }

/**
 * The payer pays. Two who pay one order at the same moment pay once. The notification is on its way when this answers,
 * unless `spread` drops it.
 */
export const pay = async (
  sandbox: WeChatPaySandbox,
  outTradeNo: string,
  payer: PayerOddities,
  spread: Partial<Spread>,
): Promise<Paid> => {
  // Once for all tries, because a fault that is armed for it counts down.
  let scheduled: Scheduled | undefined
  return untilCommitted<Paid>(async () => {
    const now = sandbox.clock.now()
    const before = await readOrder(sandbox, outTradeNo)
    if (!before) return { kind: 'unknown_order' }
    const transactionId = `4200${beijingDay(now)}${String(sandbox.ids.below(1e14)).padStart(15, '0')}`
    const openid = `o${sandbox.ids.secret(20)}`
    const decided = decidePay(before.value, { ...payer, transactionId, openid }, now)
    if (decided.kind === 'refused') return decided
    scheduled ??= await schedule(sandbox, { channel: 'wechat_pay', outTradeNo, at: now }, spread)
    const committed = await sandbox.table.commit([
      orderChanged(sandbox, before, decided.order),
      numberTaken(sandbox, 'wechatTransaction', transactionId, outTradeNo),
      journalled(sandbox, 'wechat_pay', { kind: 'payment', outTradeNo, at: now }),
      ...scheduled.writes,
    ])
    if (committed.kind === 'conflict') return 'overtaken'
    await wake(sandbox, scheduled.tasks)
    return { kind: 'paid', order: decided.order, notifications: scheduled.tasks.length }
  })
}
