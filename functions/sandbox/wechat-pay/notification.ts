import { type Millis, rfc3339Beijing } from '../../../shared/kernel/time.ts'
import type { NotificationTask } from '../delivery/task.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { complaintAddress } from './complaints/store.ts'
import { isPaid, type RefundEnd } from './order.ts'
import { sealed } from './seal.ts'
import { paymentNotified, refundNotified } from './show.ts'
import { readOrder } from './store.ts'

type Event = {
  url: string
  type: string
  summary: string
  original: 'transaction' | 'refund' | 'complaint'
  plaintext: unknown
}

const refundSummary: Record<RefundEnd, string> = { SUCCESS: '退款成功', CLOSED: '退款关闭', ABNORMAL: '退款异常' }

/** The merchant learns only which complaint it is and what was done, and must ask for the rest. */
const complaintEvent = async (sandbox: WeChatPaySandbox, complaintId: string, action: string): Promise<Event> => {
  const isNew = action === 'CREATE_COMPLAINT'
  return {
    url: await complaintAddress(sandbox),
    type: isNew ? 'COMPLAINT.CREATE' : 'COMPLAINT.STATE_CHANGE',
    summary: isNew ? '产生新投诉' : '投诉单状态变化',
    original: 'complaint',
    plaintext: { complaint_id: complaintId, action_type: action },
  }
}

/** What a task says; undefined when there is nobody to tell. */
export const eventOf = async (sandbox: WeChatPaySandbox, task: NotificationTask): Promise<Event | undefined> => {
  const { complaintId, action, outRefundNo } = task
  if (complaintId !== undefined) return complaintEvent(sandbox, complaintId, action ?? '')
  const order = (await readOrder(sandbox, task.outTradeNo))?.value
  if (!order || !isPaid(order)) return undefined
  if (outRefundNo === undefined) {
    const plaintext = paymentNotified(order, sandbox.wechatPay)
    return {
      url: order.notifyUrl,
      type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      original: 'transaction',
      plaintext,
    }
  }
  const refund = order.refunds.find((one) => one.outRefundNo === outRefundNo)
  if (!refund?.notifyUrl) return undefined
  return {
    url: refund.notifyUrl,
    type: `REFUND.${refund.ends}`,
    summary: refundSummary[refund.ends],
    original: 'refund',
    plaintext: refundNotified(order, refund, sandbox.wechatPay),
  }
}

/** The body of a notification, sealed for the merchant. `nonce`: 12 ASCII characters, fresh for every body. */
export const notificationBody = (task: NotificationTask, event: Event, apiV3Key: string, nonce: string, now: Millis) =>
  JSON.stringify({
    id: task.eventId,
    create_time: rfc3339Beijing(now),
    resource_type: 'encrypt-resource',
    event_type: event.type,
    summary: event.summary,
    resource: sealed(JSON.stringify(event.plaintext), event.original, apiV3Key, nonce),
  })
