import type { Outcome } from '../../shared/kernel/outcome.ts'
import { type OpenDeps, openOrder } from '../payment/orders/open-order.ts'
import type { Order } from '../payment/orders/order.ts'
import { membershipGood } from './good.ts'

/** Opens an order for a month of membership, whether the account is verified or not. */
export const buyMembership = (
  deps: OpenDeps,
  accountId: string,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<Outcome<Order>> => openOrder(deps, membershipGood, { accountId, idempotencyKey }, { kind: 'membership' })
