import { keys } from '../../shared/table/keys.ts'
import type { Table } from '../../shared/table/table.ts'
import { refundReported } from './give-back.ts'
import { type PaidDeps, paid } from './paid.ts'
import type { Notification, PaymentProvider } from './providers/provider.ts'
import { refundNamed } from './refund.ts'
import { refundOfItem } from './refund-store.ts'

export type NotificationDeps = PaidDeps & {
  provider: () => Promise<PaymentProvider>
  /** A verified notification that fits nothing of ours: somebody must look. */
  puzzled: (what: string) => void
}

const refundFor = async (table: Table, number: string) => {
  const named = refundNamed(number)
  const found = named && (await table.get(keys.refund(named.orderId, named.name)))
  const refund = found && refundOfItem(found)
  return refund && refund.round === named?.round ? refund : undefined
}

const taken = async (
  deps: NotificationDeps,
  notification: Exclude<Notification, { kind: 'refused' }>,
): Promise<void> => {
  if (notification.kind === 'payment') {
    if ((await paid(deps, notification.fact)) === 'unknown_order') deps.puzzled('payment_of_unknown_order')
  } else if (notification.kind === 'refund') {
    const refund = await refundFor(deps.table, notification.outRefundNo)
    if (!refund) deps.puzzled('refund_unknown_here')
    else if (refund.status !== 'succeeded') await refundReported(deps, refund, notification.state)
  } else deps.puzzled('event_not_handled')
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
  await taken(deps, notification)
  return 'accepted'
}
