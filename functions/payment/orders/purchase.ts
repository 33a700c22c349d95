import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { passGate } from '../../gate/ask-gate.ts'
import type { PaymentSettings } from '../settings.ts'
import type { Order } from './order.ts'
import { orderIdFor, requestHashOf } from './order-opening.ts'
import { orderOf, orderOpened } from './order-store.ts'

export type PurchaseDeps = {
  table: Table
  clock: Clock
  settings: Pick<PaymentSettings, 'prices' | 'orders'>
  publicUrl: string
}

type Bought = { kind: 'points'; points: number } | { kind: 'membership' }

/** Opens the order, or answers the one this key opened before. */
const open = async (
  deps: PurchaseDeps,
  accountId: string,
  idempotencyKey: string,
  bought: Bought,
): Promise<Outcome<Order>> => {
  const { prices, orders } = deps.settings
  const now = deps.clock.now()
  const order: Order = {
    ...bought,
    id: orderIdFor(accountId, idempotencyKey),
    accountId,
    // 100 points cost 100 fen (P14).
    amountFen: bought.kind === 'points' ? bought.points : prices.membershipFen,
    feeFen: prices.feeFen,
    status: 'created',
    createdAt: now,
    expiresAt: now + orders.lifeMs,
    requestHash: requestHashOf(bought),
    attempts: 0,
  }
  const committed = await deps.table.commit([notBanned(accountId), orderOpened(order)])
  if (committed.kind === 'committed') return ok(order)
  const existing = committed.conflicts.find(({ because }) => because === 'order_exists')?.item
  if (!existing) return refused('banned')
  const known = orderOf(existing)
  return known.requestHash === order.requestHash ? ok(known) : refused('idempotency_key_reused')
}

/** Buys points; recharging is behind the gate. P1, P14. */
export const recharge = async (
  deps: PurchaseDeps & { settings: { points: { min: number; max: number }; enforceFrom: string } },
  accountId: string,
  input: { idempotencyKey: string; points: number },
): Promise<Outcome<Order>> => {
  const gate = await passGate(deps, 'recharge_points', accountId)
  if (!gate.ok) return gate
  const { min, max } = deps.settings.points
  if (input.points < min || input.points > max) return refusedField('/points', 'points_out_of_range')
  return open(deps, accountId, input.idempotencyKey, { kind: 'points', points: input.points })
}

/** Buys a month of membership, verified or not. P15. */
export const buyMembership = (
  deps: PurchaseDeps,
  accountId: string,
  input: { idempotencyKey: string },
): Promise<Outcome<Order>> => open(deps, accountId, input.idempotencyKey, { kind: 'membership' })
