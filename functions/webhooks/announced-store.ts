import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { DisabledByOthers } from './endpoints/endpoint.ts'
import type { WebhookAnnouncement } from './events.ts'

const ofEndpoint = (id: string, event: WebhookAnnouncement, now: Millis): Update =>
  announced({ kind: 'endpoint', id }, [event], now)

/** M2 that an endpoint gets nothing more is told to the others, by the commit in which that comes true; not where the platform itself says so. */
export const disabledAnnounced = (id: string, because: DisabledByOthers, now: Millis): Update =>
  ofEndpoint(id, { type: 'endpoint.disabled', data: { endpointId: id, because } }, now)

/** Somebody tries it. */
export const testAnnounced = (id: string, now: Millis): Update =>
  ofEndpoint(id, { type: 'endpoint.test', data: { endpointId: id } }, now)
