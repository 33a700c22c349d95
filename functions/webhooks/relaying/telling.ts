import type { Millis } from '../../../shared/kernel/time.ts'
import type { Delivery } from '../delivering/delivery.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import { isToldTo } from '../endpoints/listening.ts'
import type { Event } from '../events/event.ts'

/** What an event is owed to whom: one delivery for each endpoint that is told of it, which has failed already where that is disabled. */
export const deliveriesOf = (event: Event, endpoints: readonly Endpoint[], now: Millis): Delivery[] =>
  endpoints
    .filter((endpoint) => isToldTo(endpoint, event))
    .map(({ id: endpointId, disabled }) => {
      const { about, sequence, type } = event
      const fresh = { endpointId, about, sequence, eventId: event.id, type, createdAt: now, owedSince: now }
      const untried = { tries: 0, made: 0, attempts: [] }
      return disabled
        ? { ...fresh, ...untried, status: 'failed', endedAt: now, reason: 'disabled' }
        : { ...fresh, ...untried, status: 'pending' }
    })
