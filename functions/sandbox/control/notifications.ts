import { rfc3339 } from '../../../shared/kernel/time.ts'
import { type Delivery, deliverDue } from '../delivery/deliver.ts'
import { pendingTasks } from '../delivery/task-store.ts'
import type { LaterSandbox } from '../sandbox.ts'

/** What is still to be delivered; with `flush` everything due is delivered first. */
export const notifications = async (sandbox: LaterSandbox, flush: boolean) => {
  const delivered: Delivery[] = flush ? await deliverDue(sandbox) : []
  const pending = await pendingTasks(sandbox)
  return {
    delivered,
    pending: pending.map(({ channel, eventId, outTradeNo, outRefundNo, complaintId, action, ...task }) => ({
      channel,
      eventId,
      outTradeNo,
      outRefundNo: outRefundNo ?? null,
      complaintId: complaintId ?? null,
      action: action ?? null,
      probe: task.probe,
      attempts: task.attempts,
      dueAt: rfc3339(task.dueAt),
    })),
  }
}
