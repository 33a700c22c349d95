import { accountKeys } from '../../../functions/account/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import { verificationOfOrder } from '../orders/owed.ts'
import type { Change } from '../world/record.ts'
import { count, itemAt, type World } from '../world/world.ts'
import { complaintIn, isOnRecord } from './complaint-items.ts'

const DELIVERED = ['verified', 'mismatch', 'no_record']

/** When what an order bought was delivered; undefined where it was not. */
const deliveredAt = (world: World, order: Item): unknown => {
  const verification = verificationOfOrder(world, order)
  if (order.kind !== 'verification') return order.paidAt
  return DELIVERED.includes(String(verification?.status)) ? verification?.decidedAt : undefined
}

/** Something was owed back to the payer when they complained. */
const isOwedAt = (world: World, order: Item, at: number): boolean =>
  [...world.items.values()].some(
    ({ pk, sk, dueSince, succeededAt }) =>
      pk === order.pk &&
      sk.startsWith('REFUND#') &&
      Number(dueSince) <= at &&
      !(succeededAt !== undefined && Number(succeededAt) < at),
  )

const orderFaults = (world: World, orderId: unknown, openedAt: number): string[] => {
  const order = itemAt(world, paymentKeys.order(String(orderId)))
  if (!order) return ['a complaint about somebody else’s order is called malicious']
  return [
    ...(Number(deliveredAt(world, order)) < openedAt
      ? []
      : ['who complains of what was not delivered is called malicious']),
    ...(isOwedAt(world, order, openedAt) ? ['who complains while money is owed is called malicious'] : []),
  ]
}

const namesOf = (profile: Item | undefined): Set<unknown> =>
  profile?.malicious instanceof Set ? profile.malicious : new Set()

/** A complaint is called malicious: once, where nothing was owed, on record, and counted against its account in the same commit. */
export const maliceFaults = (world: World, change: Change, changes: readonly Change[]): string[] => {
  const { before, after } = change
  const id = complaintIn(change)
  const { pk } = accountKeys.profile(String(after?.accountId))
  const profile = changes.find(({ key, kind }) => kind === 'PROFILE' && key.pk === pk)
  const name = `wechat_pay#${id}`
  const isCounted = namesOf(profile?.after).has(name) && !namesOf(profile?.before).has(name)
  const wanted = world.acting && world.complaints.wanted.get(world.acting)
  const orders: { orderId?: string }[] = [Object(after?.orders ?? [])].flat()
  count(world, 'complaint: malicious')
  return [
    ...(before?.maliciousAt === undefined ? [] : ['a complaint is called malicious twice']),
    ...(wanted?.kind === 'malicious' && wanted.id === id ? [] : ['a complaint is called malicious by nobody']),
    ...(isOnRecord(world, changes, id, 'complaint_malicious')
      ? []
      : ['a complaint is called malicious, and no record says by whom']),
    ...(isCounted ? [] : ['a malicious complaint does not count against its account']),
    ...orders.flatMap(({ orderId }) => orderFaults(world, orderId, Number(after?.openedAt))),
  ]
}
