import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'

/** The channels that notify. */
export const channels = ['wechat_pay', 'alipay'] as const
export type Channel = (typeof channels)[number]

/** One notification to deliver: of a payment, of the refund with that number, or of what happened otherwise. */
export const taskSchema = z.object({
  id: z.string(),
  channel: z._default(z.enum(channels), 'wechat_pay'),
  /** The same on every attempt and on every duplicate. */
  eventId: z.string(),
  outTradeNo: z.string(),
  outRefundNo: z.optional(z.string()),
  complaintId: z.optional(z.string()),
  /** What happened, where the numbers alone do not say it; a word of the channel's own. */
  action: z.optional(z.string()),
  /** A wrong signature on purpose; sent once, whatever the answer. */
  probe: z.boolean(),
  /** Attempts made so far. */
  attempts: z.int(),
  dueAt: z.number(),
})

export type NotificationTask = z.infer<typeof taskSchema>

/** How a notification goes astray or is multiplied. */
export type Spread = { duplicates: number; delayMs: Millis; drop: boolean; probe: boolean }

/** What a notification is about, and when it happened. */
export type About = Pick<NotificationTask, 'channel' | 'outTradeNo' | 'outRefundNo' | 'complaintId' | 'action'> & {
  at: Millis
}

/** The tasks an event makes: one, copies of it, a probe before it, or none at all. */
export const tasksFor = (about: About & { eventId: string }, spread: Spread, id: () => string): NotificationTask[] => {
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
