import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { refundWork } from '../keys.ts'
import { findRefund } from '../refunds/find-refund.ts'
import { recordReport } from '../refunds/give-back.ts'
import { refundKey } from '../refunds/refund-store.ts'
import type { Notification, PaymentChannel, PaymentProvider, RefundState } from './provider.ts'
import { type RecordDeps, recordPayment } from './record-payment.ts'

export type NotificationDeps = RecordDeps & {
  provider: () => Promise<PaymentProvider>
  /** Something happened to a complaint at the channel. False: its id cannot be one. */
  hearComplaint: (channel: PaymentChannel, complaintId: string) => Promise<boolean>
  /** Somebody must look: rings the alarm of the function. */
  alarm: Alarm
  /** A verified notification that fits nothing of ours, as when another till uses the same account. */
  puzzled: (what: string) => void
}

/** Money that is ours went another way than our books say: the bill of the day would show it, but a person can act before. */
const contradicted = (deps: NotificationDeps, what: string, number: string): void =>
  deps.alarm('notification_contradicts_books', { what, number })

/** Repeats about an earlier round are usual; only one that says its money went out after all is for a person. */
const takeRefund = async (deps: NotificationDeps, outRefundNo: string, state: RefundState): Promise<void> => {
  const found = await findRefund(deps.table, outRefundNo)
  if (!found) deps.puzzled('refund_unknown_here')
  else if (!found.isPresent) {
    if (state.kind === 'succeeded') contradicted(deps, 'closed_refund_succeeded', outRefundNo)
  } else if (found.refund.status === 'superseded') {
    if (state.kind === 'succeeded') contradicted(deps, 'superseded_refund_succeeded', outRefundNo)
  } else if (state.kind === 'processing') {
    // Something happened that only a query tells exactly.
    const pointer = refundWork.pointerTo(refundKey(found.refund))
    if (found.refund.status !== 'succeeded') await deps.queue.wake([pointer])
  } else if (found.refund.status !== 'succeeded') await recordReport(deps, found.refund, state)
  else if (found.refund.paidByHand && state.kind === 'succeeded')
    contradicted(deps, 'refund_paid_by_hand_succeeded', outRefundNo)
}

const take = async (
  deps: NotificationDeps,
  channel: PaymentChannel,
  notification: Exclude<Notification, { kind: 'refused' }>,
): Promise<void> => {
  if (notification.kind === 'payment') {
    const led = await recordPayment(deps, notification.fact)
    if (led === 'unknown_order') deps.puzzled('payment_of_unknown_order')
    if (led === 'number_paid_twice') contradicted(deps, 'number_paid_twice', notification.fact.outTradeNo)
  } else if (notification.kind === 'refund') await takeRefund(deps, notification.outRefundNo, notification.state)
  else {
    const isHeard = notification.kind === 'complaint' && (await deps.hearComplaint(channel, notification.complaintId))
    if (!isHeard) deps.puzzled('event_not_handled')
  }
}

/**
 * Takes a notification: verified over the raw bytes first, written down in one commit, then acknowledged. What is signed but
 * unknown here is acknowledged too, because sending it again would not help. Throws `Contended` when it could not be written.
 */
export const takeNotification = async (
  deps: NotificationDeps,
  headers: Record<string, string | undefined>,
  rawBody: Buffer,
): Promise<'accepted' | 'signature_invalid' | 'notification_invalid'> => {
  const provider = await deps.provider()
  const notification = provider.readNotification(headers, rawBody, deps.clock.now())
  if (notification.kind === 'refused') return notification.code
  await take(deps, provider.channel, notification)
  return 'accepted'
}
