import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { type OpenDeps, openOrder } from '../../payment/orders/open-order.ts'
import type { Order } from '../../payment/orders/order.ts'
import { certificationGood } from '../good.ts'
import { papersHold } from '../papers/paper.ts'
import { findApplication, notAwaited } from './find-application.ts'

/**
 * W6 opens an order for the fee of an application that its administrator has confirmed, while it may be paid: the one that is open where there is one, so that a
 * fee is not paid twice. Refuses with `not_found`, `application_over`, `application_not_awaited`, `certification_paper_over`, `banned`, and as every order does.
 */
export const openFeeOrder = async (
  deps: OpenDeps,
  accountId: string,
  { id, idempotencyKey }: { id: string; idempotencyKey: string },
): Promise<Outcome<Order>> => {
  const allowed = await refuseBan(deps, accountId)
  if (!allowed.ok) return allowed
  const found = await findApplication(deps, accountId, id)
  if (!found.ok) return found
  const { of } = found.value
  // Nobody pays for what cannot be certified.
  const hold = papersHold(of, [], deps.clock.now())
  const mayOpen = async (): Promise<Outcome<unknown>> =>
    of.status === 'awaiting_payment' && deps.clock.now() < (of.payUntil ?? 0) ? hold : notAwaited(of)
  const wanted = { kind: 'certification', applicationId: id, askedFen: of.feeFen } as const
  return openOrder(deps, certificationGood, { accountId, idempotencyKey, mayOpen }, wanted)
}
