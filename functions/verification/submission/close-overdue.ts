import type { Refusal } from '../../../shared/kernel/outcome.ts'
import { type Clock, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { paymentKeys } from '../../payment/keys.ts'
import { isPayable, type OrderEnded } from '../../payment/orders/order.ts'
import { orderOf } from '../../payment/orders/order-store.ts'
import { verificationKeys } from '../keys.ts'
import type { Verification } from '../verification.ts'
import { verificationOf } from '../verification-store.ts'

export type OverdueDeps = {
  table: Table
  clock: Clock
  /** Ends an unpaid order whose time is over, at the channel and here. */
  endOrder: (orderId: string) => Promise<OrderEnded>
}

/** What is in the way may be over at any moment. */
const SOON: Millis = 5 * SECOND

const inTheWay = ({ id, orderId, status }: Verification, retryAt?: Millis): Refusal => ({
  code: 'verification_open',
  retryAt,
  extra: { verificationId: id, orderId, verificationStatus: status },
})

const read = async ({ table }: OverdueDeps, accountId: string, id: string): Promise<Verification> => {
  const found = await table.get(verificationKeys.verification(accountId, id))
  if (!found) throw new Error('an account whose open verification is gone')
  return verificationOf(found)
}

/**
 * Why the verification that an account has open stands in the way of another one; undefined once nothing does. What can still be
 * paid does, until the time its user was told (`retryAt`); what is being checked does, without a time. One that nobody paid in
 * time is ended here: only where it was paid at that very moment, or its channel does not answer, does it stand in the way.
 */
export const closeOverdue = async (deps: OverdueDeps, accountId: string, id: string): Promise<Refusal | undefined> => {
  const verification = await read(deps, accountId, id)
  const found = await deps.table.get(paymentKeys.order(verification.orderId))
  if (!found) throw new Error('a verification without its order')
  const now = deps.clock.now()
  const order = orderOf(found)
  if (isPayable(order, now)) return inTheWay(verification, order.expiresAt)
  const ended = verification.status === 'awaiting_payment' ? await deps.endOrder(verification.orderId) : 'changed'
  if (ended === 'closed') return undefined
  const { status, ...since } = ended === 'unavailable' ? verification : await read(deps, accountId, id)
  if (status === 'queued' || status === 'checking') return inTheWay({ ...since, status })
  return status === 'awaiting_payment' ? inTheWay({ ...since, status }, now + SOON) : undefined
}
