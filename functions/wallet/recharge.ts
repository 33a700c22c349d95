import { type Outcome, refusedField } from '../../shared/kernel/outcome.ts'
import { type GateDeps, passGate } from '../gate/ask-gate.ts'
import { type OpenDeps, openOrder } from '../payment/orders/open-order.ts'
import type { Order } from '../payment/orders/order.ts'
import { pointsGood } from './good.ts'
import type { WalletSettings } from './settings.ts'

export type RechargeDeps = OpenDeps & GateDeps & { settings: Pick<WalletSettings, 'points'> }

/** Opens an order for `points`; recharging is behind the gate. */
export const recharge = async (
  deps: RechargeDeps,
  accountId: string,
  { idempotencyKey, points }: { idempotencyKey: string; points: number },
): Promise<Outcome<Order>> => {
  const { min, max } = deps.settings.points
  const mayOpen = async (): Promise<Outcome<unknown>> => {
    const gate = await passGate(deps, 'recharge_points', accountId)
    if (gate.ok && (points < min || points > max))
      return refusedField('/points', 'points_out_of_range', {
        type: 'integer',
        minimum: min,
        maximum: max,
        unit: 'points',
      })
    return gate
  }
  return openOrder(deps, pointsGood, { accountId, idempotencyKey, mayOpen }, { kind: 'points', points })
}
