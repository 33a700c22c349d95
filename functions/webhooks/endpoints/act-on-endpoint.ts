import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { disabledAnnounced } from '../announced-store.ts'
import { webhookKeys } from '../keys.ts'
import { TRIES } from './create-endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointSaved, endpointsOf } from './endpoint-store.ts'
import { switched } from './switching.ts'

/**
 * An operator switches an endpoint on or off, which stays on record with the reason; that it is off is told to the others. A second click changes nothing. Refuses with `not_found`.
 * Three table calls, one where it stands so already.
 */
export const actOnEndpoint = async (
  deps: { table: Table; clock: Clock; ids: Ids },
  by: Operator,
  { id, enabled, reason }: { id: string; enabled: boolean; reason: string },
): Promise<Outcome<Endpoint>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const item = await deps.table.get(webhookKeys.endpoints())
    const before = endpointsOf(item).get(id)
    if (!before) return refused('not_found')
    const now = deps.clock.now()
    const endpoint = switched(before, enabled, 'operator', now)
    if (endpoint === before) return ok(before)
    const record = {
      id: deps.ids.id(),
      subject: deedSubjects.endpoint(id),
      at: now,
      by: doers.operator(by),
      action: enabled ? ('webhook_enable' as const) : ('webhook_disable' as const),
      reason,
    }
    const told = enabled ? [] : [disabledAnnounced(id, 'operator', now)]
    const committed = await commitDeed(deps, record, [endpointSaved(endpoint, item, enabled), ...told])
    if (committed.kind === 'committed') return ok(endpoint)
  }
  throw new Contended('somebody keeps changing the endpoints')
}
