import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import type { Delivery } from './delivery.ts'
import { type DeliveryAsked, type RedeliverDeps, redeliver } from './redeliver.ts'

/** The same as `redeliver`, by an operator, which stays on record with the reason. Three table calls. */
export const redeliverByOperator = (
  deps: RedeliverDeps & { ids: Ids },
  by: Operator,
  { reason, ...asked }: DeliveryAsked & { reason: string },
): Promise<Outcome<Delivery>> =>
  redeliver(deps, asked, ({ endpointId, eventId }, writes) => {
    const record = {
      id: deps.ids.id(),
      subject: deedSubjects.endpoint(endpointId),
      at: deps.clock.now(),
      by: doers.operator(by),
      action: 'webhook_redeliver' as const,
      detail: eventId,
      reason,
    }
    return commitDeed(deps, record, writes)
  })
