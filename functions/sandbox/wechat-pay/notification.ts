import * as z from 'zod/mini'
import { HOUR, MINUTE, type Millis, rfc3339Beijing, SECOND } from '../../../shared/kernel/time.ts'
import type { WeChatPayKeys } from '../sandbox.ts'
import { isPaid, type RefundEnd, type WeChatOrder } from './order.ts'
import { sealed } from './seal.ts'
import { paymentNotified, refundNotified } from './show.ts'

/** Waits between attempts: 15 repeats in 24 h 4 min, then the channel gives up. */
export const LADDER: readonly Millis[] = [
  ...[15, 15, 30].map((seconds) => seconds * SECOND),
  ...[3, 10, 20, 30, 30, 30, 60].map((minutes) => minutes * MINUTE),
  ...[3, 3, 3, 6, 6].map((hours) => hours * HOUR),
]

/** One notification to deliver: of the payment, or of the refund with that number. */
export const taskSchema = z.object({
  id: z.string(),
  /** The same on every attempt and on every duplicate. */
  eventId: z.string(),
  outTradeNo: z.string(),
  outRefundNo: z.optional(z.string()),
  /** A wrong signature on purpose; sent once, whatever the answer. */
  probe: z.boolean(),
  /** Attempts made so far. */
  attempts: z.int(),
  dueAt: z.number(),
})

export type NotificationTask = z.infer<typeof taskSchema>

type Event = { url: string; type: string; summary: string; original: 'transaction' | 'refund'; plaintext: unknown }

const refundSummary: Record<RefundEnd, string> = { SUCCESS: '退款成功', CLOSED: '退款关闭', ABNORMAL: '退款异常' }

/** What a task says about its order; undefined when there is nobody to tell. */
export const eventOf = (task: NotificationTask, order: WeChatOrder, keys: WeChatPayKeys): Event | undefined => {
  if (!isPaid(order)) return undefined
  if (task.outRefundNo === undefined) {
    const plaintext = paymentNotified(order, keys)
    return {
      url: order.notifyUrl,
      type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      original: 'transaction',
      plaintext,
    }
  }
  const refund = order.refunds.find((one) => one.outRefundNo === task.outRefundNo)
  if (!refund?.notifyUrl) return undefined
  return {
    url: refund.notifyUrl,
    type: `REFUND.${refund.ends}`,
    summary: refundSummary[refund.ends],
    original: 'refund',
    plaintext: refundNotified(order, refund, keys),
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

export type Spread = { duplicates: number; delayMs: Millis; drop: boolean; probe: boolean }

type About = { outTradeNo: string; outRefundNo?: string; eventId: string; at: Millis }

/** The tasks an event makes: one, copies of it, a probe before it, or none at all. */
export const tasksFor = (about: About, spread: Spread, id: () => string): NotificationTask[] => {
  if (spread.drop) return []
  const { at, ...of } = about
  const task = (probe: boolean): NotificationTask => ({
    ...of,
    id: id(),
    probe,
    attempts: 0,
    dueAt: at + spread.delayMs,
  })
  const probes = spread.probe ? [task(true)] : []
  return [...probes, ...Array.from({ length: 1 + spread.duplicates }, () => task(false))]
}
