import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { LaterSandbox } from '../sandbox.ts'
import { type Delivery, deliverDue, pendingTasks } from '../wechat-pay/deliver.ts'

/** What is still to be delivered; with `flush` everything due is delivered first. */
export const notifications = async (sandbox: LaterSandbox, flush: boolean) => {
  const delivered: Delivery[] = flush ? await deliverDue(sandbox) : []
  const pending = await pendingTasks(sandbox)
  return {
    delivered,
    pending: pending.map(({ eventId, outTradeNo, outRefundNo, probe, attempts, dueAt }) => ({
      eventId,
      outTradeNo,
      outRefundNo: outRefundNo ?? null,
      probe,
      attempts,
      dueAt: rfc3339(dueAt),
    })),
  }
}
