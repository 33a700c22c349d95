import { type Outcome, refusedField } from '../../shared/kernel/outcome.ts'
import { type GateDeps, passGate } from '../gate/ask-gate.ts'
import { type OpenDeps, openOrder } from '../payment/orders/open-order.ts'
import type { Order } from '../payment/orders/order.ts'
import { pointsGood } from './good.ts'

/** `minPoints`, `maxPoints`: how many can be bought at once. */
export type RechargeDeps = OpenDeps &
  Omit<GateDeps, 'platformKeys'> & { settings: { orders: { minPoints: number; maxPoints: number } } }

/** Opens an order for `points`; recharging is behind the gate. P1, P14. */
export const recharge = async (
  deps: RechargeDeps,
  accountId: string,
  { idempotencyKey, points }: { idempotencyKey: string; points: number },
): Promise<Outcome<Order>> => {
  const gate = await passGate(deps, 'recharge_points', accountId)
  if (!gate.ok) return gate
  const { minPoints, maxPoints } = deps.settings.orders
  if (points < minPoints || points > maxPoints) return refusedField('/points', 'points_out_of_range')
  return openOrder(deps, pointsGood, { accountId, idempotencyKey }, { kind: 'points', points })
}
