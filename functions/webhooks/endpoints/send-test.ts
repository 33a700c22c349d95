import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { outboxOf } from '../../../shared/outbox/outbox.ts'
import type { Table } from '../../../shared/table/table.ts'
import { testAnnounced } from '../announced-store.ts'
import { eventId } from '../events/event.ts'
import { readEndpoint } from './read-endpoints.ts'

/**
 * An event that says nothing but that it was asked for goes to that endpoint and to no other, whatever it listens to. Answers the id of the
 * event. Refuses with `not_found` and `webhook_endpoint_disabled`. Two table calls.
 */
export const sendTest = async (
  deps: { table: Pick<Table, 'get' | 'update'>; clock: Clock },
  id: string,
): Promise<Outcome<{ eventId: string }>> => {
  const endpoint = await readEndpoint(deps, id)
  if (!endpoint.ok) return endpoint
  if (endpoint.value.disabled) return refused('webhook_endpoint_disabled')
  const now = deps.clock.now()
  const told = await deps.table.update(testAnnounced(id, now))
  if (told.kind !== 'updated') throw new Error('an announcement has no condition')
  return ok({ eventId: eventId({ kind: 'endpoint', id }, outboxOf(told.item).sequence, now) })
}
