import { type Outcome, refusedField } from '../../shared/kernel/outcome.ts'
import { type GateDeps, passGate } from '../gate/ask-gate.ts'
import { answerRepeat, type OpenDeps, openOrder } from '../payment/orders/open-order.ts'
import type { Order } from '../payment/orders/order.ts'
import { pointsGood } from './good.ts'
import type { WalletSettings } from './settings.ts'

export type RechargeDeps = OpenDeps & GateDeps & { settings: Pick<WalletSettings, 'points'> }

/** Opens an order for `points`; recharging is behind the gate, which a repeat of what was let in needs not pass again. */
export const recharge = async (
  deps: RechargeDeps,
  accountId: string,
  { idempotencyKey, points }: { idempotencyKey: string; points: number },
): Promise<Outcome<Order>> => {
  const gate = await passGate(deps, 'recharge_points', accountId)
  const buyer = { accountId, idempotencyKey }
  const wanted = { kind: 'points', points } as const
  if (!gate.ok) return (await answerRepeat(deps, buyer, wanted)) ?? gate
  const { min, max } = deps.settings.points
  if (points < min || points > max) return refusedField('/points', 'points_out_of_range')
  return openOrder(deps, pointsGood, buyer, wanted)
}
